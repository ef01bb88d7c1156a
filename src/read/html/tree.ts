import type { DefaultTreeAdapterTypes } from 'parse5'

export type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

export const isElement = (node: Node): node is Element => 'tagName' in node
export const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : [])
export const textOf = (node: Node): string => (node.nodeName === '#text' && 'value' in node ? node.value : '')
export const attribute = (element: Element, name: string): string | undefined => element.attrs.find((one) => one.name === name)?.value

/** Not text, or not of the page's own text. */
const DROPPED = new Set(
  'head script style noscript template iframe object svg nav header footer aside select option button input textarea'.split(' '),
)
const HIDDEN = /display\s*:\s*none/i

/** Does a reader of the page see this element as text? */
export const isShown = (element: Element): boolean =>
  !DROPPED.has(element.tagName) && attribute(element, 'hidden') === undefined && !HIDDEN.test(attribute(element, 'style') ?? '')

export interface Visitor {
  readonly enter: (node: Node) => void
  readonly leave: (element: Element) => void
}

/** Walks what is shown in print order, without recursion: sloppy pages nest thousands of unclosed elements. */
export function walk(root: Node, { enter, leave }: Visitor): void {
  const open: { node: Node; next: number }[] = []
  const visit = (node: Node): void => {
    if (isElement(node) && !isShown(node)) return
    enter(node)
    open.push({ node, next: 0 })
  }
  visit(root)
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = childrenOf(top.node)[top.next++]
    if (child !== undefined) visit(child)
    else {
      open.pop()
      if (isElement(top.node)) leave(top.node)
    }
  }
}
