import { z } from 'zod'
import { MONEY_UNITS } from '../domain/figure.ts'
import { FORM_IDS } from '../domain/form.ts'
import { STANDARD_FORM_KEY, STANDARD_FORM_VERSION } from '../domain/standard-form.ts'
import type { NumberedLine } from './standard-form.ts'
import { damaged } from './standard-form-damage.ts'

const count = z.number().int().nonnegative()
const schema = z.object({
  [STANDARD_FORM_KEY]: z.literal(STANDARD_FORM_VERSION),
  department: z.string(),
  aliases: z.array(z.string()),
  fiscalYear: z.number().int(),
  kind: z.enum(['finalAccount', 'budget']),
  unit: z.enum(MONEY_UNITS),
  file: z.string(),
  sha256: z.string(),
  pages: z.number().int().nullable(),
  tokens: z.object({ all: count, facts: count, unread: count }),
  missingForms: z.array(z.enum(FORM_IDS)),
  counts: z.record(z.string(), count),
})

function entryOf(line: NumberedLine): [string, unknown] {
  const colon = line.text.indexOf(': ')
  try {
    return [line.text.slice(0, colon), JSON.parse(line.text.slice(colon + 2))]
  } catch {
    throw damaged(line.no, '文件头看不懂')
  }
}

/** The front matter of a standard-form file: what the report is, and how much of everything must follow. `end` is the line after it. */
export function readFrontMatter(lines: readonly NumberedLine[]) {
  const end = lines.findIndex((line, index) => index > 0 && line.text.trimEnd() === '---')
  if (end < 0) throw damaged(null, '文件头没有结束')
  const entries = Object.fromEntries(lines.slice(1, end).map(entryOf))
  const version = entries[STANDARD_FORM_KEY]
  if (typeof version === 'number' && version > STANDARD_FORM_VERSION)
    throw damaged(null, `它由更新的版本写成（格式${version}，本程序认识格式${STANDARD_FORM_VERSION}）`)
  const parsed = schema.safeParse(entries)
  if (!parsed.success) throw damaged(null, `文件头的 ${parsed.error.issues[0]?.path.join('.') ?? ''} 不对`)
  const { tokens, missingForms, counts, [STANDARD_FORM_KEY]: _, ...meta } = parsed.data
  return { meta, tokens, missingForms, counts, end: end + 1 }
}
