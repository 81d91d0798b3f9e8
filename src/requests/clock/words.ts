import {
  lastDayInWords,
  type LetterKind,
  type LetterText,
  type ZonedMoment,
} from '../../core/letters.ts'
import type { Text } from '../../core/text.ts'
import { requestPaths } from '../words/paths.ts'

type About = {
  requestId: string
  number: string
  provider: Text
  /** Of the item that it is about. */
  title: Text | null
  until: ZonedMoment | null
}
type Said = About & { isLate: boolean }

const dayOf = ({ until }: About): Text => (until ? lastDayInWords(until) : { zh: '', en: '' })
const thing = ({ title }: About): Text => title ?? { zh: '', en: '' }

/** A subject, and the sentence that says what to do. */
type Sentences = (facts: Said) => { subject: Text; text: Text }

const turn: Sentences = (facts) => {
  const { number, provider, isLate } = facts
  const day = dayOf(facts)
  return isLate
    ? {
        subject: { zh: `申请 ${number} 已逾期`, en: `Request ${number} is overdue` },
        text: {
          zh: `向${provider.zh}提出的申请 ${number} 在等您处理，应在 ${day.zh}前答复，现已逾期。`,
          en: `Request ${number} to ${provider.en} waits for you. Your answer was due by ${day.en}.`,
        },
      }
    : {
        subject: { zh: `申请 ${number} 在等您处理`, en: `Request ${number} waits for you` },
        text: {
          zh: `向${provider.zh}提出的申请 ${number} 在等您处理，请在 ${day.zh}前答复。`,
          en: `Request ${number} to ${provider.en} waits for you. Please answer by ${day.en}.`,
        },
      }
}

const expiring: Sentences = (facts) => ({
  subject: {
    zh: `申请 ${facts.number} 即将过期`,
    en: `Request ${facts.number} expires soon`,
  },
  text: {
    zh: `向${facts.provider.zh}提出的申请 ${facts.number} 已久未处理，将于 ${dayOf(facts).zh}过期。如仍需要，请在此之前继续办理。`,
    en: `Nothing has happened to request ${facts.number} to ${facts.provider.en} for long: it expires on ${dayOf(facts).en}. Go on with it before then if you still need it.`,
  },
})

const putOff: Sentences = (facts) => ({
  subject: {
    zh: `申请 ${facts.number}：您答复的日期已到`,
    en: `Request ${facts.number}: the day you named has come`,
  },
  text: {
    zh: `申请 ${facts.number} 中的“${thing(facts).zh}”曾答复为“暂无，稍后可提供”，日期为 ${dayOf(facts).zh}。现在可以重新审批。`,
    en: `“${thing(facts).en}” of request ${facts.number} was answered as available later, on ${dayOf(facts).en}. It can be decided now.`,
  },
})

const accessEnding: Sentences = (facts) => ({
  subject: {
    zh: `您对“${thing(facts).zh}”的访问即将到期`,
    en: `Your access to “${thing(facts).en}” ends soon`,
  },
  text: {
    zh: `您通过申请 ${facts.number} 获得的“${thing(facts).zh}”可访问到 ${dayOf(facts).zh}。如需继续使用，请在申请页面申请延期。`,
    en: `You can use “${thing(facts).en}” by request ${facts.number} until ${dayOf(facts).en}. Ask for renewal on its page if you need it for longer.`,
  },
})

const loan: Sentences = (facts) => ({
  subject: facts.isLate
    ? { zh: `借用的“${thing(facts).zh}”应已归还`, en: `“${thing(facts).en}” should be back` }
    : { zh: `请按时归还“${thing(facts).zh}”`, en: `“${thing(facts).en}” is due back` },
  text: facts.isLate
    ? {
        zh: `通过申请 ${facts.number} 向${facts.provider.zh}借用的“${thing(facts).zh}”应在 ${dayOf(facts).zh}前归还，现已逾期。`,
        en: `“${thing(facts).en}”, lent by ${facts.provider.en} with request ${facts.number}, was due back by ${dayOf(facts).en}.`,
      }
    : {
        zh: `通过申请 ${facts.number} 向${facts.provider.zh}借用的“${thing(facts).zh}”请在 ${dayOf(facts).zh}前归还。`,
        en: `Please give “${thing(facts).en}”, lent by ${facts.provider.en} with request ${facts.number}, back by ${dayOf(facts).en}.`,
      },
})

const report: Sentences = (facts) => ({
  subject: facts.isLate
    ? {
        zh: `申请 ${facts.number} 的利用情况反馈已逾期`,
        en: `Your report on request ${facts.number} is overdue`,
      }
    : {
        zh: `请反馈申请 ${facts.number} 的利用情况`,
        en: `Please report on what you got by request ${facts.number}`,
      },
  text: facts.isLate
    ? {
        zh: `您通过申请 ${facts.number} 从${facts.provider.zh}获得的资源应在 ${dayOf(facts).zh}前反馈利用情况，现已逾期。反馈之前不能申请新的种质资源。`,
        en: `Your report on the use of what ${facts.provider.en} gave you by request ${facts.number} was due by ${dayOf(facts).en}. Until you report you cannot ask for more germplasm.`,
      }
    : {
        zh: `您通过申请 ${facts.number} 从${facts.provider.zh}获得的资源，请在 ${dayOf(facts).zh}前反馈利用情况：成果、论文、专利等，也可以说明尚无成果。`,
        en: `Please report by ${dayOf(facts).en} on the use of what ${facts.provider.en} gave you by request ${facts.number}: results, publications, patents, or that there are none yet.`,
      },
})

const written =
  <What extends string>(sentences: Record<What, Sentences>) =>
  (facts: Said & { what: What }, { link }: { link: string }): LetterText => {
    const { subject, text } = sentences[facts.what](facts)
    return {
      subject,
      body: {
        zh: `您好：\n\n${text.zh}\n\n查看：${link}`,
        en: `Hello,\n\n${text.en}\n\nSee it: ${link}`,
      },
    }
  }

const reminder: LetterKind<Said & { what: 'turn' | 'expiring' | 'put_off' }> = {
  name: { zh: '申请等您处理', en: 'A request waits for you' },
  hint: {
    zh: '到期之前、到期当天和逾期之后各周，以及草稿等即将过期时',
    en: 'Before and on the day an answer is due, weekly after it, and before a draft expires',
  },
  path: ({ requestId }) => requestPaths.one(requestId),
  letter: written({ turn, expiring, put_off: putOff }),
}

const received: LetterKind<Said & { what: 'access_ending' | 'loan' | 'report' }> = {
  name: { zh: '获得的资源有期限临近', en: 'A day comes for what you received' },
  hint: {
    zh: '访问即将到期、借用应归还、应反馈利用情况',
    en: 'When access ends soon, a loan is due back, or a report on its use is due',
  },
  path: ({ requestId }) => requestPaths.one(requestId),
  letter: written({ access_ending: accessEnding, loan, report }),
}

const overdueText = (facts: About): { subject: Text; text: Text } => ({
  subject: {
    zh: `申请 ${facts.number} 逾期未答复`,
    en: `Nobody has answered request ${facts.number}`,
  },
  text: {
    zh: `向${facts.provider.zh}提出的申请 ${facts.number} 应在 ${dayOf(facts).zh}前答复，至今未答复。请您处理，或请有关人员处理。`,
    en: `Request ${facts.number} to ${facts.provider.en} was due by ${dayOf(facts).en} and nobody has answered it. Please do, or have it done.`,
  },
})

const overdue: LetterKind<About> = {
  name: { zh: '有申请逾期未答复', en: 'A request is not answered in time' },
  hint: {
    zh: '您的单位有申请逾期多日无人答复时',
    en: 'When a request to your institution is overdue for days',
  },
  forStaff: true,
  path: ({ requestId }) => requestPaths.one(requestId),
  letter: (facts, { link }) => {
    const { subject, text } = overdueText(facts)
    return {
      subject,
      body: {
        zh: `您好：\n\n${text.zh}\n\n查看：${link}`,
        en: `Hello,\n\n${text.en}\n\nSee it: ${link}`,
      },
    }
  },
}

/** To an institution's own mailbox, where nobody decides for it. */
export function mailboxLetter(facts: About, baseUrl: string): { subject: Text; body: Text } {
  const { subject, text } = overdueText(facts)
  const link = `${baseUrl}${requestPaths.one(facts.requestId)}`
  return {
    subject,
    body: {
      zh: `您好：\n\n${text.zh}贵单位目前没有可以审批的人员，请与管理员联系。\n\n${link}`,
      en: `Hello,\n\n${text.en} Nobody can decide for your institution now: please write to the administrators.\n\n${link}`,
    },
  }
}

/** What the clock says. */
export const clockLetters = {
  request_reminder: reminder,
  received_reminder: received,
  request_overdue: overdue,
}
