import type { Answer } from '../domain/answer.ts'

/** The object that `ask --json` prints for a reply and its text. */
export const answerJson = ({ answer, text }: { readonly answer: Answer; readonly text: string }) => ({
  status: answer.status,
  text,
  figures: answer.figures.map(({ what, department, fiscalYear, figure, derivation, sources }) => ({
    what,
    department,
    fiscalYear,
    value: figure.text,
    unit: figure.unit,
    derivation,
    sources,
  })),
  notes: answer.notes,
  choices: answer.choices,
})
