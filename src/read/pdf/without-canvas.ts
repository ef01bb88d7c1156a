import { createRequire } from 'node:module'

/** Takes the place of a matrix that only drawing needs. */
class NoMatrix {}

function hasCanvas(): boolean {
  try {
    createRequire(import.meta.url)('@napi-rs/canvas')
    return true
  } catch {
    return false
  }
}

/** pdfjs makes a matrix of the canvas package as soon as it is loaded. Where the package is left out, text is read all the same. */
if (!('DOMMatrix' in globalThis) && !hasCanvas()) Object.assign(globalThis, { DOMMatrix: NoMatrix })
