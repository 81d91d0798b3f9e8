import type { Lang, Text } from '../../core/text.ts'
import type { LetterText } from '../../core/letters.ts'

/** What is told of bookings. */
export type BookingLetter = keyof typeof bookingLetterNames

/** What each kind of letter is called, and says when it comes. */
export const bookingLetterNames = {
  pending: { zh: '预约已提交', en: 'Booking waits for approval' },
  confirmed: { zh: '预约已确认', en: 'Booking confirmed' },
  changed: { zh: '预约已改动', en: 'Booking changed' },
  cancelled: { zh: '预约已取消', en: 'Booking cancelled' },
  declined: { zh: '预约未获批准', en: 'Booking declined' },
  displaced: { zh: '仪器停机，预约已取消', en: 'Out of service: booking cancelled' },
  promoted: { zh: '候补成功', en: 'Booked from the waiting list' },
  missed: { zh: '未到，时间已让出', en: 'Booking missed' },
  reminder: { zh: '预约提醒', en: 'Your booking is near' },
  approval_asked: { zh: '有预约待您审核', en: 'A booking waits for your approval' },
} as const satisfies Record<string, Text>

export const bookingLetterHints = {
  pending: { zh: '需要审核的预约提交之后', en: 'When a booking needs approval, once it is made' },
  confirmed: { zh: '预约成功，或审核通过', en: 'When it is booked, or approved' },
  changed: { zh: '时间或内容改动之后', en: 'When its time or what it is for changes' },
  cancelled: { zh: '您或管理人员取消之后', en: 'When you or the staff cancel it' },
  declined: { zh: '审核未通过，附说明', en: 'When staff say no, with their note' },
  displaced: {
    zh: '因停机取消时，附其他空闲时间',
    en: 'When an outage takes its time, with other free times',
  },
  promoted: {
    zh: '您候补的时间空出来，已为您预约',
    en: 'When time that you waited for is booked for you',
  },
  missed: { zh: '到时没有开始使用', en: 'When its use did not begin in time' },
  reminder: { zh: '开始前一天', en: 'A day before it begins' },
  approval_asked: {
    zh: '您负责审核的仪器有新的预约',
    en: 'When somebody books an instrument that you decide about',
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
    zh: `${i.zh}的预约已提交，等待审核。有结果后会再写信告诉您。`,
    en: `The ${s(n)} of ${i.en} ${n > 1 ? 'wait' : 'waits'} for approval. You are told by letter once it is decided.`,
  }),
  confirmed: (i, n) => ({
    zh: `${i.zh}的预约已确认。`,
    en: `The ${s(n)} of ${i.en} ${are(n)} confirmed.`,
  }),
  changed: (i, n) => ({
    zh: `${i.zh}的预约已改动，现在是：`,
    en: `The ${s(n)} of ${i.en} ${n > 1 ? 'were' : 'was'} changed. Now:`,
  }),
  cancelled: (i, n) => ({
    zh: `${i.zh}的预约已取消。`,
    en: `The ${s(n)} of ${i.en} ${are(n)} cancelled.`,
  }),
  declined: (i, n) => ({
    zh: `${i.zh}的预约未获批准，时间已让出。`,
    en: `The staff of ${i.en} did not approve the ${s(n)}. The time is free again.`,
  }),
  displaced: (i, n) => ({
    zh: `${i.zh}要停机，下面的预约只好取消，请谅解。`,
    en: `${i.en} goes out of service, and the ${s(n)} below had to be cancelled. We are sorry.`,
  }),
  promoted: (i) => ({
    zh: `您候补的${i.zh}空出了时间，已为您预约。`,
    en: `Time that you waited for at ${i.en} became free, and is booked for you.`,
  }),
  missed: (i) => ({
    zh: `${i.zh}的预约到时没有开始使用，已按未到处理，余下的时间让给别人。`,
    en: `The use of ${i.en} did not begin in time. The booking counts as missed, and what is left of its time is free again.`,
  }),
  reminder: (i) => ({
    zh: `您预约的${i.zh}快要开始了。如果不能来，请及早取消，把时间留给别人。`,
    en: `Your booking of ${i.en} is near. If you cannot come, cancel it soon, so that others may have the time.`,
  }),
  approval_asked: (i, n) => ({
    zh: `有人预约${i.zh}，等待您审核。`,
    en: `${n > 1 ? 'Bookings' : 'A booking'} of ${i.en} ${n > 1 ? 'wait' : 'waits'} for your approval.`,
  }),
}

const s = (count: number) => (count > 1 ? 'bookings' : 'booking')
const are = (count: number) => (count > 1 ? 'are' : 'is')

const words = {
  hello: { zh: '您好：', en: 'Hello,' },
  when: { zh: '时间', en: 'Time' },
  before: { zh: '原时间', en: 'Before' },
  person: { zh: '使用人', en: 'For' },
  purpose: { zh: '用途', en: 'Purpose' },
  reason: { zh: '说明', en: 'Note' },
  moreDates: (count: number): Text => ({ zh: `另有 ${count} 次`, en: `and ${count} more` }),
  asksAgain: {
    zh: '改动后的预约需要重新审核，有结果后会再写信告诉您。',
    en: 'Changed as it is, it waits for approval again. You are told by letter once it is decided.',
  },
  slots: {
    zh: '最近的空闲时间，打开即可预约：',
    en: 'The nearest free times; follow one to book it:',
  },
  link: (kind: BookingLetter, link: string): Text =>
    kind === 'approval_asked'
      ? { zh: `查看和审核：\n${link}`, en: `See and decide it:\n${link}` }
      : { zh: `查看预约：\n${link}`, en: `See the booking:\n${link}` },
  attached: {
    zh: '附件是日历文件，打开即可更新您的日历。',
    en: 'The attached file brings your calendar up to date.',
  },
}
