import type { Item } from '../query.ts'
import type { Placed } from './items.ts'

/** Words that mean something else beside certain items: 服务 of 采购, 维修费 of vehicles, 退休 of people. */

interface Sense {
  /** The items beside which the words mean this. */
  readonly beside: RegExp
  readonly words: RegExp
  readonly subjects: readonly string[]
}

const VEHICLE = /^(threePublic\.vehicle|count\.vehicles|assets\.vehicles|told:(燃料|燃油|油料|车辆|过桥|过路|路桥))/
const PROCUREMENT = /^procurement\./
const STAFF = /^(staff\.|told:(退休|离休)人员)/

const RECEPTION = /^threePublic\.reception|^count\.reception/
const OVERSEAS = /^threePublic\.overseas|^count\.overseas/
const HOW_MANY = '(多少|几|好多|几多)'

const SENSES: readonly Sense[] = [
  { beside: OVERSEAS, words: new RegExp(`${HOW_MANY}(次|趟|批次?|个?团组?)`), subjects: ['count.overseasGroups'] },
  { beside: OVERSEAS, words: new RegExp(`${HOW_MANY}(个人|人次?|名|位)`), subjects: ['count.overseasPersons'] },
  { beside: RECEPTION, words: new RegExp(`${HOW_MANY}(批次?|拨|场|次|回)(客人|来客|人)?`), subjects: ['count.receptionBatches'] },
  { beside: RECEPTION, words: new RegExp(`${HOW_MANY}(个客人|个人|人次?|位|名)(客人)?`), subjects: ['count.receptionPersons'] },
  { beside: VEHICLE, words: /用途|用处|类型|种类/, subjects: ['assets.vehicles', 'count.vehiclesKept'] },
  { beside: VEHICLE, words: new RegExp(`${HOW_MANY}(辆|台|部)(车|公车)?`), subjects: ['count.vehiclesKept', 'assets.vehicles'] },
  { beside: PROCUREMENT, words: /服务(类|部分|采购)?/, subjects: ['procurement.services'] },
  { beside: PROCUREMENT, words: /货物(类|部分|采购)?/, subjects: ['procurement.goods'] },
  { beside: PROCUREMENT, words: /工程(类|部分|采购)?/, subjects: ['procurement.works'] },
  { beside: PROCUREMENT, words: /中小企业/, subjects: ['procurement.sme'] },
  { beside: VEHICLE, words: /(车辆?|公车|车子)?(维修|修理|保养)(护)?费?/, subjects: ['told:维修费', 'told:车辆维修费', 'told:维护费'] },
  { beside: VEHICLE, words: /(车辆?|公车|车子)?(保险|车险)费?/, subjects: ['told:保险费', 'told:车辆保险费'] },
  { beside: STAFF, words: /退休(的|人员|职工|干部|人数)?(?!费|金)/, subjects: ['told:退休人员', 'staff.retired'] },
  { beside: STAFF, words: /离休(的|人员|干部|人数)?(?!费)/, subjects: ['told:离休人员'] },
]

const besideOf = (items: readonly Item[], { beside }: Sense): boolean =>
  items.some(({ subjects }) => subjects.some((subject) => beside.test(subject)))

/** The item that words mean beside others; null where they have no such sense. */
function senseOf(words: string, beside: readonly Item[]): Item | null {
  const sense = SENSES.find((one) => new RegExp(`^(${one.words.source})$`).test(words) && besideOf(beside, one))
  return sense === undefined ? null : { words, subjects: [...sense.subjects], different: false }
}

/** The items of a question with the senses that they have beside one another; more are found in what is left of it. */
export function inSense(placed: readonly Placed[], rest: string): { readonly placed: readonly Placed[]; readonly rest: string } {
  const items = placed.map(({ item }) => item)
  const turned = placed.map((one): Placed => {
    const item = senseOf(
      one.item.words,
      items.filter((other) => other !== one.item),
    )
    return item === null ? one : { ...one, item }
  })
  let left = rest
  const found = SENSES.flatMap((sense): Placed[] => {
    const [word] = besideOf(items, sense) ? (sense.words.exec(left) ?? []) : []
    if (word === undefined) return []
    const at = left.indexOf(word)
    left = `${left.slice(0, at)}${' '.repeat(word.length)}${left.slice(at + word.length)}`
    return [{ at, length: word.length, item: { words: word, subjects: [...sense.subjects], different: false } }]
  })
  return { placed: withoutQualifiers([...turned, ...found].sort((a, b) => a.at - b.at)), rest: left }
}

/** 公车油费: the vehicle before what is spent on it says nothing more. */
const withoutQualifiers = (placed: readonly Placed[]): Placed[] =>
  placed.filter(({ at, length, item }, i) => {
    const next = placed[i + 1]
    const close = next !== undefined && next.at - at - length <= 1
    return !(
      close &&
      VEHICLE.test(item.subjects[0] ?? '') &&
      !/^told:/.test(item.subjects[0] ?? '') &&
      /^told:/.test(next.item.subjects[0] ?? '')
    )
  })
