/** A short report of nobody's, with figures of our own: its total is said twice, differently. */
export const reportText = (department: string, year: number, twice = '130.00'): string => `${department}${year}年度部门决算公开

第二部分 ${year}年度部门决算情况说明

一、收入支出决算总体情况说明

${year}年度收入总计120.00万元，支出总计120.00万元。

二、收入决算情况说明

${year}年度收入合计120.00万元，其中：财政拨款收入120.00万元，占本年收入100.00%。

三、支出决算情况说明

${year}年度支出合计${twice}万元，其中：基本支出90.00万元，占本年支出75.00%；项目支出30.00万元，占本年支出25.00%。

四、“三公”经费财政拨款支出决算情况说明

${year}年度“三公”经费财政拨款支出决算为5.00万元，其中：公务用车购置及运行费支出决算为4.00万元，公务接待费支出决算为1.00万元。
`
