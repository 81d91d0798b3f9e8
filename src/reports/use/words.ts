import type { Text, Words } from '../../core/text.ts'
import type { Grouping, RowKind } from './model.ts'
import type { PresetName } from './rules/period.ts'

export const useWords = {
  badEdge: {
    zh: '应为日期（2026-01-01），或带时区的时间。',
    en: 'Enter a date (2026-01-01), or a time with its offset.',
  },
  nothingBetween: {
    zh: '结束日期不能早于开始日期。',
    en: 'The end date must not be before the start date.',
  },
  tooLong: { zh: '一次最多统计十年。', en: 'Choose at most ten years.' },
  noInstitution: { zh: '该单位不存在。', en: 'This institution does not exist.' },
  noLab: { zh: '该课题组不存在。', en: 'This lab does not exist.' },
  labsForStaff: {
    zh: '按课题组统计，仅供本单位的管理人员和该课题组成员查看。',
    en: 'Use by lab is visible only to the institution’s staff and to members of the lab.',
  },
  rowsForStaff: {
    zh: '预约明细仅供仪器所在单位的管理人员和本课题组成员查看。',
    en: 'The bookings behind a figure are visible only to staff of the instrument’s institution and to members of the lab.',
  },
  incomeForPi: {
    zh: '收费明细仅供仪器所在单位的管理人员和课题组负责人查看；您自己的费用见对账单。',
    en: 'Charges are visible only to staff of the instrument’s institution and to the lab’s PI. Your own charges are on the lab’s statements.',
  },
  report: { zh: '仪器使用统计', en: 'Instrument use' },
  lead: {
    zh: '开放、使用、有效与对外机时；跨越统计期的机时只计期内部分。',
    en: 'Open, used, effective and external hours. Sessions that cross the limits of the period count only for the part inside it.',
  },
  publicLead: {
    zh: '此处为公开的合计数据。',
    en: 'Public totals.',
  },
  filters: { zh: '筛选条件', en: 'Filters' },
  from: { zh: '开始日期', en: 'From' },
  to: { zh: '结束日期', en: 'To' },
  institution: { zh: '单位', en: 'Institution' },
  everyInstitution: { zh: '全部单位', en: 'All institutions' },
  everyLab: { zh: '全部课题组', en: 'All labs' },
  by: { zh: '分组', en: 'Group by' },
  show: { zh: '统计', en: 'Show' },
  period: { zh: '统计期', en: 'Period' },
  trendByMonth: { zh: '每月使用机时', en: 'Hours used per month' },
  trendByWeek: { zh: '每周使用机时', en: 'Hours used per week' },
  trendText: {
    zh: '单位为小时，只计统计期内的部分。',
    en: 'In hours, within the period only.',
  },
  trendSummary: (hours: string, points: number) => ({
    zh: `共使用 ${hours} 小时，分为 ${points} 段；数值见下方表格。`,
    en: `${hours} h used over ${points} intervals; see the table below for the numbers.`,
  }),
  pointText: (point: { period: string; used: string; external: string }) => ({
    zh: `${point.period}：使用 ${point.used} 小时，其中对外 ${point.external} 小时`,
    en: `${point.period}: ${point.used} h used, of which ${point.external} h external`,
  }),
  ofWhichExternal: { zh: '其中对外', en: 'Of which external' },
  asTable: { zh: '以表格查看', en: 'View as table' },
  heatSummary: ({ day, hour, used }: { day: Text; hour: number; used: string }) => ({
    zh: `最忙的时段是${day.zh} ${hour}:00，共使用 ${used} 小时；数值见下方表格。`,
    en: `Busiest on ${day.en} at ${hour}:00 with ${used} h; see the table below for the numbers.`,
  }),
  cellText: ({ day, hour, used }: { day: Text; hour: number; used: string }) => ({
    zh: `${day.zh} ${hour}:00：${used} 小时`,
    en: `${day.en} ${hour}:00: ${used} h`,
  }),
  hoursShort: (hours: string) => ({ zh: `${hours} 小时`, en: `${hours} h` }),
  tableOf: (group: Text) => ({
    zh: `仪器使用统计，按${group.zh}`,
    en: `Instrument use by ${group.en.toLowerCase()}`,
  }),
  heat: { zh: '一周使用时段分布', en: 'Use by time of week' },
  heatText: {
    zh: '统计期内各时段使用的小时数，按仪器所在时区；颜色越浓，使用越多。',
    en: 'Hours used in each hour of the week, in the instrument’s time zone. Stronger colour means more use.',
  },
  table: { zh: '明细表', en: 'Figures' },
  total: { zh: '合计', en: 'Total' },
  noLabNamed: { zh: '未注明课题组', en: 'No lab given' },
  none: { zh: '该时段没有使用记录', en: 'No use in this period' },
  noneHint: {
    zh: '请选择其他时段或其他单位。',
    en: 'Choose another period, or another institution.',
  },
  shownOf: (shown: number, all: number) => ({
    zh: `表中为使用最多的 ${shown} 项，共 ${all} 项；请下载查看全部数据。`,
    en: `The table shows the ${shown} most used of ${all}. Download the file for all of them.`,
  }),
  national: { zh: '与全国平均相比', en: 'Compared with the national average' },
  nationalText: {
    zh: '每台仪器的机时；全国平均按统计期的长短折算。',
    en: 'Hours per instrument. National averages are prorated to the period.',
  },
  here: ({ zh, en }: Text) => ({ zh: `${zh}（本统计）`, en: `${en} (here)` }),
  nation: ({ zh, en }: Text) => ({ zh: `${zh}（全国）`, en: `${en} (national)` }),
  perInstrument: { zh: '台均', en: 'Per instrument' },
  hours: { zh: '小时', en: 'Hours' },
  inHours: ({ zh, en }: Text) => ({ zh: `${zh}（小时）`, en: `${en}, h` }),
  instruments: { zh: '仪器（台）', en: 'Instruments' },
  hour: { zh: '时段', en: 'Hour' },
  month: { zh: '月份', en: 'Month' },
  week: { zh: '周（周一）', en: 'Week of' },
  start: { zh: '开始', en: 'Start' },
  end: { zh: '结束', en: 'End' },
  within: { zh: '计入期内', en: 'Counted within period' },
  person: { zh: '使用人', en: 'Person' },
  lab: { zh: '课题组', en: 'Lab' },
  instrument: { zh: '仪器', en: 'Instrument' },
  purpose: { zh: '用途', en: 'Purpose' },
  state: { zh: '状态', en: 'State' },
  reason: { zh: '原因', en: 'Reason' },
  rowsLead: (zh: string, en: string) => ({
    zh: `${zh}，跨越统计期的只计期内部分；以下各行之和即为统计表中的数值。`,
    en: `${en}, counting only the part within the period. The rows below add up to the figure in the report.`,
  }),
  oneOnly: { zh: '仅此一项', en: 'this one only' },
  noInstruments: { zh: '没有可统计的仪器', en: 'No instruments to count' },
  noRows: { zh: '没有这样的记录', en: 'No matching entries' },
  what: { zh: '查看', en: 'View' },
  rowsCount: (count: string) => ({ zh: `共 ${count} 条`, en: `${count} in total` }),
  hoursOfRows: (hours: string) => ({
    zh: `期内合计 ${hours} 小时`,
    en: `${hours} h within the period`,
  }),
  cause: { zh: '费用', en: 'Charge' },
  amount: { zh: '金额（元）', en: 'Amount (CNY)' },
  yuanOfRows: (yuan: string) => ({ zh: `合计 ${yuan} 元`, en: `¥${yuan} in total` }),
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
  quotaRate: { zh: '定额完成', en: 'Share of expected' },
  bookings: { zh: '预约次数', en: 'Bookings' },
  missed: { zh: '未到', en: 'No-shows' },
  lateCancelled: { zh: '逾期取消', en: 'Late cancellations' },
  cancelled: { zh: '取消', en: 'Cancelled' },
  samples: { zh: '样品数', en: 'Samples' },
  incomeFen: { zh: '收入（元）', en: 'Income (CNY)' },
} satisfies Record<string, Text>

export const presetLabels: Record<PresetName, Text> = {
  thisMonth: { zh: '本月', en: 'This month' },
  lastMonth: { zh: '上月', en: 'Last month' },
  thisQuarter: { zh: '本季度', en: 'This quarter' },
  lastQuarter: { zh: '上季度', en: 'Last quarter' },
  thisYear: { zh: '今年', en: 'This year' },
  lastYear: { zh: '去年', en: 'Last year' },
  lastMonths: { zh: '近 12 个月', en: 'Last 12 months' },
}

export const causeNames: Record<string, Text> = {
  use: { zh: '使用费', en: 'Use' },
  late_cancel: { zh: '逾期取消费', en: 'Late cancellation' },
  no_show: { zh: '未到费', en: 'No-show' },
  waiver: { zh: '减免', en: 'Waiver' },
  order: { zh: '委托服务费', en: 'Service order' },
  correction: { zh: '更正', en: 'Correction' },
}

export const outageKindNames: Record<string, Text> = {
  fault: { zh: '故障', en: 'Fault' },
  maintenance: { zh: '维护', en: 'Maintenance' },
  calibration: { zh: '校准', en: 'Calibration' },
  training: { zh: '培训', en: 'Training' },
  other: { zh: '其他', en: 'Other' },
}

export const groupingNames: Record<Grouping, Text> = {
  instrument: { zh: '仪器', en: 'Instrument' },
  lab: { zh: '课题组', en: 'Lab' },
  institution: { zh: '单位', en: 'Institution' },
  month: { zh: '月份', en: 'Month' },
}

export const rowKindNames: Record<RowKind, Text> = {
  used: { zh: '使用机时', en: 'Used' },
  effective: { zh: '有效机时', en: 'Effective' },
  shared: { zh: '开放机时', en: 'Shared' },
  samples: { zh: '测试样品', en: 'With samples' },
  external: { zh: '对外机时', en: 'External' },
  own: { zh: '机组自用', en: 'Own labs' },
  reserved: { zh: '预约时间', en: 'Reserved' },
  bookings: { zh: '预约次数', en: 'Bookings' },
  missed: { zh: '未到', en: 'No-shows' },
  late: { zh: '逾期取消', en: 'Late cancellations' },
  cancelled: { zh: '取消', en: 'Cancelled' },
  outages: { zh: '停机', en: 'Outages' },
  income: { zh: '收入', en: 'Income' },
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
