import type { Text, Words } from '../../core/text.ts'
import type { RateKey } from './model.ts'
import type { Audience, Billing } from '../../bookings/policies/model.ts'

export const rateNames = {
  hourFen: { zh: '每小时', en: 'Per hour' },
  peakHourFen: { zh: '高峰时段每小时', en: 'Per peak hour' },
  assistedHourFen: { zh: '技术人员操作，每小时另加', en: 'Operated by staff, extra per hour' },
  sampleFen: { zh: '每个样品', en: 'Per sample' },
  setupFen: { zh: '准备费（每次）', en: 'Set-up fee' },
  minimumFen: { zh: '每次最低收费', en: 'Minimum charge' },
} as const satisfies Record<RateKey, Text>

export const rateWords = {
  rates: { zh: '收费标准', en: 'Rates' },
  lead: {
    zh: '按用户类别计费，单位为元。未单独定价的类别按范围更大一级的价格计费。',
    en: 'Prices in CNY by user group. Groups without their own price pay the price of the next wider group.',
  },
  ratesOf: (title: Text): Text => ({ zh: `${title.zh}收费标准`, en: `Rates of ${title.en}` }),
  audience: { zh: '用户类别', en: 'User group' },
  you: { zh: '您', en: 'You' },
  asFor: (audience: Text): Text => ({
    zh: `按“${audience.zh}”计`,
    en: `same as: ${audience.en}`,
  }),
  state: { zh: '状态', en: 'State' },
  noRates: { zh: '还没有收费标准', en: 'No rates yet' },
  noRatesHint: {
    zh: '未制定收费标准的仪器不收费。',
    en: 'Instruments without rates are free of charge.',
  },
  inForce: { zh: '现行标准', en: 'In force' },
  peakOf: (windows: Text): Text => ({
    zh: `高峰时段：${windows.zh}（仪器所在地时间）。`,
    en: `Peak hours: ${windows.en} (instrument’s local time).`,
  }),
  reserved: { zh: '按预约时长计费。', en: 'Booked time is charged.' },
  actual: { zh: '按实际使用时长计费。', en: 'Actual use is charged.' },
  max: {
    zh: '按预约时长与实际使用时长中较长者计费。',
    en: 'The longer of booked time and actual use is charged.',
  },
  union: {
    zh: '预约或实际使用的全部时间计费。',
    en: 'All time booked or used is charged.',
  },
  rounding: (minutes: number): Text => ({
    zh: `不足 ${minutes} 分钟按 ${minutes} 分钟计。`,
    en: `Time is rounded up to ${minutes} minutes.`,
  }),
  lateCancel: (fee: string, hours: string): Text => ({
    zh: `开始前不足 ${hours} 小时取消，收取 ${fee} 元。`,
    en: `Late cancellation (less than ${hours} h before the start): ¥${fee}.`,
  }),
  noShow: (fee: string): Text => ({
    zh: `未到，收取 ${fee} 元。`,
    en: `No-show: ¥${fee}.`,
  }),
  waived: {
    zh: '该时段如由他人用满，上述费用在其使用结束后自动减免。',
    en: 'These fees are waived automatically if others use all of the time.',
  },
  edit: { zh: '制定新标准', en: 'New rates' },
  editLead: {
    zh: '金额以元为单位；留空表示不收取该项。整行留空表示没有单独定价。',
    en: 'Amounts in CNY. Leave a field empty for no charge; leave a whole row empty if the group has no price of its own.',
  },
  validFrom: { zh: '生效日期', en: 'Valid from' },
  validFromHint: {
    zh: '留空则立即生效。使用按其开始时有效的标准计费。',
    en: 'Leave empty to apply immediately. Use is charged at the rates valid at its start.',
  },
  note: { zh: '说明', en: 'Note' },
  save: { zh: '公布标准', en: 'Publish' },
  saved: { zh: '新的收费标准已公布', en: 'New rates published' },
  versions: { zh: '历次标准', en: 'Versions' },
  version: { zh: '版本', en: 'Version' },
  writtenBy: { zh: '制定人', en: 'Written by' },
  upcoming: { zh: '未生效', en: 'Upcoming' },
  past: { zh: '已失效', en: 'Past' },
  badAmount: {
    zh: '应为金额，最多两位小数，例如 120 或 120.50。',
    en: 'Enter an amount with at most two decimals, such as 120 or 120.50.',
  },
  badDay: { zh: '应为日期，例如 2026-12-01。', en: 'Enter a date, such as 2026-12-01.' },
  notBackwards: {
    zh: '生效时间不能早于现在，已经发生的使用价格不变。',
    en: 'Rates cannot start in the past. Past use keeps its price.',
  },
  stale: {
    zh: '收费标准已被他人修改，请查看最新内容后再修改。',
    en: 'The rates were changed by someone else. Review the latest rates before saving.',
  },
  notAsked: { zh: '不收取', en: 'Not charged' },
} satisfies Words

type LineSum = { quantity: string; unitPrice: string; amount: string }

/** What a form says of the price. */
export const estimateWords = {
  total: (yuan: string, uses: number): Text => ({
    zh: uses > 1 ? `预计费用 ¥${yuan}，共 ${uses} 次` : `预计费用 ¥${yuan}`,
    en: uses > 1 ? `Estimated: ¥${yuan} for ${uses} bookings` : `Estimated: ¥${yuan}`,
  }),
  /** `0.5 h × ¥190 = ¥95 · 成员单位价`. */
  line: ({ quantity, unitPrice, amount }: LineSum, unit: Text, why: Text): Text => ({
    zh: `${quantity} ${unit.zh} × ¥${unitPrice} = ¥${amount} · ${why.zh}`,
    en: `${quantity} ${unit.en} × ¥${unitPrice} = ¥${amount} · ${why.en}`,
  }),
  once: (amount: string, why: Text): Text => ({
    zh: `¥${amount} · ${why.zh}`,
    en: `¥${amount} · ${why.en}`,
  }),
  free: {
    zh: '这台仪器未制定收费标准，不收费',
    en: 'No rates set; free of charge',
  },
  vouchers: (yuan: string): Text => ({
    zh: `其中创新券可抵付 ¥${yuan}`,
    en: `A voucher can cover ¥${yuan}`,
  }),
} satisfies Words

export const audienceNames = {
  own_lab: { zh: '本课题组', en: 'Own labs' },
  institution: { zh: '本单位', en: 'Own institution' },
  member: { zh: '成员单位', en: 'Member institutions' },
  external: { zh: '外单位', en: 'External users' },
} as const satisfies Record<Audience, Text>

const billings = {
  reserved: { zh: '按预约时长', en: 'booked time' },
  actual: { zh: '按实际使用时长', en: 'actual use' },
  max: { zh: '按预约时长与实际使用时长中较长者', en: 'the longer of booked time and actual use' },
  union: { zh: '按预约或实际占用的全部时间', en: 'all time booked or used' },
} as const satisfies Record<Billing, Text>

/** What is charged, as the audit shows it. */
export const billingNames = {
  reserved: { zh: '按预约时长', en: 'Booked time' },
  actual: { zh: '按实际使用时长', en: 'Actual use' },
  max: { zh: '较长者', en: 'The longer of both' },
  union: { zh: '全部占用时间', en: 'All time booked or used' },
} as const satisfies Record<Billing, Text>

const yuan = (fen: number) => (fen / 100).toFixed(2)

/** Why a line is there: kept with the charge, so these sentences are read years later. */
export const priceWords = {
  audience: (audience: Audience): Text => audienceNames[audience],
  time: (audience: Text, billBy: Billing, step: number | undefined): Text => ({
    zh: `${audience.zh}价，${billings[billBy].zh}${step && step > 1 ? `，不足 ${step} 分钟按 ${step} 分钟计` : ''}`,
    en: `Price for ${lower(audience.en)}; charged on ${billings[billBy].en}${step && step > 1 ? `, rounded up to ${step} min` : ''}`,
  }),
  peak: (why: Text): Text => ({ zh: `高峰时段；${why.zh}`, en: `Peak hours. ${why.en}` }),
  assisted: { zh: '由技术人员操作，按同一时长', en: 'Operated by staff, for the same time' },
  samples: { zh: '按样品数', en: 'By number of samples' },
  setup: { zh: '每次使用的准备费', en: 'Set-up fee, once per use' },
  minimum: (fen: number): Text => ({
    zh: `每次使用最低收费 ${yuan(fen)} 元，补足差额`,
    en: `Minimum charge of ¥${yuan(fen)} per use: difference`,
  }),
  lateCancel: (minutes: number): Text => ({
    zh: `开始前不足${spanZh(minutes)}取消`,
    en: `Cancelled less than ${spanEn(minutes)} before the start`,
  }),
  noShow: { zh: '未到', en: 'No-show' },
  refilled: {
    zh: '该时段后来由他人使用，费用减免',
    en: 'The time was used by someone else; fee waived',
  },
} satisfies Words

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const spanZh = (minutes: number) =>
  minutes % 60 === 0 ? ` ${minutes / 60} 小时` : ` ${minutes} 分钟`
const spanEn = (minutes: number) => (minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`)

/** On an instrument's page. */
export const rateSectionWords = {
  rates: { zh: '收费', en: 'Rates' },
  allRates: { zh: '收费说明', en: 'All rates' },
  perHour: {
    zh: '单位：元。机时费按小时计。',
    en: 'In CNY. Instrument time is charged by the hour.',
  },
} satisfies Words
