import { childrenOf, type Element, isElement, type Node, textOf, walk } from './tree.ts'

interface Weight {
  /** Characters outside links: menus are links. */
  text: number
  /** Amounts, with a decimal point. */
  amounts: number
}

/** A part with less of its parent's text is no more than one of several. */
const NEARLY_ALL = 0.9
const AMOUNT = /\d\s?[.．]\s?\d/g

function weigh(root: Node): ReadonlyMap<Node, Weight> {
  const weights = new Map<Node, Weight>()
  const open: Weight[] = []
  let links = 0
  walk(root, {
    enter(node) {
      if (!isElement(node) && node.nodeName !== '#document') {
        const text = textOf(node)
        const top = open.at(-1)
        if (top === undefined) return
        if (links === 0) top.text += text.replace(/\s+/g, '').length
        top.amounts += text.match(AMOUNT)?.length ?? 0
        return
      }
      if (isElement(node) && node.tagName === 'a') links++
      const weight = { text: 0, amounts: 0 }
      weights.set(node, weight)
      if (isElement(node)) open.push(weight)
    },
    leave(element) {
      if (element.tagName === 'a') links--
      const weight = open.pop()
      const around = open.at(-1)
      if (weight === undefined || around === undefined) return
      around.text += weight.text
      around.amounts += weight.amounts
    },
  })
  return weights
}

/** Tables are read whole. */
const ENDS = new Set(['table', 'p'])

/**
 * The part of the page that holds its text: the way down goes on while one child has nearly all of it,
 * and never leaves a figure behind.
 */
export function mainContent(body: Element): Element {
  const weights = weigh(body)
  let at = body
  for (;;) {
    const whole = weights.get(at)
    const next = childrenOf(at)
      .filter(isElement)
      .find((child) => {
        const part = weights.get(child)
        return part !== undefined && whole !== undefined && part.text >= whole.text * NEARLY_ALL && part.amounts === whole.amounts
      })
    if (next === undefined || ENDS.has(next.tagName) || whole?.text === 0) return at
    at = next
  }
}
