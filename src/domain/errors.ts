export type InputErrorCode =
  | 'not-found' // no such file
  | 'is-folder'
  | 'empty'
  | 'too-large'
  | 'wrong-type'
  | 'encrypted'
  | 'damaged'
  | 'not-a-report'
  | 'bad-usage'
  | 'store-damaged'
  | 'store-newer'

/** The user's input cannot be used. `message` is one clear Chinese sentence that says what to do. */
export class InputError extends Error {
  override readonly name = 'InputError'
  constructor(
    readonly code: InputErrorCode,
    message: string,
  ) {
    super(message)
  }
}
