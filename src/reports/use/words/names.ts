import type { Text } from '../../../core/text.ts'
import type { Grouping, RowKind } from '../model/kinds.ts'
import type { PresetName } from '../rules/presets.ts'

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
  late_cancel: { zh: '临期取消费', en: 'Late cancellation' },
  no_show: { zh: '爽约费', en: 'No-show' },
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
  external: { zh: '对外机时', en: 'External use' },
  own: { zh: '机组自用', en: 'Own labs' },
  reserved: { zh: '预约时间', en: 'Reserved' },
  bookings: { zh: '预约次数', en: 'Bookings' },
  missed: { zh: '爽约', en: 'No-shows' },
  late: { zh: '临期取消', en: 'Late cancels' },
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
