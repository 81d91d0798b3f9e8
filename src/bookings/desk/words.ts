import type { Text, Words } from '../../core/text.ts'
import type { Audience } from '../policies/model.ts'

/** A booking by what people know it by: the instrument, its time, its person. */
export type NamedBooking = { title: Text; when: Text; person: string }

const named = ({ title, when, person }: NamedBooking): Text => ({
  zh: `${title.zh}，${when.zh}，${person}`,
  en: `${title.en}, ${when.en}, for ${person}`,
})

/** What the person is to the instrument. */
export const audienceNames = {
  own_lab: { zh: '本课题组', en: 'own lab' },
  institution: { zh: '本单位', en: 'same institution' },
  member: { zh: '成员单位', en: 'member institution' },
  external: { zh: '外单位', en: 'external user' },
} as const satisfies Record<Audience, Text>

/** The page on which staff decide about bookings. */
export const deskWords = {
  title: { zh: '待审批的预约', en: 'Bookings to approve' },
  lead: {
    zh: '等待您审批的预约，按开始时间排列。审批后十秒内可以撤销，之后通知预约人。',
    en: 'Bookings waiting for your approval, earliest start first. You can undo a decision for ten seconds; then the person is notified.',
  },
  none: { zh: '没有待审批的预约', en: 'No bookings to approve' },
  noneAbout: {
    zh: '需要审批的新预约会出现在这里。',
    en: 'New bookings that need approval appear here.',
  },
  keys: {
    zh: '快捷键：j、k 上下移动，a 批准，d 拒绝，x 勾选，u 撤销',
    en: 'Keys: j and k move, a approves, d declines, x selects, u undoes',
  },
  who: { zh: '预约人', en: 'Person' },
  purpose: { zh: '用途', en: 'Purpose' },
  project: { zh: '课题编号', en: 'Project' },
  samples: (count: number): Text => ({ zh: `${count} 个样品`, en: `${count} samples` }),
  byStaff: { zh: '由实验技术人员操作', en: 'operated by staff' },
  training: { zh: '资格', en: 'Qualifications' },
  noneRequired: { zh: '这台仪器不要求资格', en: 'None required for this instrument' },
  valid: (kind: Text): Text => ({ zh: `${kind.zh}：长期有效`, en: `${kind.en}: no expiry` }),
  validUntil: (kind: Text, day: Text): Text => ({
    zh: `${kind.zh}：有效期至 ${day.zh}`,
    en: `${kind.en}: valid until ${day.en}`,
  }),
  expired: (kind: Text, day: Text): Text => ({
    zh: `${kind.zh}：已于 ${day.zh} 到期`,
    en: `${kind.en}: expired on ${day.en}`,
  }),
  missing: (kind: Text): Text => ({ zh: `${kind.zh}：未取得`, en: `${kind.en}: not held` }),
  history: { zh: '以往在本单位', en: 'Past bookings here' },
  first: { zh: '首次预约本单位的仪器', en: 'First booking at this institution' },
  finished: (count: number): Text => ({
    zh: `完成 ${count} 次`,
    en: `${count} completed`,
  }),
  missed: (count: number): Text => ({
    zh: `未到 ${count} 次`,
    en: count === 1 ? '1 no-show' : `${count} no-shows`,
  }),
  late: (count: number): Text => ({
    zh: `逾期取消 ${count} 次`,
    en: count === 1 ? '1 late cancellation' : `${count} late cancellations`,
  }),
  clashes: { zh: '冲突', en: 'Conflicts' },
  noClashes: { zh: '没有冲突', en: 'None' },
  elsewhere: (instrument: Text, when: Text): Text => ({
    zh: `同一时间还预约了${instrument.zh}：${when.zh}`,
    en: `Also booked at this time: ${instrument.en}, ${when.en}`,
  }),
  otherInstrument: { zh: '其他单位的仪器', en: 'an instrument of another institution' },
  waits: (days: number): Text => ({
    zh: `已等待 ${days} 天`,
    en: days === 1 ? 'Waiting 1 day' : `Waiting ${days} days`,
  }),
  startsSoon: { zh: '24 小时内开始', en: 'Starts within 24 h' },
  startPast: { zh: '开始时间已过', en: 'Start time has passed' },
  approve: { zh: '批准', en: 'Approve' },
  decline: { zh: '拒绝', en: 'Decline' },
  approveOf: (one: NamedBooking): Text => ({
    zh: `批准：${named(one).zh}`,
    en: `Approve ${named(one).en}`,
  }),
  declineOf: (one: NamedBooking): Text => ({
    zh: `拒绝：${named(one).zh}`,
    en: `Decline ${named(one).en}`,
  }),
  declineAsk: (one: NamedBooking): Text => ({
    zh: `拒绝${one.person}的预约“${one.title.zh}，${one.when.zh}”吗？`,
    en: `Decline ${named(one).en}?`,
  }),
  reason: { zh: '原因（会发送给预约人）', en: 'Reason (sent to the person)' },
  note: { zh: '意见（会发送给各预约人）', en: 'Note (sent to each person)' },
  select: (one: NamedBooking): Text => ({
    zh: `选择：${named(one).zh}`,
    en: `Select ${named(one).en}`,
  }),
  bulk: { zh: '审批所选的预约', en: 'Decide the selected bookings' },
  approveSelected: { zh: '批准所选', en: 'Approve selected' },
  declineSelected: { zh: '拒绝所选', en: 'Decline selected' },
  noneChosen: {
    zh: '请至少选择一个预约。',
    en: 'Select at least one booking.',
  },
  approved: (one: NamedBooking): Text => ({
    zh: `已批准：${named(one).zh}`,
    en: `Approved: ${named(one).en}`,
  }),
  declined: (one: NamedBooking): Text => ({
    zh: `已拒绝：${named(one).zh}`,
    en: `Declined: ${named(one).en}`,
  }),
  undo: { zh: '撤销', en: 'Undo' },
  undoAll: (count: number): Text => ({ zh: `全部撤销（${count}）`, en: `Undo all ${count}` }),
  undoOf: (one: NamedBooking): Text => ({
    zh: `撤销：${named(one).zh}`,
    en: `Undo ${named(one).en}`,
  }),
  undone: (count: number): Text => ({
    zh: count === 1 ? '已撤销，预约重新等待审批' : `已撤销 ${count} 次审批，这些预约重新等待审批`,
    en:
      count === 1
        ? 'Undone. The booking is waiting for approval again'
        : `${count} decisions undone. The bookings are waiting for approval again`,
  }),
  someRefused: (done: number, refused: number): Text => ({
    zh: `已处理 ${done} 个预约；${refused} 个未能处理，原因见各预约的“冲突”`,
    en: `${done} decided; ${refused} could not be decided. See “Conflicts” on each for the reason`,
  }),
} satisfies Words
