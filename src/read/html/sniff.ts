const LEADING = /^(?:\s|<\?xml[^>]{0,200}\?>|<!--[\s\S]{0,2000}?-->)*/
const PAGE = /^<(?:!doctype\s+html|html|head|body|meta|title|base|link|script|style)\b/i
const FRAGMENT = /^<(?:table|tbody|div|p|section|article|center|span|font|h[1-6])\b/i
const MARKDOWN = /^#{1,6} \S/m
const BYTE_ORDER = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/

/**
 * Is this a web page, or a piece of one?
 * @param head the first bytes of the file as latin1
 */
export function isWebPage(head: string): boolean {
  const text = head.replace(BYTE_ORDER, '').replaceAll('\0', '').replace(LEADING, '')
  return PAGE.test(text) || (FRAGMENT.test(text) && !MARKDOWN.test(text))
}
