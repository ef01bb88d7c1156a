/** Every number that Discord's documentation gives and this adapter keeps to. */
export const LIMITS = {
  content: 2000,
  embedTitle: 256,
  embedDescription: 4096,
  embedFields: 25,
  fieldName: 256,
  fieldValue: 1024,
  embedFooter: 2048,
  embedTotal: 6000,
  actionRows: 5,
  buttonsInRow: 5,
  buttonLabel: 80,
  selectOptions: 25,
  selectLabel: 100,
  selectValue: 100,
  selectDescription: 100,
  selectPlaceholder: 150,
  customId: 100,
  autocompleteChoices: 25,
  choiceName: 100,
  choiceValue: 100,
  commandDescription: 100,
  modalTitle: 45,
  inputLabel: 45,
  inputPlaceholder: 100,
  inputValue: 4000,
  files: 10,
  /** What a picture shows, in words. */
  fileDescription: 1024,
  /** Bytes that every server takes. */
  fileBytes: 10 * 1024 * 1024,
  /** Until an interaction must have its first response, in milliseconds. */
  firstResponse: 3000,
  /** Until an interaction's token dies. */
  token: 15 * 60_000,
} as const

/** A phone is the screen: this much on one page. */
export const PAGE = { lines: 18, characters: 1500 } as const

/** A text cut to a length, the cut marked; never inside a character. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`
