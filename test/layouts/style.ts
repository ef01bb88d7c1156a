import type { GridCell, Told } from './grid.ts'

/** How one province dresses its forms; what its forms are is said by the template. */
export interface Style {
  readonly unit: '万元' | '元'
  readonly separators: boolean
  /** What stands where there is nothing. */
  readonly nothing: '' | '0.00' | '—'
  /** 科目编码 in one column; under 类 款 项 but whole; or cut into the three columns. */
  readonly codes: 'one' | 'merged' | 'split'
  /** 行次 in the two-sided forms. */
  readonly ordinals: boolean
  /** 栏次 1 2 3 … below the header. */
  readonly numbered: boolean
  readonly total: 'top' | 'bottom'
  readonly before2020: boolean
  /** What stands above a form besides its title. */
  readonly above: (no: string, department: string, unit: string) => readonly string[]
  readonly indented: boolean
}

export const CENTRAL_HEAD = (no: string, department: string, unit: string): readonly string[] => [
  `公开${no}表`,
  `部门：${department}`,
  `金额单位：${unit}`,
]

/** A figure as the style prints it. */
export function cell(style: Style, value: number, told?: Told): GridCell {
  if (value === 0) return told && style.nothing === '0.00' ? { text: '0.00', told } : { text: style.nothing }
  const text = (value / 100).toFixed(2)
  const shown = style.separators ? text.replace(/\B(?=(\d{3})+\.)/g, ',') : text
  return told ? { text: shown, told } : { text: shown }
}
