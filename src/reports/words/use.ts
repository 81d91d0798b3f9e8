import type { Text, Words } from '../../core/text.ts'
import type { Grouping, RowKind } from '../model/kinds.ts'

export const useWords = {
  badEdge: {
    zh: '应为日期（2026-01-01），或带时区的时间。',
    en: 'A day (2026-01-01), or a moment with its offset.',
  },
  nothingBetween: {
    zh: '结束日期不能早于开始日期。',
    en: 'The last day does not come before the first.',
  },
  tooLong: { zh: '一次最多统计十年。', en: 'At most ten years at once.' },
  noInstitution: { zh: '没有这个单位。', en: 'There is no such institution.' },
  noLab: { zh: '没有这个课题组。', en: 'There is no such lab.' },
  noInstrument: { zh: '没有这台仪器。', en: 'There is no such instrument.' },
  labsForStaff: {
    zh: '按课题组统计，仅供本单位的管理人员和该课题组成员查看。',
    en: 'Use by labs is shown to the staff of the institution, and to members of the lab itself.',
  },
  rowsForStaff: {
    zh: '预约明细仅供仪器所在单位的管理人员和本课题组成员查看。',
    en: 'The bookings behind a figure are shown to the staff of the instrument’s institution, and to members of the lab.',
  },
  report: { zh: '仪器使用统计', en: 'Use of instruments' },
  lead: {
    zh: '开放、使用、有效与对外机时，跨越统计期边界的机时只计入期内部分。',
    en: 'Open, used, effective and external hours; a session that crosses the edge of the period counts with its part only.',
  },
  publicLead: {
    zh: '这里显示的是公开的合计数据。',
    en: 'These are the public totals.',
  },
  filters: { zh: '统计条件', en: 'What is counted' },
  from: { zh: '开始日期', en: 'First day' },
  to: { zh: '结束日期', en: 'Last day' },
  institution: { zh: '单位', en: 'Institution' },
  everyInstitution: { zh: '全部单位', en: 'Every institution' },
  by: { zh: '分组', en: 'Grouped by' },
  show: { zh: '统计', en: 'Show' },
  period: { zh: '统计期', en: 'Period' },
  thisYear: { zh: '今年', en: 'This year' },
  lastYear: { zh: '去年', en: 'Last year' },
  thisMonth: { zh: '本月', en: 'This month' },
  lastMonths: { zh: '近 12 个月', en: 'Last 12 months' },
  figures: { zh: '合计', en: 'In all' },
  trend: { zh: '使用趋势', en: 'Use over time' },
  trendText: {
    zh: '每月（不足四个月时每周）使用的小时数，深色为对外使用。',
    en: 'Hours used each month, or each week where the period is short; the darker part is external use.',
  },
  heat: { zh: '一周之内何时在用', en: 'When in the week it is used' },
  heatText: {
    zh: '统计期内各时段使用的小时数，按仪器所在时区。',
    en: 'Hours used in each hour of the week, by the instrument’s own clock.',
  },
  table: { zh: '明细表', en: 'Figures' },
  csv: { zh: '下载 CSV', en: 'Download CSV' },
  xlsx: { zh: '下载 Excel', en: 'Download Excel' },
  total: { zh: '合计', en: 'Total' },
  noLabNamed: { zh: '未注明课题组', en: 'No lab named' },
  none: { zh: '这段时间没有使用记录', en: 'Nothing was used in this time' },
  noneHint: {
    zh: '请换一段时间，或选择其他单位。',
    en: 'Choose another period, or another institution.',
  },
  shownOf: (shown: number, all: number) => ({
    zh: `表中为使用最多的 ${shown} 项，共 ${all} 项；完整数据请下载。`,
    en: `The table shows the ${shown} most used of ${all}; download all of them.`,
  }),
  quotaNote: (general: string, special: string) => ({
    zh: `定额机时：通用仪器每年 ${general} 小时，专用仪器每年 ${special} 小时，按统计期折算。`,
    en: `Expected hours: ${general} a year for general and ${special} for special instruments, in proportion to the period.`,
  }),
  national: { zh: '与全国平均相比', en: 'Beside the national mean' },
  nationalText: (effective: string, external: string) => ({
    zh: `每台仪器的平均机时；全国平均为每年有效 ${effective} 小时、对外 ${external} 小时，按统计期折算。`,
    en: `Hours per instrument; the national means are ${effective} effective and ${external} external hours a year, in proportion to the period.`,
  }),
  ownMean: { zh: '本统计', en: 'Here' },
  nationalMean: { zh: '全国平均', en: 'National mean' },
  effectivePer: { zh: '台均有效机时', en: 'Effective hours each' },
  externalPer: { zh: '台均对外机时', en: 'External hours each' },
  hour: { zh: '时段', en: 'Hour' },
  month: { zh: '月份', en: 'Month' },
  week: { zh: '周（周一）', en: 'Week of' },
  rows: { zh: '数字背后的记录', en: 'The rows behind the figure' },
  back: { zh: '返回统计', en: 'Back to the report' },
  start: { zh: '开始', en: 'Start' },
  end: { zh: '结束', en: 'End' },
  within: { zh: '计入期内', en: 'Counted' },
  person: { zh: '使用人', en: 'Person' },
  lab: { zh: '课题组', en: 'Lab' },
  instrument: { zh: '仪器', en: 'Instrument' },
  purpose: { zh: '用途', en: 'Purpose' },
  state: { zh: '状态', en: 'State' },
  reason: { zh: '原因', en: 'Reason' },
  noRows: { zh: '没有这样的记录', en: 'No such rows' },
  what: { zh: '查看', en: 'Show' },
  rowsCount: (count: string) => ({ zh: `共 ${count} 条`, en: `${count} in all` }),
  hoursOfRows: (hours: string) => ({
    zh: `期内合计 ${hours} 小时`,
    en: `${hours} h inside the period`,
  }),
  nothing: { zh: '—', en: '—' },
} satisfies Words

/** Columns of the table and of its files. */
export const figureNames = {
  openHours: { zh: '开放时间', en: 'Open' },
  outageHours: { zh: '停机', en: 'Outages' },
  reservedHours: { zh: '预约', en: 'Reserved' },
  usedHours: { zh: '使用机时', en: 'Used' },
  effectiveHours: { zh: '有效机时', en: 'Effective' },
  externalHours: { zh: '对外机时', en: 'External' },
  ownHours: { zh: '机组自用', en: 'Own labs' },
  sharedHours: { zh: '开放机时', en: 'Shared' },
  utilisation: { zh: '利用率', en: 'Utilisation' },
  sharedRate: { zh: '共享率', en: 'External share' },
  quotaHours: { zh: '定额机时', en: 'Expected' },
  quotaRate: { zh: '定额完成', en: 'Of expected' },
  bookings: { zh: '预约次数', en: 'Bookings' },
  missed: { zh: '爽约', en: 'No-shows' },
  lateCancelled: { zh: '临期取消', en: 'Late cancels' },
  cancelled: { zh: '取消', en: 'Cancelled' },
  samples: { zh: '样品数', en: 'Samples' },
  incomeFen: { zh: '收入（元）', en: 'Income (CNY)' },
} satisfies Record<string, Text>

export const groupingNames: Record<Grouping, Text> = {
  instrument: { zh: '仪器', en: 'Instrument' },
  lab: { zh: '课题组', en: 'Lab' },
  institution: { zh: '单位', en: 'Institution' },
  month: { zh: '月份', en: 'Month' },
}

export const rowKindNames: Record<RowKind, Text> = {
  used: { zh: '使用', en: 'Used' },
  external: { zh: '对外使用', en: 'External use' },
  own: { zh: '机组自用', en: 'Own labs' },
  reserved: { zh: '预约', en: 'Reserved' },
  bookings: { zh: '预约次数', en: 'Bookings' },
  missed: { zh: '爽约', en: 'No-shows' },
  late: { zh: '临期取消', en: 'Late cancels' },
  cancelled: { zh: '取消', en: 'Cancelled' },
  outages: { zh: '停机', en: 'Outages' },
}

/** Monday first, short. */
export const weekdayNames: readonly Text[] = [
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
  { zh: '周日', en: 'Sun' },
]
