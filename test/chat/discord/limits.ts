/**
 * Discord's documented limits, written down apart from the bot's own: every payload that the bot sends in any test
 * passes here. Each rule gives the complaints it has.
 */

type Json = Record<string, unknown>
type Complaints = string[]

const objects = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const within = (what: string, value: unknown, least: number, most: number): Complaints => {
  if (value === undefined || value === null) return least === 0 ? [] : [`${what} is missing`]
  const { length } = [...text(value)]
  return length < least || length > most ? [`${what} has ${length} characters, ${least} to ${most} are allowed`] : []
}
const atMost = (what: string, list: unknown, most: number): Complaints =>
  objects(list).length > most ? [`${what}: ${objects(list).length}, at most ${most}`] : []
const unique = (what: string, values: readonly unknown[]): Complaints =>
  new Set(values).size < values.length ? [`${what} repeats: ${values.join(' ')}`] : []

function embed(one: Json): Complaints {
  const fields = objects(one.fields)
  const footer = one.footer as Json | undefined
  const total = [one.title, one.description, footer?.text, ...fields.flatMap((field) => [field.name, field.value])].map(text).join('')
  return [
    ...within('embed title', one.title, 0, 256),
    ...within('embed description', one.description, 0, 4096),
    ...within('embed footer', footer?.text, 0, 2048),
    ...atMost('embed fields', fields, 25),
    ...fields.flatMap((field) => [...within('field name', field.name, 1, 256), ...within('field value', field.value, 1, 1024)]),
    ...(total.length > 6000 ? ['embed total over 6000'] : []),
    ...(total.trim() === '' ? ['embed is empty'] : []),
  ]
}

function component(one: Json): Complaints {
  if (one.type === 2)
    return [
      ...within('custom_id', one.custom_id, 1, 100),
      ...within('button label', one.label, 1, 80),
      ...(Number(one.style) > 4 ? ['button style'] : []),
    ]
  if (one.type === 3) {
    const options = objects(one.options)
    return [
      ...within('custom_id', one.custom_id, 1, 100),
      ...within('placeholder', one.placeholder, 0, 150),
      ...(options.length < 1 || options.length > 25 ? [`select with ${options.length} options`] : []),
      ...unique(
        'option values',
        options.map((option) => option.value),
      ),
      ...options.flatMap((option) => [
        ...within('option label', option.label, 1, 100),
        ...within('option value', option.value, 1, 100),
        ...within('option description', option.description, 0, 100),
      ]),
    ]
  }
  return [`component of type ${one.type} in a message`]
}

function rows(list: unknown): Complaints {
  const all = objects(list)
  const inside = all.flatMap((row) => objects(row.components))
  return [
    ...atMost('rows', all, 5),
    ...all.flatMap((row) => {
      const own = objects(row.components)
      const selects = own.filter((one) => one.type === 3).length
      return [
        ...(row.type === 1 ? [] : ['row of another type']),
        ...(own.length < 1 || own.length > 5 ? [`row with ${own.length} components`] : []),
        ...(selects > 0 && own.length > 1 ? ['a select needs a row of its own'] : []),
      ]
    }),
    ...unique(
      'custom_id',
      inside.map((one) => one.custom_id),
    ),
    ...inside.flatMap(component),
  ]
}

/** A message to be created or edited. `files` are the names of its parts. */
export function message(body: Json, files: readonly string[]): Complaints {
  const mentions = body.allowed_mentions as Json | undefined
  const attachments = objects(body.attachments)
  const empty = text(body.content).trim() === '' && objects(body.embeds).length === 0 && files.length === 0
  return [
    ...within('content', body.content, 0, 2000),
    ...(empty ? ['message is empty'] : []),
    ...atMost('embeds', body.embeds, 10),
    ...objects(body.embeds).flatMap(embed),
    ...rows(body.components),
    ...(files.length > 10 ? ['too many files'] : []),
    ...(Array.isArray(mentions?.parse) && mentions.parse.length === 0 ? [] : ['mentions are not forbidden']),
    ...(attachments.length === files.length ? [] : ['attachments and files differ']),
    ...files.flatMap((name) => [...within('file name', name, 1, 255), ...(/[\\/]/.test(name) ? ['file name with a folder'] : [])]),
    ...(/(?<!\\)\\ud[89a-f]/i.test(JSON.stringify(body)) ? ['half a character'] : []),
  ]
}

function modal(data: Json): Complaints {
  const labels = objects(data.components)
  return [
    ...within('custom_id', data.custom_id, 1, 100),
    ...within('modal title', data.title, 1, 45),
    ...(labels.length < 1 || labels.length > 5 ? [`modal with ${labels.length} components`] : []),
    ...labels.flatMap((label) => {
      const input = label.component as Json
      return [
        ...(label.type === 18 && input.type === 4 ? [] : ['not a labelled input']),
        ...within('label', label.label, 1, 45),
        ...within('input id', input.custom_id, 1, 100),
        ...within('input value', input.value, 0, 4000),
        ...within('input placeholder', input.placeholder, 0, 100),
        ...(text(input.value).length > Number(input.max_length ?? 4000) ? ['value longer than its input'] : []),
      ]
    }),
  ]
}

/** The response to an interaction, by its type. */
export function callback(body: Json, files: readonly string[]): Complaints {
  const data = (body.data ?? {}) as Json
  if (body.type === 4 || body.type === 7) return message(data, files)
  if (body.type === 5 || body.type === 6) return []
  if (body.type === 9) return modal(data)
  if (body.type !== 8) return [`callback of type ${body.type}`]
  return [
    ...atMost('choices', data.choices, 25),
    ...objects(data.choices).flatMap((choice) => [
      ...within('choice name', choice.name, 1, 100),
      ...within('choice value', choice.value, 1, 100),
    ]),
  ]
}

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const named = (what: string, name: unknown): Complaints =>
  NAME.test(text(name)) && text(name) === text(name).toLowerCase() ? [] : [`${what} name ${text(name)}`]

function option(one: Json): Complaints {
  return [
    ...named('option', one.name),
    ...Object.values((one.name_localizations ?? {}) as Json).flatMap((name) => named('option', name)),
    ...within('option description', one.description, 1, 100),
    ...Object.values((one.description_localizations ?? {}) as Json).flatMap((words) => within('option description', words, 1, 100)),
    ...(one.autocomplete === true && Array.isArray(one.choices) ? ['autocomplete with choices'] : []),
  ]
}

/** A command to be registered. */
export function command(one: Json): Complaints {
  const slash = one.type === 1 || one.type === undefined
  const options = objects(one.options)
  const firstOptional = options.findIndex(({ required }) => required !== true)
  const size = JSON.stringify([one.name, one.description, options.map(({ name, description }) => [name, description])]).length
  return [
    ...(slash ? named('command', one.name) : within('command name', one.name, 1, 32)),
    ...(slash
      ? within('command description', one.description, 1, 100)
      : one.description === undefined
        ? []
        : ['description of a menu command']),
    ...Object.values((one.name_localizations ?? {}) as Json).flatMap((name) =>
      slash ? named('command', name) : within('name', name, 1, 32),
    ),
    ...Object.values((one.description_localizations ?? {}) as Json).flatMap((words) => within('description', words, 1, 100)),
    ...atMost('options', options, 25),
    ...unique(
      'option',
      options.map(({ name }) => name),
    ),
    ...(firstOptional >= 0 && options.slice(firstOptional).some(({ required }) => required === true)
      ? ['a required option after others']
      : []),
    ...(size > 8000 ? ['command over 8000 characters'] : []),
    ...options.flatMap(option),
  ]
}
