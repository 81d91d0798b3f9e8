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
          zh: `向${provider.zh}提出的申请 ${number} 等待您处理，应在 ${day.zh}前答复，现已逾期。`,
          en: `Request ${number} to ${provider.en} is waiting for you. Your response was due by ${day.en}.`,
        },
      }
    : {
        subject: { zh: `申请 ${number} 等待您处理`, en: `Request ${number} is waiting for you` },
        text: {
          zh: `向${provider.zh}提出的申请 ${number} 等待您处理，请在 ${day.zh}前答复。`,
          en: `Request ${number} to ${provider.en} is waiting for you. Please respond by ${day.en}.`,
        },
      }
}

const expiring: Sentences = (facts) => ({
  subject: {
    zh: `申请 ${facts.number} 即将过期`,
    en: `Request ${facts.number} expires soon`,
  },
  text: {
    zh: `向${facts.provider.zh}提出的申请 ${facts.number} 长时间没有进展，将于 ${dayOf(facts).zh}过期。如仍需要，请在此之前继续办理。`,
    en: `Request ${facts.number} to ${facts.provider.en} has been inactive for a long time and expires on ${dayOf(facts).en}. If you still need it, continue before then.`,
  },
})

const putOff: Sentences = (facts) => ({
  subject: {
    zh: `申请 ${facts.number}：约定的答复日期已到`,
    en: `Request ${facts.number}: ready to be decided again`,
  },
  text: {
    zh: `申请 ${facts.number} 中的“${thing(facts).zh}”曾答复为“暂无，稍后可提供”，日期为 ${dayOf(facts).zh}。现在可以重新审批。`,
    en: `“${thing(facts).en}” in request ${facts.number} was answered “Available later” with the date ${dayOf(facts).en}. You can decide it now.`,
  },
})

const accessEnding: Sentences = (facts) => ({
  subject: {
    zh: `您对“${thing(facts).zh}”的访问即将到期`,
    en: `Your access to “${thing(facts).en}” ends soon`,
  },
  text: {
    zh: `您通过申请 ${facts.number} 获得的“${thing(facts).zh}”访问权限将于 ${dayOf(facts).zh}到期。如需继续使用，请在申请页面申请延期。`,
    en: `Your access to “${thing(facts).en}” under request ${facts.number} ends on ${dayOf(facts).en}. To use it longer, ask for an extension on the request’s page.`,
  },
})

const loan: Sentences = (facts) => ({
  subject: facts.isLate
    ? { zh: `借用的“${thing(facts).zh}”应已归还`, en: `“${thing(facts).en}” is overdue for return` }
    : { zh: `请按时归还“${thing(facts).zh}”`, en: `“${thing(facts).en}” is due for return` },
  text: facts.isLate
    ? {
        zh: `通过申请 ${facts.number} 向${facts.provider.zh}借用的“${thing(facts).zh}”应在 ${dayOf(facts).zh}前归还，现已逾期。`,
        en: `“${thing(facts).en}”, on loan from ${facts.provider.en} under request ${facts.number}, was due for return by ${dayOf(facts).en}.`,
      }
    : {
        zh: `通过申请 ${facts.number} 向${facts.provider.zh}借用的“${thing(facts).zh}”请在 ${dayOf(facts).zh}前归还。`,
        en: `Please return “${thing(facts).en}”, on loan from ${facts.provider.en} under request ${facts.number}, by ${dayOf(facts).en}.`,
      },
})

const report: Sentences = (facts) => ({
  subject: facts.isLate
    ? {
        zh: `申请 ${facts.number} 的利用情况反馈已逾期`,
        en: `Your use report for request ${facts.number} is overdue`,
      }
    : {
        zh: `请反馈申请 ${facts.number} 的利用情况`,
        en: `Please submit the use report for request ${facts.number}`,
      },
  text: facts.isLate
    ? {
        zh: `您通过申请 ${facts.number} 从${facts.provider.zh}获得的资源应在 ${dayOf(facts).zh}前反馈利用情况，现已逾期。反馈之前不能申请新的种质资源。`,
        en: `The use report for the resources you received from ${facts.provider.en} under request ${facts.number} was due by ${dayOf(facts).en}. You cannot request more germplasm until you submit it.`,
      }
    : {
        zh: `您通过申请 ${facts.number} 从${facts.provider.zh}获得的资源，请在 ${dayOf(facts).zh}前反馈利用情况：成果、论文、专利等，也可以说明尚无成果。`,
        en: `Please submit a use report by ${dayOf(facts).en} for the resources you received from ${facts.provider.en} under request ${facts.number}: results, publications, patents, or that there are none yet.`,
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
        en: `Hello,\n\n${text.en}\n\nView: ${link}`,
      },
    }
  }

const reminder: LetterKind<Said & { what: 'turn' | 'expiring' | 'put_off' }> = {
  name: { zh: '申请等待您处理', en: 'A request is waiting for you' },
  hint: {
    zh: '到期之前、到期当天、逾期之后每周，以及草稿等即将过期时',
    en: 'Before and on the due date, weekly when overdue, and before drafts expire',
  },
  path: ({ requestId }) => requestPaths.one(requestId),
  letter: written({ turn, expiring, put_off: putOff }),
}

const received: LetterKind<Said & { what: 'access_ending' | 'loan' | 'report' }> = {
  name: { zh: '已获得资源的期限提醒', en: 'Deadlines for resources you received' },
  hint: {
    zh: '访问权限即将到期、借用应归还、应反馈利用情况时',
    en: 'When access ends soon, a loan is due for return, or a use report is due',
  },
  path: ({ requestId }) => requestPaths.one(requestId),
  letter: written({ access_ending: accessEnding, loan, report }),
}

const overdueText = (facts: About): { subject: Text; text: Text } => ({
  subject: {
    zh: `申请 ${facts.number} 逾期未答复`,
    en: `Request ${facts.number} is overdue for a decision`,
  },
  text: {
    zh: `向${facts.provider.zh}提出的申请 ${facts.number} 应在 ${dayOf(facts).zh}前答复，至今未答复。请您处理，或请有关人员处理。`,
    en: `Request ${facts.number} to ${facts.provider.en} was due for a response by ${dayOf(facts).en} and has not been answered. Please decide it or ask a colleague to.`,
  },
})

const overdue: LetterKind<About> = {
  name: { zh: '申请逾期未答复', en: 'Unanswered overdue request' },
  hint: {
    zh: '您的单位有申请逾期多日无人答复时',
    en: 'When a request to your institution is overdue by several days',
  },
  forStaff: true,
  path: ({ requestId }) => requestPaths.one(requestId),
  letter: (facts, { link }) => {
    const { subject, text } = overdueText(facts)
    return {
      subject,
      body: {
        zh: `您好：\n\n${text.zh}\n\n查看：${link}`,
        en: `Hello,\n\n${text.en}\n\nView: ${link}`,
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
      zh: `您好：\n\n${text.zh}贵单位目前没有审核人，请与系统管理员联系。\n\n${link}`,
      en: `Hello,\n\n${text.en} Your institution currently has no steward. Please contact the administrators.\n\n${link}`,
    },
  }
}

/** What the clock says. */
export const clockLetters = {
  request_reminder: reminder,
  received_reminder: received,
  request_overdue: overdue,
}
