import type { Lang, Text } from '../../core/text.ts'
import type { LetterText } from '../../core/letters.ts'

/** What is told of bookings. */
export type BookingLetter = keyof typeof bookingLetterNames

/** What each kind of letter is called, and says when it comes. */
export const bookingLetterNames = {
  pending: { zh: '预约已提交', en: 'Booking waiting for approval' },
  confirmed: { zh: '预约已确认', en: 'Booking confirmed' },
  changed: { zh: '预约已修改', en: 'Booking changed' },
  cancelled: { zh: '预约已取消', en: 'Booking cancelled' },
  declined: { zh: '预约未获批准', en: 'Booking declined' },
  displaced: { zh: '仪器停机，预约已取消', en: 'Booking cancelled (instrument out of service)' },
  promoted: { zh: '候补成功', en: 'Booked from the waiting list' },
  missed: { zh: '未到，时段已释放', en: 'No-show, booking released' },
  reminder: { zh: '预约提醒', en: 'Booking reminder' },
  approval_asked: { zh: '有预约待您审批', en: 'Booking waiting for your approval' },
} as const satisfies Record<string, Text>

export const bookingLetterHints = {
  pending: { zh: '提交须审批的预约后', en: 'When you submit a booking that needs approval' },
  confirmed: { zh: '预约成功或获得批准后', en: 'When your booking is confirmed or approved' },
  changed: { zh: '时间或内容修改后', en: 'When its time or details change' },
  cancelled: { zh: '您或管理人员取消后', en: 'When you or the staff cancel it' },
  declined: { zh: '未获批准时，附说明', en: 'When staff decline it, with their note' },
  displaced: {
    zh: '因停机取消时，附其他空闲时段',
    en: 'When it is cancelled due to an outage, with other free times',
  },
  promoted: {
    zh: '候补的时段空出并已为您预约',
    en: 'When a time on your waiting list is booked for you',
  },
  missed: { zh: '未按时开始使用', en: 'When use did not start in time' },
  reminder: { zh: '开始前一天', en: 'One day before it starts' },
  approval_asked: {
    zh: '您负责审批的仪器有新的预约',
    en: 'When an instrument you manage receives a booking',
  },
} as const satisfies Record<BookingLetter, Text>

export type LetterFacts = {
  /** What people typed is one line each. */
  instrument: Text
  /** When; several dates of one series are told in one letter. */
  dates: readonly Text[]
  /** When it was before it was moved. */
  before: Text | undefined
  /** Whom it is for, if not the reader. */
  person: string | undefined
  purpose: string
  reason: string
  isPending: boolean
  slots: readonly { when: Text; link: string }[]
  link: string
  hasCalendar: boolean
}

const shownDates = 12

/** The letter of a kind in both languages. */
export const letterOf = (kind: BookingLetter, facts: LetterFacts): LetterText => ({
  subject: {
    zh: `${bookingLetterNames[kind].zh}：${facts.instrument.zh}，${briefly(facts.dates, 'zh')}`,
    en: `${bookingLetterNames[kind].en}: ${facts.instrument.en}, ${briefly(facts.dates, 'en')}`,
  },
  body: { zh: bodyIn('zh', kind, facts), en: bodyIn('en', kind, facts) },
})

function briefly([first, ...more]: readonly Text[], lang: Lang): string {
  if (more.length === 0) return first?.[lang] ?? ''
  return lang === 'zh'
    ? `${first?.zh ?? ''}等 ${more.length + 1} 次`
    : `${first?.en ?? ''} and ${more.length} more`
}

function bodyIn(lang: Lang, kind: BookingLetter, facts: LetterFacts): string {
  const parts = [
    words.hello[lang],
    openings[kind](facts.instrument, facts.dates.length)[lang],
    factsIn(lang, facts),
    kind === 'changed' && facts.isPending && words.asksAgain[lang],
    facts.slots.length > 0 && slotsIn(lang, facts),
    words.link(kind, facts.link)[lang],
    facts.hasCalendar && words.attached[lang],
  ]
  return parts.filter((part) => typeof part === 'string').join('\n\n')
}

function factsIn(lang: Lang, facts: LetterFacts): string {
  const { dates, before, person, purpose, reason } = facts
  const colon = lang === 'zh' ? '：' : ': '
  const shown = dates.slice(0, shownDates).map((date) => date[lang])
  const left = dates.length - shown.length
  const when = dates.length > 1 ? ['', ...shown].join('\n  ') : shown.join('')
  const lines = [
    [words.when, left > 0 ? `${when}\n  ${words.moreDates(left)[lang]}` : when],
    [words.before, before?.[lang] ?? ''],
    [words.person, person ?? ''],
    [words.purpose, purpose],
    [words.reason, reason],
  ] as const
  return lines
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label[lang]}${colon}${value}`)
    .join('\n')
}

const slotsIn = (lang: Lang, { slots }: LetterFacts): string =>
  [words.slots[lang], ...slots.map(({ when, link }) => `${when[lang]}\n${link}`)].join('\n\n')

/** The first sentence: what happened to which instrument's booking, or bookings. */
const openings: Record<BookingLetter, (instrument: Text, count: number) => Text> = {
  pending: (i, n) => ({
    zh: `${i.zh}的预约已提交，等待审批。审批结果将通过邮件通知您。`,
    en: `Your ${s(n)} of ${i.en} ${are(n)} waiting for approval. You will receive an email once it is decided.`,
  }),
  confirmed: (i, n) => ({
    zh: `${i.zh}的预约已确认。`,
    en: `Your ${s(n)} of ${i.en} ${are(n)} confirmed.`,
  }),
  changed: (i, n) => ({
    zh: `${i.zh}的预约已修改，当前为：`,
    en: `Your ${s(n)} of ${i.en} ${n > 1 ? 'were' : 'was'} changed to:`,
  }),
  cancelled: (i, n) => ({
    zh: `${i.zh}的预约已取消。`,
    en: `Your ${s(n)} of ${i.en} ${n > 1 ? 'were' : 'was'} cancelled.`,
  }),
  declined: (i, n) => ({
    zh: `${i.zh}的预约未获批准，时段已释放。`,
    en: `Your ${s(n)} of ${i.en} ${n > 1 ? 'were' : 'was'} declined. The time has been released.`,
  }),
  displaced: (i, n) => ({
    zh: `因${i.zh}停机，以下预约已取消，敬请谅解。`,
    en: `${i.en} will be out of service, so the ${s(n)} below had to be cancelled. We apologise for the inconvenience.`,
  }),
  promoted: (i) => ({
    zh: `您候补的${i.zh}已有空闲时段，并已为您预约。`,
    en: `A time you were waiting for on ${i.en} became free and has been booked for you.`,
  }),
  missed: (i) => ({
    zh: `${i.zh}的预约未按时开始使用，已记为未到，剩余时间已释放。`,
    en: `Use of ${i.en} did not start in time. The booking is recorded as a no-show and the remaining time has been released.`,
  }),
  reminder: (i) => ({
    zh: `您预约的${i.zh}即将开始。如不能按时使用，请尽早取消，以便他人预约。`,
    en: `Your booking of ${i.en} starts soon. If you cannot come, please cancel it early so that others can use the time.`,
  }),
  approval_asked: (i, n) => ({
    zh: `${i.zh}有新的预约，等待您审批。`,
    en: `${n > 1 ? 'Bookings' : 'A booking'} of ${i.en} ${are(n)} waiting for your approval.`,
  }),
}

const s = (count: number) => (count > 1 ? 'bookings' : 'booking')
const are = (count: number) => (count > 1 ? 'are' : 'is')

const words = {
  hello: { zh: '您好：', en: 'Hello,' },
  when: { zh: '时间', en: 'Time' },
  before: { zh: '原时间', en: 'Previous time' },
  person: { zh: '使用人', en: 'Person' },
  purpose: { zh: '用途', en: 'Purpose' },
  reason: { zh: '说明', en: 'Note' },
  moreDates: (count: number): Text => ({ zh: `另有 ${count} 次`, en: `and ${count} more` }),
  asksAgain: {
    zh: '修改后的预约须重新审批，审批结果将通过邮件通知您。',
    en: 'The changed booking needs approval again. You will receive an email once it is decided.',
  },
  slots: {
    zh: '最近的空闲时段，打开链接即可预约：',
    en: 'Nearest free times (open a link to book):',
  },
  link: (kind: BookingLetter, link: string): Text =>
    kind === 'approval_asked'
      ? { zh: `查看和审批：\n${link}`, en: `View and decide:\n${link}` }
      : { zh: `查看预约：\n${link}`, en: `View booking:\n${link}` },
  attached: {
    zh: '附件是日历文件，打开即可更新您的日历。',
    en: 'Open the attached calendar file to update your calendar.',
  },
}
