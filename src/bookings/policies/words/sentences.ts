import type { Text, Words } from '../../../core/text.ts'
import type { Audience, Billing } from '../model.ts'

const groups = {
  when: { zh: '开放时间', en: 'Opening hours' },
  howLong: { zh: '时长', en: 'Length' },
  ahead: { zh: '提前时间', en: 'Notice' },
  who: { zh: '谁可以预约', en: 'Who may book' },
  howMuch: { zh: '配额', en: 'Quotas' },
  later: { zh: '修改、取消与计费', en: 'Changes, cancellation and charging' },
} satisfies Words

const audienceNames = {
  own_lab: { zh: '本课题组', en: 'the instrument’s own labs' },
  institution: { zh: '本单位', en: 'its institution' },
  member: { zh: '成员单位', en: 'member institutions' },
  external: { zh: '外单位', en: 'external users' },
} satisfies Record<Audience, Text>

const audience = {
  own_lab: { zh: '只对本课题组开放。', en: 'Open to the instrument’s own labs only.' },
  institution: { zh: '对本单位开放。', en: 'Open to members of its institution.' },
  member: { zh: '对成员单位开放。', en: 'Open to member institutions.' },
  external: { zh: '对所有人开放。', en: 'Open to everyone.' },
} satisfies Record<Audience, Text>

const billBy = {
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
    zh: `开始和结束时间须为 ${step.zh}的整数倍。`,
    en: `Start and end times in steps of ${step.en}.`,
  }),
  peak: (spans: Text): Text => ({ zh: `高峰时段：${spans.zh}。`, en: `Peak hours: ${spans.en}.` }),
  atLeast: (length: Text): Text => ({ zh: `至少 ${length.zh}。`, en: `At least ${length.en}.` }),
  atMost: (length: Text): Text => ({ zh: `至多 ${length.zh}。`, en: `At most ${length.en}.` }),
  peakAtMost: (length: Text): Text => ({
    zh: `高峰时段内至多 ${length.zh}。`,
    en: `At most ${length.en} in peak hours.`,
  }),
  bufferBefore: (length: Text): Text => ({
    zh: `每次预约前预留 ${length.zh}准备时间。`,
    en: `${length.en} of set-up time before each booking.`,
  }),
  bufferAfter: (length: Text): Text => ({
    zh: `每次预约后预留 ${length.zh}清理时间。`,
    en: `${length.en} of clean-up time after each booking.`,
  }),
  gap: (length: Text): Text => ({
    zh: `同一人的两次预约之间至少隔 ${length.zh}。`,
    en: `At least ${length.en} between two bookings by the same person.`,
  }),
  lead: (length: Text): Text => ({
    zh: `至少提前 ${length.zh}预约。`,
    en: `Book at least ${length.en} ahead.`,
  }),
  horizon: (length: Text): Text => ({
    zh: `最多提前 ${length.zh}预约。`,
    en: `Book at most ${length.en} ahead.`,
  }),
  futureCount: (count: number): Text => ({
    zh: `每人最多有 ${count} 次未开始的预约。`,
    en: `At most ${count} upcoming bookings per person.`,
  }),
  futureMinutes: (length: Text): Text => ({
    zh: `每人未开始的预约合计最多 ${length.zh}。`,
    en: `At most ${length.en} of upcoming bookings per person.`,
  }),
  qualified: (kinds: readonly Text[]): Text => ({
    zh: `需要：${kinds.map(({ zh }) => zh).join('、')}。`,
    en: `Requires ${kinds.map(({ en }) => en).join(', ')}.`,
  }),
  project: { zh: '需要填写课题编号。', en: 'A project number is required.' },
  approvalAlways: { zh: '所有预约均须审批。', en: 'Every booking needs approval.' },
  approvalFor: (audiences: readonly Text[]): Text => ({
    zh: `${audiences.map(({ zh }) => zh).join('、')}的预约须审批。`,
    en: `Bookings by ${audiences.map(({ en }) => en).join(', ')} need approval.`,
  }),
  approvalLonger: (length: Text): Text => ({
    zh: `超过 ${length.zh}的预约须审批。`,
    en: `Bookings longer than ${length.en} need approval.`,
  }),
  quota: ({ of, amount, per, peakOnly }: QuotaFacts): Text => ({
    zh: `每${of === 'lab' ? '个课题组' : '人'}${per.zh}最多 ${amount.zh}${peakOnly ? '（只计高峰时段）' : ''}。`,
    en: `At most ${amount.en} ${per.en} per ${of}${peakOnly ? ' (peak hours only)' : ''}.`,
  }),
  edit: (length: Text): Text => ({
    zh: `开始前 ${length.zh}内不能修改。`,
    en: `No changes within ${length.en} of the start.`,
  }),
  cancel: (length: Text): Text => ({
    zh: `开始前 ${length.zh}内取消的，记为逾期取消。`,
    en: `Cancellation within ${length.en} of the start counts as late.`,
  }),
  lateFee: (yuan: string): Text => ({
    zh: `逾期取消收费 ${yuan} 元；该时段被他人约满则免收。`,
    en: `Late-cancellation fee: ¥${yuan}, waived if others use the time.`,
  }),
  noShow: (length: Text): Text => ({
    zh: `开始后 ${length.zh}未到的，时段自动释放。`,
    en: `Released if nobody checks in within ${length.en} of the start.`,
  }),
  noShowFee: (yuan: string): Text => ({
    zh: `未到收费 ${yuan} 元。`,
    en: `No-show fee: ¥${yuan}.`,
  }),
  billRound: (length: Text): Text => ({
    zh: `计费时长按 ${length.zh}向上取整。`,
    en: `Charged time is rounded up to ${length.en}.`,
  }),
  none: {
    zh: '没有限制，所有空闲时段均可预约。',
    en: 'No restrictions: any free time can be booked.',
  },
} as const
