const MB = 1024 * 1024

/** What an archive (a zip, or the package a .docx or .xlsx is) may unpack to. Real reports with pictures stay far below. */
export const ARCHIVE_LIMITS = {
  entries: 2000,
  /** Bytes of all files together. */
  total: 400 * MB,
  /** Unpacked to packed. XML of forms reaches 30, deflate cannot exceed 1032. */
  ratio: 200,
  /** Up to this size any ratio will do: short files of blanks pack well. */
  ratioFrom: 20 * MB,
  /** Archives inside archives. */
  depth: 2,
} as const
