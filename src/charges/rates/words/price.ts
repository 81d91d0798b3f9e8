import type { Audience, Billing } from '../../../bookings/policies/model.ts'
import type { Text, Words } from '../../../core/text.ts'

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
