import type { Text, Words } from '../../../core/text.ts'
import type { Audience, Billing } from '../model.ts'

const groups = {
  when: { zh: '何时可用', en: 'When' },
  howLong: { zh: '每次多久', en: 'How long' },
  ahead: { zh: '提前多久', en: 'How far ahead' },
  who: { zh: '谁可以预约', en: 'Who may book' },
  howMuch: { zh: '配额', en: 'How much' },
  later: { zh: '改动、取消与计费', en: 'Changing, cancelling, charging' },
} satisfies Words

const audienceNames = {
  own_lab: { zh: '本课题组', en: 'the instrument’s own labs' },
  institution: { zh: '本单位', en: 'its institution' },
  member: { zh: '共享平台成员单位', en: 'member institutions' },
  external: { zh: '外单位', en: 'everybody else' },
} satisfies Record<Audience, Text>

const audience = {
  own_lab: { zh: '只对本课题组开放。', en: 'For the labs it belongs to only.' },
  institution: { zh: '对本单位开放。', en: 'For people of its institution.' },
  member: { zh: '对平台成员单位开放。', en: 'For people of member institutions.' },
  external: { zh: '对所有人开放。', en: 'For everybody.' },
} satisfies Record<Audience, Text>

const billBy = {
  reserved: { zh: '按预约的时间计费。', en: 'The time that was booked is charged.' },
  actual: { zh: '按实际使用的时间计费。', en: 'The time that was used is charged.' },
  max: {
    zh: '按预约与实际使用中较长的时间计费。',
    en: 'The longer of the time booked and the time used is charged.',
  },
  union: {
    zh: '预约和实际使用的时间合并计费。',
    en: 'All time that was booked or used is charged.',
  },
} satisfies Record<Billing, Text>

const weekdays: readonly Text[] = [
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
  { zh: '周日', en: 'Sun' },
]

type QuotaFacts = { of: 'person' | 'lab'; amount: Text; per: Text; peakOnly: boolean }

/** Rules of booking as people say them. */
export const inWords = {
  groups,
  audienceNames,
  audience,
  billBy,
  weekdays,
  everyDay: { zh: '每天', en: 'every day' },
  fromTo: (from: Text, to: Text, isPair: boolean): Text => ({
    zh: isPair ? `${from.zh}、${to.zh}` : `${from.zh}至${to.zh}`,
    en: isPair ? `${from.en}, ${to.en}` : `${from.en}–${to.en}`,
  }),
  open: (spans: Text): Text => ({ zh: `开放时间：${spans.zh}。`, en: `Open ${spans.en}.` }),
  closed: (days: readonly string[]): Text => ({
    zh: `不开放的日期：${days.join('、')}。`,
    en: `Closed on ${days.join(', ')}.`,
  }),
  grid: (step: Text): Text => ({
    zh: `开始和结束对齐到 ${step.zh}。`,
    en: `Begins and ends on steps of ${step.en}.`,
  }),
  peak: (spans: Text): Text => ({ zh: `高峰时段：${spans.zh}。`, en: `Peak: ${spans.en}.` }),
  atLeast: (length: Text): Text => ({ zh: `至少 ${length.zh}。`, en: `At least ${length.en}.` }),
  atMost: (length: Text): Text => ({ zh: `至多 ${length.zh}。`, en: `At most ${length.en}.` }),
  peakAtMost: (length: Text): Text => ({
    zh: `高峰时段内至多 ${length.zh}。`,
    en: `At most ${length.en} of it at peak.`,
  }),
  bufferBefore: (length: Text): Text => ({
    zh: `之前留 ${length.zh}准备。`,
    en: `${length.en} to set up are kept free before it.`,
  }),
  bufferAfter: (length: Text): Text => ({
    zh: `之后留 ${length.zh}清理。`,
    en: `${length.en} to clean up are kept free after it.`,
  }),
  gap: (length: Text): Text => ({
    zh: `同一人的两次预约之间至少隔 ${length.zh}。`,
    en: `${length.en} at least between two bookings of one person.`,
  }),
  lead: (length: Text): Text => ({
    zh: `至少提前 ${length.zh}预约。`,
    en: `${length.en} ahead at least.`,
  }),
  horizon: (length: Text): Text => ({
    zh: `最多提前 ${length.zh}预约。`,
    en: `${length.en} ahead at most.`,
  }),
  futureCount: (count: number): Text => ({
    zh: `每人最多有 ${count} 次尚未进行的预约。`,
    en: `At most ${count} bookings to come for each person.`,
  }),
  futureMinutes: (length: Text): Text => ({
    zh: `每人尚未进行的预约合计最多 ${length.zh}。`,
    en: `Bookings to come of each person are ${length.en} together at most.`,
  }),
  qualified: (kinds: readonly Text[]): Text => ({
    zh: `需要：${kinds.map(({ zh }) => zh).join('、')}。`,
    en: `Needs ${kinds.map(({ en }) => en).join(', ')}.`,
  }),
  project: { zh: '需要填写课题编号。', en: 'Needs the number of a project.' },
  approvalAlways: { zh: '每次预约都要审核。', en: 'Staff confirms every booking.' },
  approvalFor: (audiences: readonly Text[]): Text => ({
    zh: `${audiences.map(({ zh }) => zh).join('、')}的预约要审核。`,
    en: `Staff confirms bookings of ${audiences.map(({ en }) => en).join(', ')}.`,
  }),
  approvalLonger: (length: Text): Text => ({
    zh: `超过 ${length.zh}的预约要审核。`,
    en: `Staff confirms what is longer than ${length.en}.`,
  }),
  quota: ({ of, amount, per, peakOnly }: QuotaFacts): Text => ({
    zh: `每${of === 'lab' ? '个课题组' : '人'}${per.zh}最多 ${amount.zh}${peakOnly ? '（只计高峰时段）' : ''}。`,
    en: `Each ${of} has ${amount.en} ${per.en} at most${peakOnly ? ', counted at peak only' : ''}.`,
  }),
  edit: (length: Text): Text => ({
    zh: `开始前 ${length.zh}之内不能再改动。`,
    en: `Not changed any more within ${length.en} of its start.`,
  }),
  cancel: (length: Text): Text => ({
    zh: `开始前 ${length.zh}之内取消算作迟取消。`,
    en: `Cancelling within ${length.en} of the start counts as late.`,
  }),
  lateFee: (yuan: string): Text => ({
    zh: `迟取消收费 ${yuan} 元；时间又被约满则免收。`,
    en: `Cancelling late costs ¥${yuan}, unless others use the time.`,
  }),
  noShow: (length: Text): Text => ({
    zh: `开始后 ${length.zh}未到，时间自动释放。`,
    en: `Given back when nobody came ${length.en} after the start.`,
  }),
  noShowFee: (yuan: string): Text => ({
    zh: `未到收费 ${yuan} 元。`,
    en: `Not coming costs ¥${yuan}.`,
  }),
  billRound: (length: Text): Text => ({
    zh: `计费时长按 ${length.zh}取整。`,
    en: `Charged in steps of ${length.en}.`,
  }),
  none: {
    zh: '没有任何限制：有空闲就可以预约。',
    en: 'Nothing is limited: whatever is free can be booked.',
  },
} as const
