/** Length of the longest common subsequence. */
export function commonSubsequence(a: string, b: string): number {
  let row = new Uint16Array(b.length + 1)
  for (const character of a) {
    const next = new Uint16Array(b.length + 1)
    for (let j = 1; j <= b.length; j++) next[j] = character === b[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(next[j - 1] ?? 0, row[j] ?? 0)
    row = next
  }
  return row[b.length] ?? 0
}

const bigrams = (text: string): string[] => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))

/** How much of `wanted` stands in `name`, in order and in pairs: 0 to 1. */
export function coverage(wanted: string, name: string): number {
  if (wanted === '') return 0
  const pairs = bigrams(wanted)
  const kept = pairs.filter((pair) => name.includes(pair)).length
  return 0.7 * (commonSubsequence(wanted, name) / wanted.length) + 0.3 * (pairs.length === 0 ? 1 : kept / pairs.length)
}

/** Edits (replace, insert, delete, swap neighbours) from `a` to `b`, given up above `most`. */
export function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  const at = (i: number, j: number) => rows[i]?.[j] ?? most + 1
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : most + 1
      row.push(Math.min(at(i - 1, j) + 1, (row[j - 1] ?? most) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swap))
    }
  }
  return at(a.length, b.length)
}
