import { type LetterKind, type ZonedMoment, zonedInWords } from '../../core/letters.ts'
import type { Text } from '../../core/text.ts'
import type { EventType } from '../requests/model/events.ts'
import { eventNames } from '../requests/words/names.ts'
import { clockLetters } from '../clock/words.ts'
import { absenceLetters } from '../absences/words.ts'
import { stewardLetters } from '../stewards/words.ts'
import { requestPaths } from './paths.ts'

type Moved = {
  requestId: string
  number: string
  provider: Text
  /** What happened, in order. */
  events: readonly EventType[]
  by: string
}

const listed = (events: readonly EventType[]): Text => ({
  zh: events.map((event) => eventNames[event].zh).join('、'),
  en: events.map((event) => eventNames[event].en.toLowerCase()).join(', '),
})

/** One letter for all that happened in a few minutes; where somebody wrote, its link leads to the answer. */
const moved: Pick<LetterKind<Moved>, 'path' | 'letter'> = {
  path: ({ requestId, events }) =>
    events.includes('message') ? requestPaths.reply(requestId) : requestPaths.one(requestId),
  letter: ({ number, provider, events, by }, { link }) => {
    const what = listed(events)
    return {
      subject: { zh: `申请 ${number}：${what.zh}`, en: `Request ${number}: ${what.en}` },
      body: {
        zh: `您好：\n\n向${provider.zh}提出的申请 ${number} 有新进展：${what.zh}（${by}）。\n\n查看：${link}`,
        en: `Hello,\n\nThere is an update to request ${number} to ${provider.en}: ${what.en}, by ${by}.\n\nView: ${link}`,
      },
    }
  },
}

const requestMoved: LetterKind<Moved> = {
  name: { zh: '申请有新进展', en: 'Updates to your requests' },
  hint: {
    zh: '审批、退回、发货、消息等',
    en: 'Decisions, returns for changes, shipments, messages and so on',
  },
  ...moved,
}

const requestReceived: LetterKind<Moved> = {
  name: { zh: '收到的申请有新进展', en: 'Updates to requests you handle' },
  hint: {
    zh: '有人申请您管理的资源、请您评审或同意，或申请人回复时',
    en: 'When someone requests a resource you manage, asks for your review or consent, or replies',
  },
  ...moved,
}

type ConsentAsked = {
  requestId: string
  number: string
  provider: Text
  requester: string
  titles: readonly Text[]
  /** How many further things are asked for. */
  more: number
  /** Of the link, which is good once and until then. */
  secret: string
  until: ZonedMoment
}

const consentAsked: LetterKind<ConsentAsked> = {
  name: { zh: '申请需要您同意', en: 'Requests that need your consent' },
  hint: {
    zh: '课题组成员提出申请、提供方要求负责人同意时；邮件中有可直接答复的链接',
    en: 'When a member of your lab submits a request that needs your consent. The email includes a link to respond directly',
  },
  path: ({ requestId }) => requestPaths.one(requestId),
  letter: (
    { number, provider, requester, titles, more, secret, until },
    { baseUrl, link: page },
  ) => {
    const link = `${baseUrl}${requestPaths.consent(secret)}`
    const end = zonedInWords(until)
    const items = (lang: 'zh' | 'en') => titles.map((title) => `- ${title[lang]}`).join('\n')
    return {
      subject: {
        zh: `请您答复 ${requester} 的申请 ${number}`,
        en: `Request ${number} from ${requester} needs your consent`,
      },
      body: {
        zh: `您好：\n\n${requester} 向${provider.zh}申请：\n\n${items('zh')}${more > 0 ? `\n- 另有 ${more} 项` : ''}\n\n提供方要求负责人同意。请打开下面的链接查看并答复，无需登录（${end.zh}前有效，只能用一次，请勿转发）：\n\n${link}\n\n登录后也可以在申请页面答复：${page}`,
        en: `Hello,\n\n${requester} has requested from ${provider.en}:\n\n${items('en')}${more > 0 ? `\n- and ${more} more` : ''}\n\nThe provider requires a supervisor’s consent. Open this link to review the request and respond without signing in (valid until ${end.en}, can be used once; please do not forward):\n\n${link}\n\nOr sign in and respond on the request’s page: ${page}`,
      },
    }
  },
}

/** The letters of requests: to who asked, and to who decides, reviews or consents. */
export const requestLetters = {
  request_moved: requestMoved,
  request_received: requestReceived,
  consent_asked: consentAsked,
  ...clockLetters,
  ...stewardLetters,
  ...absenceLetters,
}
