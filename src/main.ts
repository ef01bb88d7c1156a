import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FileChecker } from './app/check-apart.ts'
import { checkReport, EXAMINER, readReport } from './app/examine.ts'
import { failureOf } from './cli/failure.ts'
import { type Output, standardOutput } from './cli/output.ts'
import type { Program } from './cli/program.ts'
import { route } from './cli/route.ts'
import { report, runVerb } from './cli/run.ts'
import { STATUS, type Status } from './cli/verb.ts'
import { type Config, type DiscordConfig, loadConfig } from './config.ts'
import type { AnswerContext } from './domain/answer.ts'
import { InputError } from './domain/errors.ts'
import type { Report, ReportMeta } from './domain/report.ts'
import type { ReplyFile } from './render/reply.ts'
import type { KnowledgeStore } from './store/interface.ts'

/** Joins the rooms. What a call does not need is not loaded: starting stays quick. */
function assemble(config: Config, out: Output): Program & { close(): Promise<void> } {
  const storeFile = join(config.dataDir, 'chazhang.sqlite')
  let opened: Promise<KnowledgeStore> | null = null

  async function openWithIndex(): Promise<KnowledgeStore> {
    const [{ openStore }, { firstStart }, { prepareDataFolder }] = await Promise.all([
      import('./store/index.ts'),
      import('./app/first-start.ts'),
      import('./app/data-folder.ts'),
    ])
    await prepareDataFolder(config.dataDir)
    const store = await openStore(storeFile)
    const { added, renewed } = await firstStart(store, { readReport, checkReport })
    if (renewed > 0) out.log(`随程序发布的报告有更新，已重读${renewed}份。`)
    if (added > 0) out.log(`首次启动：已建立知识库，收录${added}份报告。`)
    return store
  }

  const program: Program = {
    readReport,
    checkReport: async (report) => checkReport(report, await lastYears(report.meta)),
    store: () => {
      opened ??= openWithIndex()
      return opened
    },
    conversation: (saveAs) => {
      let context: AnswerContext | null = null
      return async (message) => {
        const { answer } = await import('./app/answer.ts')
        const reply = await answer(message, await program.store(), context, new Date(), { checkFile, saveAs: saveAs ?? null })
        context = reply.answer.context
        return reply
      }
    },
    ingest: async (paths, again, progress) => {
      const { ingestFiles } = await import('./app/ingest.ts')
      return ingestFiles(
        paths,
        { ...EXAMINER, again, store: await program.store(), onBug: (error) => void report(error, false, out) },
        progress,
      )
    },
    backup: async (file) => (await import('./app/backup.ts')).backupStore(await program.store(), file),
    rebuild: async (progress) => {
      if (!existsSync(storeFile)) return { current: (await (await program.store()).reports()).length, former: 0 }
      return (await import('./app/rebuild.ts')).rebuildStore(storeFile, progress)
    },
  }

  let checker: FileChecker | null = null
  async function checkFile(path: string) {
    checker ??= new (await import('./app/check-apart.ts')).FileChecker(lastYears)
    return checker.check(path)
  }

  /** Last year's report where a store knows it; checking a file needs no store and survives a broken one. */
  async function lastYears(meta: ReportMeta): Promise<Report | null> {
    if (!existsSync(storeFile)) return null
    try {
      return await (await import('./app/ingest-prior.ts')).priorReport(await program.store(), meta)
    } catch (error) {
      if (error instanceof InputError) out.log(`没有和上年报告比较：${error.message}`)
      else throw error
      return null
    }
  }

  return {
    ...program,
    close: async () => {
      await checker?.close()
      const store = await opened?.catch(() => null)
      await store?.close()
    },
  }
}

/** The chat, with a terminal or without one, or one question from the command line. */
async function chat(program: Program, config: Config, question: string | null): Promise<Status> {
  const [{ answerLines, answerOnce, talk }, { commandNames, whatIsKnown }, { replyOf }] = await Promise.all([
    import('./chat/terminal/talk.ts'),
    import('./app/known.ts'),
    import('./render/reply.ts'),
  ])
  let say = program.conversation()
  const services = {
    answer: async (message: string) => replyOf(await say(message)),
    forget: () => {
      say = program.conversation()
    },
    keep: async (files: readonly ReplyFile[]) => (await import('./app/keep-files.ts')).keepFiles(join(config.dataDir, 'files'), files),
    known: async () => whatIsKnown(await program.store()),
    commands: commandNames(),
    explain: (error: unknown) => failureOf(error).message,
  }
  if (question !== null) await answerOnce(services, question, process.stdout)
  else if (process.stdin.isTTY && process.stdout.isTTY) await talk(services, process.stdin, process.stdout, config.dataDir)
  else await answerLines(services, process.stdin, process.stdout)
  return STATUS.done
}

/** The bot in Discord, until it is told to stop. */
async function discord(program: Program, set: DiscordConfig, dataDir: string): Promise<Status> {
  const [{ runBot, refusedLogin }, { createLog }, { TIMING }, { chatServices }, { COMMANDS }] = await Promise.all([
    import('./chat/discord/run.ts'),
    import('./chat/discord/log.ts'),
    import('./chat/discord/services.ts'),
    import('./app/chat-services.ts'),
    import('../commands/index.ts'),
  ])
  const services = await chatServices(await program.store(), dataDir, { maxBytes: set.maxFileBytes, hosts: set.fileHosts })
  const explain = (error: unknown): string | null => {
    const failure = failureOf(error)
    // Where the machine keeps its files is nobody's business in a chat.
    return failure.status === STATUS.bug ? null : failure.message.replaceAll(`${dataDir}/`, '')
  }
  try {
    const log = createLog(set.logLevel, set.token)
    const end = await runBot({ ...set, ...TIMING }, { ...services, commands: COMMANDS, explain }, log, set.healthPort)
    if (end !== null) throw new InputError('bad-usage', end)
    return STATUS.done
  } catch (error) {
    const refused = refusedLogin(error)
    throw refused === null ? error : new InputError('bad-usage', refused)
  } finally {
    await services.close()
  }
}

/** Tells Discord which commands there are. */
async function registerCommands(set: DiscordConfig | null, out: Output): Promise<Status> {
  if (set === null) throw new InputError('bad-usage', '还没有设置 DISCORD_TOKEN，请先写进 .env。')
  const [{ register }, { refusedLogin }, { COMMANDS }] = await Promise.all([
    import('./chat/discord/register.ts'),
    import('./chat/discord/run.ts'),
    import('../commands/index.ts'),
  ])
  try {
    const { count, invitation } = await register(COMMANDS, set)
    out.text(`已登记${count}个命令${set.guildId === null ? '，各服务器里稍后出现' : '，在服务器里立刻可用'}。`)
    out.text(`还没有请进服务器的话，打开这个网址：${invitation}`)
    return STATUS.done
  } catch (error) {
    const refused = refusedLogin(error)
    throw refused === null ? error : new InputError('bad-usage', refused)
  }
}

async function main(argv: readonly string[]): Promise<Status> {
  const out = standardOutput()
  const json = argv.includes('--json')
  try {
    if (argv[0] === 'register' && argv.length === 1) return await registerCommands(loadConfig().discord, out)
    const chosen = route(argv)
    if (chosen.kind === 'unknown') throw new InputError('bad-usage', chosen.message)
    const config = loadConfig()
    const program = assemble(config, out)
    try {
      if (chosen.kind === 'verb') return await runVerb(chosen.verb, chosen.words, program, out)
      if (chosen.kind === 'chat' && config.discord !== null) return await discord(program, config.discord, config.dataDir)
      return await chat(program, config, chosen.kind === 'question' ? chosen.text : null)
    } finally {
      await program.close()
    }
  } catch (error) {
    return report(error, json, out)
  }
}

// Whoever reads our output may stop early (head, a closed pager): that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? STATUS.done : STATUS.bug))
process.exitCode = await main(process.argv.slice(2))
