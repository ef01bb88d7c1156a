import { SaxesParser } from 'saxes'

/** An element as it opens: names without their prefix, because each producer chooses its own. */
export interface Tag {
  readonly name: string
  /** An attribute by its local name; undefined when absent. */
  readonly get: (attribute: string) => string | undefined
}

export interface XmlEvents {
  readonly open: (tag: Tag) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

/** Deeper than any document goes: what exceeds it was made to break readers. */
const DEEPEST = 400

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Walks through an XML file.
 * @throws RangeError when it is not well-formed or nested beyond reason
 */
export function walkXml(bytes: Uint8Array, events: XmlEvents): void {
  const parser = new SaxesParser({ fragment: false, position: false })
  let depth = 0
  parser.on('error', (error) => {
    throw new RangeError(error.message)
  })
  parser.on('opentag', (tag) => {
    if (++depth > DEEPEST) throw new RangeError('nested too deeply')
    const attributes = new Map(Object.entries(tag.attributes).map(([name, value]) => [localName(name), value]))
    events.open({ name: localName(tag.name), get: (attribute) => attributes.get(attribute) })
  })
  parser.on('closetag', (tag) => {
    depth--
    events.close(localName(tag.name))
  })
  parser.on('text', (text) => events.text(text))
  parser.on('cdata', (text) => events.text(text))
  parser.write(decodeXml(bytes)).close()
}

/** XML without a declaration is UTF-8; Word also writes UTF-16 with a mark. */
function decodeXml(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes)
}
