import type { Text, Words } from '../../core/text.ts'
import type { Cause, LineCode } from './model.ts'

export const causeNames = {
  use: { zh: '使用', en: 'Use' },
  late_cancel: { zh: '逾期取消', en: 'Late cancellation' },
  no_show: { zh: '未到', en: 'Not come' },
  waiver: { zh: '免除', en: 'Waived' },
  order: { zh: '委托服务', en: 'Service' },
  material: { zh: '实物', en: 'Material' },
  correction: { zh: '更正', en: 'Correction' },
} as const satisfies Record<Cause, Text>

export const lineNames = {
  time: { zh: '机时', en: 'Instrument time' },
  peak_time: { zh: '高峰机时', en: 'Peak time' },
  assisted: { zh: '技术人员操作', en: 'Run by staff' },
  samples: { zh: '样品', en: 'Samples' },
  setup: { zh: '准备', en: 'Getting ready' },
  minimum: { zh: '最低收费差额', en: 'Up to the minimum' },
  late_cancel: { zh: '逾期取消费', en: 'Fee for cancelling late' },
  no_show: { zh: '未到费', en: 'Fee for not coming' },
  waiver: { zh: '免除', en: 'Waived' },
  order: { zh: '委托服务', en: 'Service' },
  correction: { zh: '更正', en: 'Correction' },
  material: { zh: '材料费', en: 'Material' },
  cost: { zh: '成本费', en: 'Cost' },
} as const satisfies Record<LineCode, Text>

export const chargeWords = {
  charge: { zh: '费用', en: 'Charge' },
  noCharge: {
    zh: '没有这笔费用，或您不能查看。',
    en: 'There is no such charge, or it is not yours to see.',
  },
  chargeOf: (title: Text): Text => ({
    zh: `${title.zh}的费用`,
    en: `Charge for ${title.en}`,
  }),
  nothing: { zh: '不收费', en: 'Free' },
  total: { zh: '合计', en: 'Total' },
  amount: { zh: '金额（元）', en: 'Amount (CNY)' },
  how: { zh: '计算过程', en: 'How it came about' },
  item: { zh: '项目', en: 'Item' },
  counted: { zh: '数量 × 单价', en: 'How many' },
  instrument: { zh: '仪器', en: 'Instrument' },
  material: { zh: '实物', en: 'Material' },
  booking: { zh: '预约', en: 'Booking' },
  person: { zh: '使用人', en: 'Person' },
  lab: { zh: '课题组', en: 'Lab' },
  noLab: { zh: '未记入课题组，由使用人承担', en: 'No lab: the person pays' },
  cause: { zh: '事由', en: 'For' },
  at: { zh: '发生时间', en: 'When' },
  statement: { zh: '对账单', en: 'Statement' },
  notIssued: (month: Text): Text => ({
    zh: `将记入 ${month.zh} 对账单`,
    en: `Will be in the statement of ${month.en}`,
  }),
  versions: { zh: '所依据的版本', en: 'By' },
  policyVersion: (version: number): Text => ({
    zh: `预约规则第 ${version} 版`,
    en: `booking rules, version ${version}`,
  }),
  rateVersion: (version: number): Text => ({
    zh: `收费标准第 ${version} 版`,
    en: `rates, version ${version}`,
  }),
  about: { zh: '针对', en: 'About' },
  aboutOther: { zh: '另一笔费用', en: 'another charge' },
  reason: { zh: '原因', en: 'Reason' },
  further: { zh: '之后的更正与免除', en: 'Corrected or waived since' },
  open: { zh: '现应付', en: 'Owed now' },
  correct: { zh: '更正这笔费用', en: 'Correct this charge' },
  correctLead: {
    zh: '已有的费用不会改动；更正是另外一行，记入下一期未出的对账单。',
    en: 'A charge stays as it is. A correction is a further line, told in the next statement.',
  },
  difference: { zh: '差额（元）', en: 'Difference (CNY)' },
  differenceHint: {
    zh: '减少时填负数，例如 -50。',
    en: 'Negative where less is owed, such as -50.',
  },
  corrected: { zh: '更正已记入', en: 'The correction is written down' },
  notBelowZero: {
    zh: '减少的金额多于现应付的金额，请改小。',
    en: 'That takes away more than is owed: make it less.',
  },
  onlyOriginal: {
    zh: '免除和更正本身不能再更正，请更正原来的费用。',
    en: 'A waiver or correction is not corrected itself: correct the charge that it is about.',
  },
  hour: { zh: '小时', en: 'h' },
  sample: { zh: '个', en: 'samples' },
  once: { zh: '次', en: '×' },
} satisfies Words
