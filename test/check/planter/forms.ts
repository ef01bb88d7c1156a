import { type Accounts, allTotal, type ClassGroup, groupTotal, type Item, itemTotal } from './accounts.ts'

/** How one place prints its forms. */
export interface Dress {
  readonly unit: string
  /** 行次 in the two-sided forms. */
  readonly ordinals: boolean
  readonly separators: boolean
  /** Zeros are printed as 0.00 instead of left blank. */
  readonly zeros: boolean
  /** 公开NN表 above each form. */
  readonly numbered: boolean
  readonly department: boolean
  readonly notes: boolean
  readonly basicTitle: string
  readonly order: readonly FormName[]
  readonly threePublic: 'one-row' | 'list'
}

export type FormName = 'overview' | 'revenue' | 'expenditure' | 'fiscal' | 'general' | 'basic' | 'threePublic' | 'fund' | 'capital'

const CLASSES =
  '201 一般公共服务支出,202 外交支出,203 国防支出,204 公共安全支出,205 教育支出,206 科学技术支出,207 文化旅游体育与传媒支出,208 社会保障和就业支出,210 卫生健康支出,211 节能环保支出,212 城乡社区支出,213 农林水支出,214 交通运输支出,215 资源勘探工业信息等支出,216 商业服务业等支出,217 金融支出,219 援助其他地区支出,220 自然资源海洋气象等支出,221 住房保障支出,222 粮油物资储备支出,223 国有资本经营预算支出,224 灾害防治及应急管理支出,229 其他支出'
    .split(',')
    .map((text) => text.split(' ') as [string, string])
const CHINESE = '一二三四五六七八九十'
const ordinal = (n: number): string =>
  n <= 10 ? (CHINESE[n - 1] ?? '') : n < 20 ? `十${CHINESE[n - 11] ?? ''}` : `二十${n === 20 ? '' : (CHINESE[n - 21] ?? '')}`

/** Digits as the dress prints them; blank or 0.00 for nothing. */
export function money(value: number, separators: boolean): string {
  const text = (value / 100).toFixed(2)
  return separators ? text.replace(/\B(?=(\d{3})+\.)/g, ',') : text
}

export class Forms {
  constructor(
    private readonly a: Accounts,
    private readonly dress: Dress,
  ) {}

  private cell(value: number): string {
    return value === 0 ? (this.dress.zeros ? '0.00' : '') : money(value, this.dress.separators)
  }

  private row(...cells: (string | number)[]): string {
    return cells.map((cell) => (typeof cell === 'number' ? this.cell(cell) : cell)).join('\t')
  }

  private get all(): readonly ClassGroup[] {
    return [...this.a.classes, this.a.fund].sort((x, y) => Number(x.code) - Number(y.code))
  }

  /** Other income pays for a part of the second item of the first class. */
  private otherOf(item: Item): number {
    return item.project > 0 && this.a.classes.some((group) => group.section.items.includes(item)) ? this.a.other : 0
  }

  private totals() {
    const { a } = this
    const general = allTotal(a)
    const fund = groupTotal(a.fund)
    const year = general + fund + a.other
    const income = general + a.closing - a.opening
    return { general, fund, year, income, revenue: income + fund + a.other, grand: year + a.closing }
  }

  private coded(groups: readonly ClassGroup[], cells: (item: Item) => readonly number[]): string[] {
    const add = (items: readonly Item[]): number[] =>
      items.map(cells).reduce<number[]>((all, one) => one.map((value, i) => (all[i] ?? 0) + value), [])
    return groups.flatMap((group) => [
      this.row(group.code, group.name, ...add(group.section.items)),
      this.row(group.section.code, group.section.name, ...add(group.section.items)),
      ...group.section.items.map((item) => this.row(item.code, item.name, ...cells(item))),
    ])
  }

  private titled(no: number, title: string, body: readonly string[], note?: string): string {
    const { a, dress } = this
    return [
      `${a.year}年度${title}`,
      ...(dress.numbered ? [`公开0${no}表`] : []),
      ...(dress.department ? [`部门：${a.department}`] : []),
      `单位：${dress.unit}`,
      body.join('\n'),
      ...(dress.notes && note !== undefined ? [`注：${note}`] : []),
    ].join('\n\n')
  }

  /** Two sides: income on the left, classes on the right; extra columns of the right side behind its name. */
  private twoSided(
    left: readonly (readonly [string, number])[],
    right: readonly (readonly [string, ...number[]])[],
    from: number,
  ): string[] {
    const { ordinals } = this.dress
    return right.map(([name, ...values], i) => {
      const [own, value] = left[i] ?? ['', '']
      const l = ordinals ? [own, String(i + 1), value] : [own, value]
      return this.row(...l, name, ...(ordinals ? [String(from + i)] : []), ...values)
    })
  }

  private tail(
    left: readonly (readonly [string, number])[],
    right: readonly (readonly [string, ...number[]])[],
    at: number,
    from: number,
  ): string[] {
    return right.map(([name, ...values], i) => {
      const [own, value] = left[i] ?? ['', '']
      const l = this.dress.ordinals ? [own, String(at + i), value] : [own, value]
      const cells = name === '' ? values.map(() => '') : values
      return this.row(...l, name, ...(this.dress.ordinals ? [String(from + i)] : []), ...cells)
    })
  }

  private overview(no: number): string {
    const t = this.totals()
    const amounts = new Map(this.all.map((group) => [group.code, groupTotal(group, (item) => itemTotal(item) + this.otherOf(item))]))
    const left: (readonly [string, number])[] = [
      ['一、一般公共预算财政拨款收入', t.income],
      ['二、政府性基金预算财政拨款收入', t.fund],
      ['三、国有资本经营预算财政拨款收入', 0],
      ['四、上级补助收入', 0],
      ['五、事业收入', 0],
      ['六、经营收入', 0],
      ['七、附属单位上缴收入', 0],
      ['八、其他收入', this.a.other],
    ]
    const right = CLASSES.map(([code, name], i): readonly [string, number] => [`${ordinal(i + 1)}、${name}`, amounts.get(code) ?? 0])
    const n = right.length
    const o = this.dress.ordinals
    const body = [
      o ? '收入\t\t\t支出\t\t' : '收入\t\t支出\t',
      o ? '项目\t行次\t决算数\t项目\t行次\t决算数' : '项目\t决算数\t项目\t决算数',
      ...this.twoSided(left, right, n + 6),
      ...this.tail(
        [
          ['本年收入合计', t.revenue],
          ['使用非财政拨款结余', 0],
          ['年初结转和结余', this.a.opening],
          ['总计', t.grand],
        ],
        [
          ['本年支出合计', t.year],
          ['结余分配', 0],
          ['年末结转和结余', this.a.closing],
          ['总计', t.grand],
        ],
        n + 1,
        2 * n + 6,
      ),
    ]
    return this.titled(no, '收入支出决算总表', body, '本表反映部门本年度的总收支和年末结转结余情况。')
  }

  private revenue(no: number): string {
    const cells = (item: Item): readonly number[] => {
      const more = item === this.first ? this.a.closing - this.a.opening : 0
      const paid = itemTotal(item) + more
      return [paid + this.otherOf(item), paid, 0, 0, 0, 0, this.otherOf(item)]
    }
    const t = this.totals()
    return this.titled(
      no,
      '收入决算表',
      [
        '项目\t\t本年收入合计\t财政拨款收入\t上级补助收入\t事业收入\t经营收入\t附属单位上缴收入\t其他收入',
        '功能分类科目编码\t科目名称\t\t\t\t\t\t\t',
        ...(this.dress.ordinals ? ['栏次\t\t1\t2\t3\t4\t5\t6\t7'] : []),
        this.row('合计', '', t.revenue, t.income + t.fund, 0, 0, 0, 0, this.a.other),
        ...this.coded(this.all, cells),
      ],
      '本表反映部门本年度取得的各项收入情况。',
    )
  }

  private get first(): Item | undefined {
    return this.a.classes[0]?.section.items[0]
  }

  private expenditure(no: number): string {
    const cells = (item: Item): readonly number[] => [
      itemTotal(item) + this.otherOf(item),
      item.basic,
      item.project + this.otherOf(item),
      0,
      0,
      0,
    ]
    const t = this.totals()
    const basic = allTotal(this.a, (item) => item.basic)
    return this.titled(
      no,
      '支出决算表',
      [
        '项目\t\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出',
        '功能分类科目编码\t科目名称\t\t\t\t\t\t',
        ...(this.dress.ordinals ? ['栏次\t\t1\t2\t3\t4\t5\t6'] : []),
        this.row('合计', '', t.year, basic, t.year - basic, 0, 0, 0),
        ...this.coded(this.all, cells),
      ],
      '本表反映部门本年度各项支出情况。',
    )
  }

  private fiscal(no: number): string {
    const t = this.totals()
    const general = new Map(this.a.classes.map((group) => [group.code, groupTotal(group)]))
    const right = CLASSES.map(([code, name], i): readonly [string, ...number[]] => {
      const [own, fund] = [general.get(code) ?? 0, code === this.a.fund.code ? t.fund : 0]
      return [`${ordinal(i + 1)}、${name}`, own + fund, own, fund, 0]
    })
    const n = right.length
    const { opening, closing } = this.a
    const grand = t.general + t.fund + closing
    const o = this.dress.ordinals
    const body = [
      o ? '收入\t\t\t支出\t\t\t\t\t' : '收入\t\t支出\t\t\t\t',
      o
        ? '项目\t行次\t决算数\t项目\t行次\t合计\t一般公共预算财政拨款\t政府性基金预算财政拨款\t国有资本经营预算财政拨款'
        : '项目\t决算数\t项目\t合计\t一般公共预算财政拨款\t政府性基金预算财政拨款\t国有资本经营预算财政拨款',
      ...this.twoSided(
        [
          ['一、一般公共预算财政拨款', t.income],
          ['二、政府性基金预算财政拨款', t.fund],
          ['三、国有资本经营预算财政拨款', 0],
        ],
        right,
        n + 7,
      ),
      ...this.tail(
        [
          ['本年收入合计', t.income + t.fund],
          ['年初财政拨款结转和结余', opening],
          ['一般公共预算财政拨款', opening],
          ['政府性基金预算财政拨款', 0],
          ['国有资本经营预算财政拨款', 0],
          ['总计', grand],
        ],
        [
          ['本年支出合计', t.general + t.fund, t.general, t.fund, 0],
          ['年末财政拨款结转和结余', closing, closing, 0, 0],
          ['', 0, 0, 0, 0],
          ['', 0, 0, 0, 0],
          ['', 0, 0, 0, 0],
          ['总计', grand, t.general + closing, t.fund, 0],
        ],
        n + 1,
        2 * n + 7,
      ),
    ]
    return this.titled(no, '财政拨款收入支出决算总表', body, '本表反映部门本年度财政拨款的总收支和年末结转结余情况。')
  }

  private general(no: number): string {
    const cells = (item: Item): readonly number[] => [itemTotal(item), item.basic, item.project]
    return this.titled(
      no,
      '一般公共预算财政拨款支出决算表',
      [
        '项目\t\t本年支出\t\t',
        '功能分类科目编码\t科目名称\t小计\t基本支出\t项目支出',
        ...(this.dress.ordinals ? ['栏次\t\t1\t2\t3'] : []),
        this.row(
          '合计',
          '',
          allTotal(this.a),
          allTotal(this.a, (item) => item.basic),
          allTotal(this.a, (item) => item.project),
        ),
        ...this.coded(this.a.classes, cells),
      ],
      '本表反映部门本年度一般公共预算财政拨款支出情况。',
    )
  }

  private basic(no: number): string {
    const lines = this.a.economic.map((head) => [head, ...head.details])
    const [wages, office, retired, capital] = lines
    const left = [...(wages ?? []), ...(retired ?? [])]
    const right = [...(office ?? []), ...(capital ?? [])]
    const amount = (code: string): number => this.a.economic.find((head) => head.code === code)?.amount ?? 0
    const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
      const [l, r] = [left[i], right[i]]
      return this.row(l?.code ?? '', l?.name ?? '', l?.amount ?? '', r?.code ?? '', r?.name ?? '', r?.amount ?? '')
    })
    return this.titled(
      no,
      this.dress.basicTitle,
      [
        '人员经费\t\t\t公用经费\t\t',
        '科目编码\t科目名称\t决算数\t科目编码\t科目名称\t决算数',
        ...rows,
        this.row('人员经费合计', '', amount('301') + amount('303'), '公用经费合计', '', amount('302') + amount('310')),
      ],
      '本表反映部门本年度一般公共预算财政拨款基本支出明细情况。',
    )
  }

  private threePublic(no: number): string {
    const { budget, final } = this.a.threePublic
    const spread = ([overseas, purchase, operation, reception]: readonly number[]): number[] => {
      const vehicles = (purchase ?? 0) + (operation ?? 0)
      return [(overseas ?? 0) + vehicles + (reception ?? 0), overseas ?? 0, vehicles, purchase ?? 0, operation ?? 0, reception ?? 0]
    }
    const title = '财政拨款“三公”经费支出决算表'
    if (this.dress.threePublic === 'one-row') {
      const half = '合计\t因公出国（境）费\t公务用车购置及运行费\t\t\t公务接待费'
      const sub = '\t\t小计\t公务用车购置费\t公务用车运行费\t'
      return this.titled(
        no,
        title,
        [
          '预算数\t\t\t\t\t\t决算数\t\t\t\t\t',
          `${half}\t${half}`,
          `${sub}\t${sub}`,
          '1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12',
          this.row(...spread(budget), ...spread(final)),
        ],
        '本表反映部门本年度“三公”经费支出预决算情况。',
      )
    }
    const names = ['合计', '1.因公出国（境）费', '2.公务用车购置及运行维护费', '其中：公务用车购置费', '公务用车运行维护费', '3.公务接待费']
    const [plan, real] = [spread(budget), spread(final)]
    return this.titled(
      no,
      title,
      ['项目\t预算数\t决算数', ...names.map((name, i) => this.row(name, plan[i] ?? 0, real[i] ?? 0))],
      '本表反映部门本年度“三公”经费支出预决算情况。',
    )
  }

  private fund(no: number): string {
    const cells = (item: Item): readonly number[] => [0, itemTotal(item), itemTotal(item), 0, itemTotal(item), 0]
    const t = this.totals()
    return this.titled(
      no,
      '政府性基金预算财政拨款收入支出决算表',
      [
        '项目\t\t年初结转和结余\t本年收入\t本年支出\t\t\t年末结转和结余',
        '功能分类科目编码\t科目名称\t\t\t小计\t基本支出\t项目支出\t',
        this.row('合计', '', 0, t.fund, t.fund, 0, t.fund, 0),
        ...this.coded([this.a.fund], cells),
      ],
      '本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。',
    )
  }

  private capital(no: number): string {
    const body = ['项目\t\t本年支出\t\t', '功能分类科目编码\t科目名称\t合计\t基本支出\t项目支出', '合计\t\t\t\t']
    return this.titled(no, '国有资本经营预算财政拨款支出决算表', body, '本部门没有国有资本经营预算财政拨款支出，本表无数据。')
  }

  /** All nine, in the dress's order. */
  all9(): string {
    return this.dress.order.map((name, i) => this[name](i + 1)).join('\n\n')
  }
}
