/** Bodies whose own name comes before the place. */
const BODY = /^(中国共产党|中共|中国人民政治协商会议|政协|共青团|共产主义青年团|中国共产主义青年团|中国民主同盟|民盟|九三学社)/
const LEVEL = /^([\p{Script=Han}]{2,7}?)(壮族自治区|回族自治区|维吾尔自治区|自治区|自治州|自治县|开发区|新区|地区|省|市|州|盟|区|县|旗)/u
/** Counties of one character: 忠县, 歙县. All other places have two at least (杭州 is no 州). */
const SHORT_COUNTY = /^([\p{Script=Han}])(县)/u
const MAX_LEVELS = 4

export interface PlacedName {
  /** 中共, 政协 …, '' where the name has none. */
  readonly body: string
  /** Places from the widest to the narrowest, with and without the sign of their level. */
  readonly places: readonly { readonly core: string; readonly full: string }[]
  /** What is left: the organ. */
  readonly organ: string
}

/** 中共武汉市硚口区委… → body 中共, places 武汉市 and 硚口区, organ 委…. Names without a place are all organ. */
export function splitName(name: string): PlacedName {
  const body = BODY.exec(name)?.[0] ?? ''
  let organ = name.slice(body.length)
  const places: { core: string; full: string }[] = []
  while (places.length < MAX_LEVELS) {
    const [full = '', core = ''] = SHORT_COUNTY.exec(organ) ?? LEVEL.exec(organ) ?? []
    if (core === '') break
    places.push({ core: core.length === 1 ? full : core, full })
    organ = organ.slice(full.length)
  }
  return { body, places, organ }
}

/** The words that tell the narrowest place of a name: 硚口; 武汉经开 also by its last two characters. */
export function placeCores({ places }: PlacedName): string[] {
  const core = places.at(-1)?.core
  if (core === undefined) return []
  return core.length >= 4 ? [core, core.slice(-2)] : [core]
}
