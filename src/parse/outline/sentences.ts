const END = /[。！？!?]+[”’"）)]*/g

/** Sentences of a paragraph as [start, end) offsets; the text after the last full stop is a sentence too. */
export function sentencesOf(text: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  let start = 0
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length
    found.push([start, end])
    start = end
  }
  if (start < text.length) found.push([start, text.length])
  return found
}
