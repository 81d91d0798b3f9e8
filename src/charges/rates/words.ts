import type { Text, Words } from '../../core/text.ts'
import type { RateKey } from './model.ts'
import type { Audience, Billing } from '../../bookings/policies/model.ts'

export const rateNames = {
  hourFen: { zh: '每小时', en: 'An hour' },
  peakHourFen: { zh: '高峰每小时', en: 'A peak hour' },
  assistedHourFen: { zh: '技术人员操作，每小时另加', en: 'Run by staff, on top of an hour' },
  sampleFen: { zh: '每个样品', en: 'A sample' },
  setupFen: { zh: '每次准备', en: 'Getting ready' },
  minimumFen: { zh: '每次最低', en: 'At least' },
} as const satisfies Record<RateKey, Text>

export const rateWords = {
  rates: { zh: '收费标准', en: 'Rates' },
  lead: {
    zh: '按使用者身份计费，单位为元。没有单独定价的身份按范围更大一级的价格计费。',
    en: 'Prices in CNY by who uses it. Who has no price of their own pays as the next wider group does.',
  },
  ratesOf: (title: Text): Text => ({ zh: `${title.zh}收费标准`, en: `Rates of ${title.en}` }),
  audience: { zh: '使用者', en: 'Who' },
  you: { zh: '您', en: 'You' },
  asFor: (audience: Text): Text => ({
    zh: `按“${audience.zh}”计`,
    en: `as for: ${audience.en}`,
  }),
  state: { zh: '状态', en: 'State' },
  noRates: { zh: '还没有收费标准', en: 'There are no rates yet' },
  noRatesHint: {
    zh: '没有收费标准的仪器使用后不产生费用。',
    en: 'Using an instrument without rates costs nothing.',
  },
  inForce: { zh: '现行标准', en: 'In force' },
  peakOf: (windows: Text): Text => ({
    zh: `高峰时段：${windows.zh}（仪器所在地时间）。`,
    en: `Peak hours: ${windows.en}, by the instrument’s clock.`,
  }),
  reserved: { zh: '按预约时长计费。', en: 'The time reserved is counted.' },
  actual: { zh: '按实际使用时长计费。', en: 'The time used is counted.' },
  max: {
    zh: '按预约与实际使用中较长的时长计费。',
    en: 'The longer of the time reserved and the time used is counted.',
  },
  union: {
    zh: '按预约或实际占用的全部时间计费。',
    en: 'All the time reserved or used is counted.',
  },
  rounding: (minutes: number): Text => ({
    zh: `不足 ${minutes} 分钟按 ${minutes} 分钟计。`,
    en: `Time is rounded up to ${minutes} minutes.`,
  }),
  lateCancel: (fee: string, hours: string): Text => ({
    zh: `开始前不足 ${hours} 小时取消，收取 ${fee} 元。`,
    en: `Cancelling less than ${hours} h before the start costs ${fee} CNY.`,
  }),
  noShow: (fee: string): Text => ({
    zh: `预约后未到，收取 ${fee} 元。`,
    en: `Not coming costs ${fee} CNY.`,
  }),
  waived: {
    zh: '这段时间如由他人用满，上述费用在其使用结束后自动免除。',
    en: 'Both are waived by themselves once others have used all of that time.',
  },
  edit: { zh: '制定新标准', en: 'Write new rates' },
  editLead: {
    zh: '金额以元为单位；留空表示不收取该项。整行留空表示没有单独定价。',
    en: 'In CNY. What is left blank is not asked for; a row left blank has no price of its own.',
  },
  validFrom: { zh: '生效日期', en: 'Valid from' },
  validFromHint: {
    zh: '留空则立即生效。预约按开始时有效的标准计费。',
    en: 'At once when left blank. A use is charged by the rates that hold at its start.',
  },
  note: { zh: '说明', en: 'Note' },
  save: { zh: '公布标准', en: 'Publish' },
  saved: { zh: '新的收费标准已公布', en: 'The new rates are published' },
  versions: { zh: '历次标准', en: 'Versions' },
  version: { zh: '版本', en: 'Version' },
  writtenBy: { zh: '制定人', en: 'Written by' },
  upcoming: { zh: '将生效', en: 'To come' },
  past: { zh: '已失效', en: 'Past' },
  badAmount: {
    zh: '应为金额，最多两位小数，例如 120 或 120.50。',
    en: 'An amount with two decimals at most, such as 120 or 120.50.',
  },
  badDay: { zh: '应为日期，例如 2026-12-01。', en: 'A day, such as 2026-12-01.' },
  notBackwards: {
    zh: '生效时间不能早于现在：已经发生的使用不会改价。',
    en: 'New rates begin now or later: what was used already keeps its price.',
  },
  stale: {
    zh: '您打开之后，收费标准已被他人修改，请查看后再改。',
    en: 'The rates were changed since you opened them: look at them, then change.',
  },
  notAsked: { zh: '不收取', en: 'Not asked for' },
} satisfies Words

/** What a form says of the price; `{}` is the amount. */
export const estimateWords = {
  total: { zh: '预计费用 {} 元', en: 'About {} CNY' },
  free: {
    zh: '这台仪器没有收费标准，不产生费用',
    en: 'This instrument has no rates: it costs nothing',
  },
  vouchers: { zh: '其中创新券可抵付 {} 元', en: 'Of it a voucher could pay {} CNY' },
} satisfies Words

export const audienceNames = {
  own_lab: { zh: '所属课题组', en: 'Its own labs' },
  institution: { zh: '本单位', en: 'Its institution' },
  member: { zh: '平台成员单位', en: 'Members of other institutions' },
  external: { zh: '外部用户', en: 'External people' },
} as const satisfies Record<Audience, Text>

const billings = {
  reserved: { zh: '按预约时长', en: 'the time reserved' },
  actual: { zh: '按实际使用时长', en: 'the time used' },
  max: { zh: '按预约与实际中较长者', en: 'the longer of reserved and used' },
  union: { zh: '按预约或实际占用的全部时间', en: 'all time reserved or used' },
} as const satisfies Record<Billing, Text>

const yuan = (fen: number) => (fen / 100).toFixed(2)

/** Why a line is there: kept with the charge, so these sentences are read years later. */
export const priceWords = {
  audience: (audience: Audience): Text => audienceNames[audience],
  time: (audience: Text, billBy: Billing, step: number | undefined): Text => ({
    zh: `${audience.zh}价，${billings[billBy].zh}${step && step > 1 ? `，不足 ${step} 分钟按 ${step} 分钟计` : ''}`,
    en: `Price for ${lower(audience.en)}; counts ${billings[billBy].en}${step && step > 1 ? `, rounded up to ${step} min` : ''}`,
  }),
  peak: (why: Text): Text => ({ zh: `高峰时段；${why.zh}`, en: `Peak hours. ${why.en}` }),
  assisted: { zh: '由技术人员操作，按同一时长', en: 'Run by staff, for the same time' },
  samples: { zh: '按样品数', en: 'By number of samples' },
  setup: { zh: '每次使用的准备费', en: 'Getting ready, once for each use' },
  minimum: (fen: number): Text => ({
    zh: `每次使用最低收费 ${yuan(fen)} 元，补足差额`,
    en: `A use costs ${yuan(fen)} CNY at least: the difference`,
  }),
  lateCancel: (minutes: number): Text => ({
    zh: `开始前不足${spanZh(minutes)}取消`,
    en: `Cancelled less than ${spanEn(minutes)} before the start`,
  }),
  noShow: { zh: '预约后未到', en: 'Nobody came' },
  refilled: {
    zh: '这段时间后来由他人使用，免收费用',
    en: 'The time was used by somebody else after all: the fee is waived',
  },
} satisfies Words

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const spanZh = (minutes: number) =>
  minutes % 60 === 0 ? ` ${minutes / 60} 小时` : ` ${minutes} 分钟`
const spanEn = (minutes: number) => (minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`)

/** On an instrument's page. */
export const rateSectionWords = {
  rates: { zh: '收费', en: 'Rates' },
  allRates: { zh: '收费说明', en: 'All about rates' },
  perHour: {
    zh: '单位：元。机时费按小时计。',
    en: 'In yuan; time is charged by the hour.',
  },
} satisfies Words
