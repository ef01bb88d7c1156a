const decodeStrictly = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * The name of a file in a zip. Chinese Windows writes GBK without saying so, others UTF-8 without saying so:
 * GBK names are hardly ever valid UTF-8, so strict UTF-8 is tried first.
 */
export function nameOf(bytes: Uint8Array, saidToBeUtf8: boolean): string {
  const name = decodeStrictly(bytes) ?? new TextDecoder(saidToBeUtf8 ? 'utf-8' : 'gb18030').decode(bytes)
  return name.replaceAll('\\', '/')
}
