const MORE = '（还有{n}行，输入“下一页”继续）'

/** A long reply, handed out a screen at a time. */
export class Pages {
  private rest: readonly string[] = []

  /** @param height lines of one screen; null where nothing scrolls away */
  constructor(private readonly height: () => number | null) {}

  /** The first screen of a new reply; what the last one left is forgotten. */
  start(text: string): string {
    this.rest = text.split('\n')
    return this.next() ?? ''
  }

  /** The next screen, null when there is none. */
  next(): string | null {
    if (this.rest.length === 0) return null
    const height = this.height()
    // One line more is no reason for another page.
    const take = height === null || this.rest.length <= height + 1 ? this.rest.length : height
    const shown = this.rest.slice(0, take)
    this.rest = this.rest.slice(take)
    return this.rest.length === 0 ? shown.join('\n') : [...shown, MORE.replace('{n}', String(this.rest.length))].join('\n')
  }
}
