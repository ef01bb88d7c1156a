import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { COMMANDS } from '../../../commands/index.ts'
import { chatServices } from '../../../src/app/chat-services.ts'
import { EXAMINER, readReport } from '../../../src/app/examine.ts'
import { firstStart } from '../../../src/app/first-start.ts'
import { startBot } from '../../../src/chat/discord/bot.ts'
import { createLog } from '../../../src/chat/discord/log.ts'
import { TIMING } from '../../../src/chat/discord/services.ts'
import { InputError } from '../../../src/domain/errors.ts'
import { wrap } from '../../../src/render/width.ts'
import { openStore } from '../../../src/store/index.ts'
import { type Pen, pdfOf } from '../../read/pdf-maker.ts'
import { command, componentsOf, EDITOR, write } from './people.ts'
import { reportText } from './report-text.ts'
import { FakeDiscord, type Json, type Kept, TOKEN } from './server.ts'

/**
 * Draws replies of the real bot as a phone shows them, on dark and on light ground, for the documentation:
 * `npx tsx test/chat/discord/pictures.ts docs/pictures`. It needs Chromium.
 */

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The little of Discord's markup that replies use. */
const inline = (text: string): string =>
  escaped(text)
    .replace(/\\([\\*_~`|[\]#>.-]|&lt;)/g, (_all, mark: string) => `&#${mark === '&lt;' ? 60 : mark.codePointAt(0)};`)
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')

const body = (text: string): string =>
  text
    .split('```')
    .map((part, i) =>
      i % 2 === 1 ? `<pre>${escaped(part.replace(/^\n|\n$/g, ''))}</pre>` : inline(part.replace(/^\n|\n$/g, '')).replaceAll('\n', '<br>'),
    )
    .join('')

function messageHtml(question: string, kept: Kept): string {
  const [embed] = (kept.body.embeds ?? []) as Json[]
  const footer = (embed?.footer as Json | undefined)?.text
  const components = componentsOf(kept)
  const buttons = components.map((one) =>
    one.type === 3
      ? `<div class=menu>${escaped(String(one.placeholder))}<span>⌄</span></div>`
      : `<span class="button${one.style === 1 ? ' main' : ''}${one.disabled === true ? ' off' : ''}">${escaped(String(one.label))}</span>`,
  )
  return `<div class=asked>${escaped(question)}</div><div class=message><div class=face>账</div><div class=said>
    <div class=name>查账 <i>APP</i></div><div>${inline(String(kept.body.content ?? ''))}</div>
    ${embed === undefined ? '' : `<div class=embed>${body(String(embed.description))}${footer === undefined ? '' : `<div class=footer>${escaped(String(footer))}</div>`}</div>`}
    ${kept.files
      .filter(({ name }) => name.endsWith('.png'))
      .map(({ data }) => `<img class=picture src="data:image/png;base64,${data.toString('base64')}">`)
      .join('')}
    ${kept.files
      .filter(({ name }) => !name.endsWith('.png'))
      .map(({ name, data }) => `<div class=file>附件 <u>${escaped(name)}</u><small>${(data.length / 1024).toFixed(1)} KB</small></div>`)
      .join('')}
    <div>${buttons.join('')}</div>${kept.ephemeral ? '<div class=only>只有您能看到这条消息</div>' : ''}</div></div>`
}

const STYLE = `body{margin:0;font:15px/1.4 "Noto Sans CJK SC",sans-serif;display:flex}
.phone{width:390px;padding:14px;box-sizing:border-box}.dark{background:#313338;color:#dbdee1}.light{background:#fff;color:#2e3338}
.asked{opacity:.75;font-size:13px;margin:2px 0 8px 50px}.message{display:flex;gap:10px;margin-bottom:18px}.face{flex:none;width:40px;height:40px;border-radius:50%;background:#3b7dd8;color:#fff;text-align:center;line-height:40px}
.said{min-width:0}.name{font-weight:600}.name i{font:600 10px sans-serif;background:#5865f2;color:#fff;border-radius:3px;padding:1px 4px}
.embed{border-left:4px solid #3b7dd8;border-radius:4px;padding:8px 12px;margin:6px 0;font-size:14px;overflow-wrap:anywhere}.dark .embed{background:#2b2d31}.light .embed{background:#f2f3f5}
pre{font:13px/1.35 "Noto Sans Mono CJK SC","Noto Sans Mono",monospace;margin:4px 0;padding:6px;border-radius:4px;white-space:pre-wrap}.dark pre{background:#1e1f22}.light pre{background:#e3e5e8}
.footer{font-size:11px;opacity:.8;margin-top:6px}.button{display:inline-block;border-radius:8px;padding:5px 13px;margin:4px 6px 0 0;font-size:14px}.dark .button{background:#4e5058;color:#fff}.light .button{background:#e3e5e8}
.button.main{background:#5865f2;color:#fff}.button.off{opacity:.45}.menu{border-radius:8px;padding:8px 12px;margin-top:6px;border:1px solid #8884}.menu span{float:right}.file{border:1px solid #8884;border-radius:8px;padding:8px;margin:6px 0;font-size:13px;overflow-wrap:anywhere}.file u{color:#00a8fc;text-decoration:none}.file small{display:block;opacity:.7}.picture{width:100%;border-radius:8px;margin-top:6px}.only{font-size:12px;opacity:.7;margin-top:5px}`

function draw(name: string, shown: readonly (readonly [string, Kept])[], folder: string): void {
  const messages = shown.map(([question, kept]) => messageHtml(question, kept)).join('')
  const work = mkdtempSync(join(tmpdir(), 'chazhang-picture-'))
  const page = join(work, 'page.html')
  const grounds = ['dark', 'light'].map((ground) => `<div class="phone ${ground}">${messages}</div>`).join('')
  const fit = `<script>document.title=document.body.scrollHeight</script>`
  writeFileSync(page, `<!doctype html><meta charset=utf-8><style>${STYLE}</style><body>${grounds}${fit}`)
  const chromium = (...more: string[]) =>
    execFileSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', ...more, `file://${page}`], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  const height = /<title>(\d+)/.exec(String(chromium('--dump-dom', '--window-size=780,100')))?.[1] ?? '900'
  chromium(`--screenshot=${join(folder, `${name}.png`)}`, `--window-size=780,${height}`)
  // Few colours are enough, and a quarter of the bytes.
  execFileSync('convert', [join(folder, `${name}.png`), '+dither', '-colors', '64', join(folder, `${name}.png`)])
  rmSync(work, { recursive: true, force: true })
}

const folder = resolve(process.argv[2] ?? 'docs/pictures')
mkdirSync(folder, { recursive: true })
const data = mkdtempSync(join(tmpdir(), 'chazhang-pictures-'))
const discord = await new FakeDiscord().listen()
const store = await openStore(join(data, 'chazhang.sqlite'))
await firstStart(store, { readReport, checkReport: EXAMINER.checkReport })
const services = await chatServices(store, data, { maxBytes: 1_000_000, hosts: [discord.host] })
const explain = (error: unknown): string | null => (error instanceof InputError ? error.message : null)
const settings = {
  token: TOKEN,
  api: discord.api,
  channels: [],
  roles: [],
  editorRoles: [],
  userPerMinute: 99,
  serverPerMinute: 99,
  ...TIMING,
}
const bot = await startBot(settings, { ...services, commands: COMMANDS, explain }, createLog('error', TOKEN))

const three = command(discord, '三公', { 部门: '硚口机关工委', 年度: '2020' })
const spent = command(discord, '支出', { 部门: '硚口机关工委', 年度: '2020' })
draw(
  'answers',
  [
    ['/三公 硚口机关工委 2020', await three.message()],
    ['/支出 硚口机关工委 2020', await spent.message()],
  ],
  folder,
)
const which = command(discord, '三公', { 部门: '区委办' })
const first = await write(discord, '洪山区委办2021年三公经费', { mention: true }).reply()
const then = await write(discord, '收入呢', { replyTo: first }).reply()
const how = await (await command(discord, '支出', { 部门: '硚口机关工委', 年度: '2020' }).press('怎么算的')).message()
draw(
  'talk',
  [
    ['/三公 区委办', await which.message()],
    ['@查账 洪山区委办2021年三公经费', first],
    ['（回复）收入呢', then],
    ['怎么算的', how],
  ],
  folder,
)
/** A draft as a department prints it: two pages, a paragraph a line or two. */
const draft = pdfOf(
  [(line: string) => !/四、|三公/.test(line), (line: string) => /四、|三公/.test(line)].map((own) => ({
    draw: (pen: Pen) => {
      const paragraphs = reportText('某市云溪区示范局', 2022)
        .split('\n')
        .filter((line) => line !== '' && own(line))
      const lines = paragraphs.flatMap((line) => wrap(line, 80))
      lines.forEach((line, row) => void pen.text(70, 90 + row * 26, line, 11))
    },
  })),
)
discord.files.set('draft', (response) => response.end(draft))
const file = { name: '_2022.pdf', title: '示范局2022年决算（征求意见）', url: `http://${discord.host}/files/draft`, size: draft.length }
const check = command(discord, 'check', { 文件: file }, { by: EDITOR })
draw('check', [['/check 示范局2022年决算（征求意见）.pdf', await check.result()]], folder)
await bot.stop()
await services.close()
await discord.close()
await store.close()
rmSync(data, { recursive: true, force: true })
