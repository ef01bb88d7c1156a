import { describe, expect, it } from 'vitest'
import { evaluationRegions, parseEvaluations } from '../../src/parse/evaluation/index.ts'
import { linesOf } from './forms/notation.ts'

const read = (text: string) => {
  const lines = linesOf(text)
  const { evaluations, unread } = parseEvaluations(lines, evaluationRegions(lines), '万元')
  return {
    figures: evaluations.map((e) => `${e.indicator ?? '执行'} ${e.column} ${e.figure.text}${e.figure.unit}`),
    projects: [...new Set(evaluations.map((e) => e.project))],
    unread: unread.map((u) => u.where.raw),
  }
}

describe('a self-evaluation table', () => {
  it('with a header over every column is read by it', () => {
    const { figures, projects, unread } = read(
      [
        '项目绩效自评表',
        '项目名称\t\t河道清淤\t\t\t\t\t',
        '项目资金（万元）\t\t\t年初预算数\t全年预算数（A）\t全年执行数（B）\t分值\t执行率（B/A）\t得分',
        '\t\t年度资金总额\t30\t40\t36\t10\t90%\t9',
        '\t\t其中：当年财政拨款\t30\t40\t36\t—\t90%\t9',
        '绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因',
        '\t产出指标（50分）\t数量指标\t清淤长度\t3\t4\t50\t48\t',
        '\t\t质量指标\t验收合格率\t≥95%\t98%\t40\t40\t',
        '总分\t\t\t\t\t\t100\t97\t',
      ].join('\n'),
    )
    expect(projects).toEqual(['河道清淤'])
    expect(figures).toEqual([
      '执行 budget 40万元',
      '执行 execution 36万元',
      '执行 weight 10分',
      '执行 rate 90%',
      '执行 score 9分',
      '其中：当年财政拨款 budget 40万元',
      '其中：当年财政拨款 execution 36万元',
      '其中：当年财政拨款 rate 90%',
      '分值 weight 50分',
      '产出指标（50分）数量指标清淤长度 target 3',
      '产出指标（50分）数量指标清淤长度 actual 4',
      '产出指标（50分）数量指标清淤长度 weight 50分',
      '产出指标（50分）数量指标清淤长度 score 48分',
      '质量指标验收合格率 target 95%',
      '质量指标验收合格率 actual 98%',
      '质量指标验收合格率 weight 40分',
      '质量指标验收合格率 score 40分',
      '总分 weight 100分',
      '总分 score 97分',
    ])
    expect(unread).toEqual(['30', '30', '9'])
  })

  const SPLIT = [
    '部门整体支出绩效自评表',
    '部门名称\t\t河道管理处\t\t\t\t\t\t',
    '任务名称\t完成情况\t全年预算数（万元）\t\t全年执行数（万元）\t\t分值\t执行率\t得分',
  ]
  const TASK = '清淤\t完成\t120.50\t100.00\t90.25\t80.00\t5\t74.90%\t4'
  it('with heads split in two rows takes the whole, and lists the parts', () => {
    const { figures, unread } = read([...SPLIT, '\t\t总额\t财政拨款\t总额\t财政拨款\t\t\t', TASK].join('\n'))
    expect(figures).toEqual([
      '清淤完成 budget 120.50万元',
      '清淤完成 execution 90.25万元',
      '清淤完成 weight 5分',
      '清淤完成 rate 74.90%',
      '清淤完成 score 4分',
    ])
    expect(unread).toEqual(['100.00', '80.00'])
  })
  it('with heads split into parts alone has no whole', () => {
    const { figures, unread } = read([...SPLIT, '\t\t财政拨款\t其他资金\t财政拨款\t其他资金\t\t\t', TASK].join('\n'))
    expect(figures).toEqual(['清淤完成 weight 5分', '清淤完成 rate 74.90%', '清淤完成 score 4分'])
    expect(unread).toEqual(['120.50', '100.00', '90.25', '80.00'])
  })
  it('with more figures in a row than its header tells apart leaves all unread, and none in a name', () => {
    const { figures, unread } = read([...SPLIT, TASK].join('\n'))
    expect(figures).toEqual([])
    expect(unread).toEqual(['120.50', '100.00', '90.25', '80.00', '5', '74.90%', '4'])
  })
  it('names an indicator by the amount that stands in the place of its name', () => {
    const { figures } = read(
      [
        '项目绩效自评表',
        '项目名称\t\t河道清淤\t\t\t\t',
        '年度资金总额\t\t40\t36\t90%\t9\t',
        '一级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因',
        '成本指标\t36.50万元\t100%\t90%\t10\t6\t',
      ].join('\n'),
    )
    expect(figures.slice(-4)).toEqual([
      '成本指标36.50万元 target 100%',
      '成本指标36.50万元 actual 90%',
      '成本指标36.50万元 weight 10分',
      '成本指标36.50万元 score 6分',
    ])
  })
  it('takes a bare rate far above 1 for per cent', () => {
    const rates = (rate: string) => read(['项目绩效自评表', '项目名称\t河道清淤', `年度资金总额\t40\t36\t${rate}\t9`].join('\n')).figures[2]
    expect(rates('90')).toBe('执行 rate 90%')
    expect(rates('0.9')).toBe('执行 rate 0.9倍')
  })

  const RULED = ['项目绩效自评表', '项目名称\t河道清淤', '年度资金总额\t30\t40\t36\t10\t90%\t9', '产出指标\t清淤长度\t3\t4\t50\t48']
  const PROSE = [
    '清淤工作全年平稳推进，沿岸居民普遍满意，河面漂浮物明显减少，水质监测结果逐月',
    '好转。今年没有发生安全事故，各标段均按合同约定的时间完工，资料已经归档备查',
  ]
  it('ends at running text between its rows, however short its lines', () => {
    const regionOf = (lines: string[]) => evaluationRegions(linesOf(lines.join('\n'))).map(({ from, to }) => [from, to])
    expect(regionOf([...RULED, ...PROSE, '效益指标\t水质\t3\t4'])).toEqual([[1, 4]])
    expect(regionOf([...RULED, '水质达标', '效益指标\t水质\t3\t4'])).toEqual([[1, 6]])
  })

  it('without a grid is read in order, labels that wrap included', () => {
    const { figures } = read(
      [
        '河道清淤项目自评表',
        '项目名称 河道清淤',
        '预算执行情况（20 分） 预算数（A） 执行数（B） 执行率（B/A） 得分',
        '年度财政资',
        '金总额 40 36 90% 18',
        '数量指标 清淤长度 3 4 10',
        '质量指标 按合同验收并且移交',
        '2 2 8',
        '总分 36 分',
      ].join('\n'),
    )
    expect(figures).toContain('执行 execution 36万元')
    expect(figures).toContain('数量指标清淤长度 score 10分')
    expect(figures.filter((f) => f.endsWith('score 8分'))).toHaveLength(1)
    expect(figures).toContain('总分 score 36分')
  })

  it('restores a lost point only where the department’s total confirms it', () => {
    const rows = (project: string) =>
      [
        '单位名称 青云区档案馆',
        `基本支出总额 30.40 万元 项目支出总额 ${project} 万元`,
        '预算执行情况（20 分） 预算数（A） 执行数（B） 执行率（B/A） 得分',
        '部门整体支出总额 35.5 20',
      ].join('\n')
    expect(read(rows('5 1')).figures).toContain('项目支出总额 execution 5.1万元')
    const other = read(rows('7 1'))
    expect(other.figures).not.toContain('项目支出总额 execution 7.1万元')
    expect(other.unread).toContain('7 1')
  })

  it('takes a mention in a sentence for no table', () => {
    expect(read('各单位按要求填报项目自评表，并及时公开。').figures).toEqual([])
  })
})
