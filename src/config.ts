import { resolve } from 'node:path'
import { z } from 'zod'
import { InputError } from './domain/errors.ts'

/** The settings, one environment variable each; `.env.example` explains them to people. */
const schema = z.object({
  DATA_DIR: z.string().trim().min(1, '不能是空白').default('./data'),
})

/** The variables the program looks at, for the documentation test. */
export const VARIABLES: readonly string[] = Object.keys(schema.shape)

export interface Config {
  /** Where the index and everything users add lives. */
  readonly dataDir: string
}

/** The environment, with what a `.env` in the working folder adds to it. */
function environment(): NodeJS.ProcessEnv {
  try {
    process.loadEnvFile()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  return process.env
}

/**
 * The only reader of the environment; an empty variable is an absent one.
 * @throws InputError that names the variable and what is wrong with it
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>> = environment()): Config {
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== '')))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new InputError('bad-usage', `环境变量 ${issue?.path.join('.') ?? ''} 的值不能用：${issue?.message ?? ''}。`)
  }
  return { dataDir: resolve(parsed.data.DATA_DIR) }
}
