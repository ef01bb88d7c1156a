import { type Block, paragraph, type TableCell } from '../blocks/block.ts'
import { attribute, type Element, type Node, textOf, walk } from './tree.ts'

const LINES = new Set(
  'p div section article main h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre center address figure figcaption caption hr form fieldset body'.split(
    ' ',
  ),
)
/** Tables nested deeper were made to break readers. */
const DEEPEST = 50

/** What is being filled: the page, or a cell. */
interface Place {
  readonly blocks: Block[]
  text: string
}

interface OpenTable {
  readonly rows: TableCell[][]
  place: Place | null
}

const spanOf = (element: Element, name: string): number => Number.parseInt(attribute(element, name) ?? '1', 10) || 1

/** Turns the shown elements of a page into paragraphs and tables. */
export class BlockBuilder {
  readonly #page: Place = { blocks: [], text: '' }
  readonly #tables: OpenTable[] = []
  #pre = 0

  /** @throws RangeError when tables are nested beyond reason */
  static blocksOf(root: Node): Block[] {
    const builder = new BlockBuilder()
    walk(root, { enter: (node) => builder.#enter(node), leave: (element) => builder.#leave(element) })
    builder.#endParagraph(builder.#page)
    return builder.#page.blocks
  }

  /** Text between the cells of a table belongs to what is around it. */
  get #place(): Place {
    return this.#tables.findLast((table) => table.place !== null)?.place ?? this.#page
  }

  #endParagraph(place: Place): void {
    const text = place.text.replace(/ ?\n ?/g, '\n').trim()
    if (text !== '') place.blocks.push(paragraph(text))
    place.text = ''
  }

  #write(text: string): void {
    const plain = this.#pre > 0 ? text : text.replace(/[ \t\r\n\f]+/g, ' ')
    const place = this.#place
    const shown = plain.replaceAll('\u00a0', ' ')
    // Blanks collapse across elements too; those that were meant (nbsp) stay.
    place.text += /(?:^|\s)$/.test(place.text) && this.#pre === 0 ? shown.replace(/^ (?=[^ ])|^ $/, '') : shown
  }

  #enter(node: Node): void {
    if (node.nodeName === '#text') this.#write(textOf(node))
    else if ('tagName' in node) this.#open(node)
  }

  #open(element: Element): void {
    const { tagName } = element
    if (LINES.has(tagName)) this.#endParagraph(this.#place)
    if (tagName === 'br') this.#place.text += '\n'
    else if (tagName === 'pre') this.#pre++
    else if (tagName === 'table') this.#openTable()
    else if (tagName === 'tr') this.#tables.at(-1)?.rows.push([])
    else if (tagName === 'td' || tagName === 'th') this.#openCell()
  }

  #leave(element: Element): void {
    const { tagName } = element
    if (LINES.has(tagName)) this.#endParagraph(this.#place)
    if (tagName === 'pre') this.#pre--
    else if (tagName === 'table') this.#closeTable()
    else if (tagName === 'td' || tagName === 'th') this.#closeCell(element)
  }

  #openTable(): void {
    if (this.#tables.length >= DEEPEST) throw new RangeError('nested too deeply')
    this.#endParagraph(this.#place)
    this.#tables.push({ rows: [], place: null })
  }

  #closeTable(): void {
    const table = this.#tables.pop()
    if (table !== undefined && table.rows.length > 0) this.#place.blocks.push({ kind: 'table', rows: table.rows })
  }

  #openCell(): void {
    const table = this.#tables.at(-1)
    if (table !== undefined) table.place = { blocks: [], text: '' }
  }

  #closeCell(element: Element): void {
    const table = this.#tables.at(-1)
    if (table?.place == null) return
    this.#endParagraph(table.place)
    table.rows.at(-1)?.push({ columns: spanOf(element, 'colspan'), rows: spanOf(element, 'rowspan'), blocks: table.place.blocks })
    table.place = null
  }
}
