import { parse } from 'parse5'
import type { ReadGap } from '../../domain/document.ts'
import { paragraph } from '../blocks/block.ts'
import { linesOf } from '../blocks/lines.ts'
import { complaint } from '../complaints.ts'
import type { Content, Reading } from '../content.ts'
import { BlockBuilder } from './blocks.ts'
import { decodePage } from './decode.ts'
import { mainContent } from './main-content.ts'
import { attribute, childrenOf, type Element, isElement, type Node, textOf, walk } from './tree.ts'

const elementNamed = (root: Node, name: string): Element | undefined =>
  childrenOf(root)
    .filter(isElement)
    .find((element) => element.tagName === name)

/** A page's title without the site's name behind it. */
function titleOf(head: Element | undefined): string {
  const title = head === undefined ? undefined : elementNamed(head, 'title')
  const text = title === undefined ? '' : childrenOf(title).map(textOf).join('')
  return (text.split(/[_|｜\n]|\s[-–—]\s/)[0] ?? '').trim()
}

const ATTACHMENT = /\.(?:pdf|docx?|xlsx?|wps|et|zip|rar|7z)(?:[?#]|$)/i

const isCut = (html: string): boolean => /<html[\s>]/i.test(html) && !/<\/(?:html|body)\s*>/i.test(html.slice(-100_000))

/** What the page shows or offers beside its text. */
function gapsOf(content: Element, html: string): ReadGap[] {
  let pictures = 0
  const attached = new Set<string>()
  walk(content, {
    enter(node) {
      if (!isElement(node)) return
      const link = node.tagName === 'a' ? (attribute(node, 'href') ?? '') : ''
      if (node.tagName === 'img') pictures++
      if (ATTACHMENT.test(link)) attached.add(link)
    },
    leave() {},
  })
  const notes = [
    [pictures, `网页里有 ${pictures} 张图片，图片里的内容没有读`],
    [isCut(html) ? 1 : 0, '网页没有结尾，可能没有保存完整'],
    [attached.size, `网页另有 ${attached.size} 个附件，没有随网页保存下来，请另外给出`],
  ] as const
  return notes.filter(([count]) => count > 0).map(([, reason]) => ({ page: null, reason }))
}

const squeeze = (text: string): string => text.replace(/\s+/g, '')

/** Reads a web page: its main text and tables, without menus, scripts and what is hidden. */
export async function readWebPage(bytes: Uint8Array, { name }: Reading): Promise<Content> {
  const decoded = decodePage(bytes)
  if (decoded === null) throw complaint.binary(name)
  const html = elementNamed(parse(decoded.text), 'html')
  const body = html && elementNamed(html, 'body')
  if (html === undefined || body === undefined) throw complaint.empty(name)
  const content = mainContent(body)
  try {
    const lines = linesOf(BlockBuilder.blocksOf(content))
    if (lines.length === 0) throw complaint.empty(name)
    const title = titleOf(elementNamed(html, 'head'))
    const missing = title !== '' && !lines.some((line) => squeeze(line.text).includes(squeeze(title)))
    const heading = missing ? linesOf([paragraph(title)]).map((line) => ({ ...line, no: null })) : []
    return { type: 'html', pages: null, lines: [...heading, ...lines], gaps: gapsOf(content, decoded.text) }
  } catch (error) {
    if (error instanceof RangeError) throw complaint.damaged(name)
    throw error
  }
}
