import type { Text, Words } from '../../core/text.ts'
import type { Cause, LineCode } from './model.ts'

export const causeNames = {
  use: { zh: '使用', en: 'Use' },
  late_cancel: { zh: '逾期取消', en: 'Late cancellation' },
  no_show: { zh: '未到', en: 'No-show' },
  waiver: { zh: '减免', en: 'Waiver' },
  order: { zh: '委托服务', en: 'Service' },
  material: { zh: '实物', en: 'Material' },
  correction: { zh: '更正', en: 'Correction' },
} as const satisfies Record<Cause, Text>

export const lineNames = {
  time: { zh: '机时', en: 'Instrument time' },
  peak_time: { zh: '高峰机时', en: 'Peak time' },
  assisted: { zh: '技术人员操作', en: 'Operated by staff' },
  samples: { zh: '样品', en: 'Samples' },
  setup: { zh: '准备费', en: 'Set-up fee' },
  minimum: { zh: '最低收费差额', en: 'Minimum charge difference' },
  late_cancel: { zh: '逾期取消费', en: 'Late-cancellation fee' },
  no_show: { zh: '未到费', en: 'No-show fee' },
  waiver: { zh: '减免', en: 'Waived' },
  order: { zh: '委托服务', en: 'Service' },
  correction: { zh: '更正', en: 'Correction' },
  material: { zh: '材料费', en: 'Material' },
  cost: { zh: '成本费', en: 'Cost' },
} as const satisfies Record<LineCode, Text>

export const chargeWords = {
  charge: { zh: '费用', en: 'Charge' },
  noCharge: {
    zh: '该费用不存在，或您没有访问权限。',
    en: 'This charge does not exist, or you do not have access.',
  },
  chargeOf: (title: Text): Text => ({
    zh: `${title.zh}的费用`,
    en: `Charge for ${title.en}`,
  }),
  nothing: { zh: '不收费', en: 'Free' },
  total: { zh: '合计', en: 'Total' },
  amount: { zh: '金额（元）', en: 'Amount (CNY)' },
  how: { zh: '计算过程', en: 'Calculation' },
  item: { zh: '项目', en: 'Item' },
  counted: { zh: '数量 × 单价', en: 'Quantity × unit price' },
  instrument: { zh: '仪器', en: 'Instrument' },
  material: { zh: '实物', en: 'Material' },
  booking: { zh: '预约', en: 'Booking' },
  person: { zh: '使用人', en: 'Person' },
  lab: { zh: '课题组', en: 'Lab' },
  noLab: { zh: '未记入课题组，由使用人承担', en: 'No lab; charged to the person' },
  cause: { zh: '事由', en: 'Reason' },
  at: { zh: '发生时间', en: 'Date' },
  statement: { zh: '对账单', en: 'Statement' },
  notIssued: (month: Text): Text => ({
    zh: `将记入 ${month.zh} 对账单`,
    en: `Will appear on the ${month.en} statement`,
  }),
  versions: { zh: '计费依据', en: 'Based on' },
  policyVersion: (version: number): Text => ({
    zh: `预约规则第 ${version} 版`,
    en: `booking rules, version ${version}`,
  }),
  rateVersion: (version: number): Text => ({
    zh: `收费标准第 ${version} 版`,
    en: `rates, version ${version}`,
  }),
  about: { zh: '对应费用', en: 'Relates to' },
  aboutOther: { zh: '另一笔费用', en: 'another charge' },
  reason: { zh: '原因', en: 'Reason' },
  further: { zh: '后续更正与减免', en: 'Later corrections and waivers' },
  open: { zh: '当前应付', en: 'Currently due' },
  correct: { zh: '更正这笔费用', en: 'Correct this charge' },
  correctLead: {
    zh: '原费用不会修改；更正另记一笔，列入下一期对账单。',
    en: 'The charge itself is not changed. The correction is a separate line on the next statement.',
  },
  difference: { zh: '差额（元）', en: 'Difference (CNY)' },
  differenceHint: {
    zh: '减少时填负数，例如 -50。',
    en: 'Enter a negative amount to reduce the charge, such as -50.',
  },
  corrected: { zh: '更正已记入', en: 'Correction recorded' },
  notBelowZero: {
    zh: '减少的金额超过当前应付金额，请减小。',
    en: 'The reduction exceeds the amount due. Enter a smaller amount.',
  },
  onlyOriginal: {
    zh: '减免和更正不能再更正，请更正原费用。',
    en: 'Waivers and corrections cannot be corrected. Correct the original charge.',
  },
  hour: { zh: '小时', en: 'h' },
  sample: { zh: '个', en: 'samples' },
  once: { zh: '次', en: '×' },
} satisfies Words
