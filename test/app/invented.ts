/** Documents of a made-up bureau, as text that a PDF's extraction leaves: a final account or a budget of one year. */

const BUREAU = '甲省乙县示范水务局'

export interface InventedAccount {
  readonly year: number
  /** 本年支出合计, all of it 一般公共预算; 万元. */
  readonly spent: string
  readonly basic: string
  readonly project: string
  /** Against the year before, as the explanation words it: 增加20.00万元，增长25.00%. */
  readonly change: string
  readonly opening: string
  readonly reception: { readonly budget: string; readonly final: string; readonly change: string }
}

export const inventedAccount = (made: InventedAccount): string => {
  const { year, spent, basic, project, reception } = made
  return `${BUREAU}
${year}年度部门决算
第一部分 ${BUREAU}概况
一、主要职能
负责本县水资源的管理和保护。
第二部分 ${BUREAU}${year}年度部门决算表
收入支出决算总表
部门：${BUREAU} 单位：万元
收入 支出
项目 决算数 项目 决算数
一、一般公共预算财政拨款收入 ${spent} 一、农林水支出 ${spent}
本年收入合计 ${spent} 本年支出合计 ${spent}
总计 ${spent} 总计 ${spent}
支出决算表
部门：${BUREAU} 单位：万元
功能分类科目编码 科目名称 本年支出合计 基本支出 项目支出
合计 ${spent} ${basic} ${project}
213 农林水支出 ${spent} ${basic} ${project}
21303 水利 ${spent} ${basic} ${project}
2130301 行政运行 ${basic} ${basic}
2130305 水利工程建设 ${project} ${project}
一般公共预算财政拨款支出决算表
部门：${BUREAU} 单位：万元
功能分类科目编码 科目名称 合计 基本支出 项目支出
合计 ${spent} ${basic} ${project}
213 农林水支出 ${spent} ${basic} ${project}
21303 水利 ${spent} ${basic} ${project}
2130301 行政运行 ${basic} ${basic}
2130305 水利工程建设 ${project} ${project}
财政拨款“三公”经费支出决算表
部门：${BUREAU} 单位：万元
预算数 决算数
合计 因公出国（境）费 公务用车购置及运行维护费 公务接待费 合计 因公出国（境）费 公务用车购置及运行维护费 公务接待费
小计 公务用车购置费 公务用车运行维护费 小计 公务用车购置费 公务用车运行维护费
${reception.budget} 0.00 0.00 0.00 0.00 ${reception.budget} ${reception.final} 0.00 0.00 0.00 0.00 ${reception.final}
第三部分 ${BUREAU}${year}年度部门决算情况说明
一、收入支出决算总体情况说明
${year}年度收入支出总计${spent}万元。与${year - 1}年度相比，收入支出总计${made.change}。
二、支出决算情况说明
本年支出合计${spent}万元，其中：基本支出${basic}万元，项目支出${project}万元。
三、一般公共预算财政拨款支出决算情况说明
（一）一般公共预算财政拨款支出决算总体情况
一般公共预算财政拨款支出${spent}万元。与${year - 1}年度相比，一般公共预算财政拨款支出${made.change}。
（二）一般公共预算财政拨款支出决算具体情况
一般公共预算财政拨款支出年初预算为${made.opening}万元，支出决算为${spent}万元。
四、“三公”经费支出决算情况说明
${year}年度“三公”经费支出决算${reception.final}万元，比${year - 1}年度${reception.change}。其中：公务接待费支出${reception.final}万元，比${year - 1}年度${reception.change}。
`
}

export interface InventedBudget {
  readonly year: number
  /** 支出总计 in 元, as printed; all of it 一般公共预算. */
  readonly planned: string
  readonly basic: string
  readonly project: string
  /** 万元. */
  readonly reception: string
  /** What the explanation says of the total, 万元, and how much more than the year before. */
  readonly told?: { readonly total: string; readonly more: string }
}

const explained = (year: number, { total, more }: { readonly total: string; readonly more: string }): string => `${year}年部门预算编制说明
${year}年，${BUREAU}支出预算${total}万元，其中：财政拨款支出预算${total}万元，比${year - 1}年预算增加${more}万元。
`

export const inventedBudget = ({ year, planned, basic, project, reception, told }: InventedBudget): string => `乙县${year}年部门预算
预算主管部门：${BUREAU}
${year}年部门财务收支预算总表
编制部门：${BUREAU} 单位：元
本年收入 本年支出
项目 预算数 项目 预算数
一、财政拨款收入 ${planned} 一、农林水支出 ${planned}
1. 一般公共预算 ${planned}
收入总计 ${planned} 支出总计 ${planned}
${year}年部门支出预算总表
编制部门：${BUREAU} 单位：元
功能分类科目编码
功能分类科目名称 合计 基本支出 项目支出
类 款 项
213 农林水支出 ${planned} ${basic} ${project}
213 03 水利 ${planned} ${basic} ${project}
合计 ${planned} ${basic} ${project}
${year}年部门一般公共预算支出功能分类预算表
编制部门：${BUREAU} 单位：元
功能分类科目编码
功能分类科目名称 合计 基本支出 项目支出
类 款 项
213 农林水支出 ${planned} ${basic} ${project}
213 03 水利 ${planned} ${basic} ${project}
合计 ${planned} ${basic} ${project}
${year}年部门“三公”经费和机关运行经费预算表
编制部门：${BUREAU} 单位：万元
“三公”经费预算数
机关运行经费预算数
合计 因公出国(境)费 公务接待费 公务用车购置及运行费
小计 购置费 运行费
${reception} 0.00 ${reception} 0.00 0.00 0.00 9.00
${told === undefined ? '' : explained(year, told)}`
