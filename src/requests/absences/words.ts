import type { LetterKind } from '../../core/letters.ts'
import type { Text, Words } from '../../core/text.ts'
import { requestPaths } from '../words/paths.ts'

export const absenceWords = {
  title: { zh: '外出与代办', en: 'Away and delegate' },
  lead: {
    zh: '外出期间，申请的通知和提醒发给代办人，代办人可以代您审批；结束后代办权限立即失效。',
    en: 'While you are away, letters about requests go to your delegate, who decides for you. That right ends with the absence.',
  },
  none: { zh: '没有外出安排', en: 'Nobody is away' },
  noneHint: {
    zh: '您和本单位其他审批人的外出安排会列在这里。',
    en: 'Absences of yours and of others who decide for your institution are listed here.',
  },
  add: { zh: '登记外出', en: 'Say that you are away' },
  added: { zh: '已登记。', en: 'Your absence is noted.' },
  change: { zh: '修改外出', en: 'Change the absence' },
  changed: { zh: '已修改。', en: 'The absence is changed.' },
  end: { zh: '提前结束', en: 'End now' },
  endOf: (name: string): Text => ({
    zh: `提前结束 ${name} 的外出`,
    en: `End now the absence of ${name}`,
  }),
  endAbout: {
    zh: '通知重新发给本人，代办权限立即失效。',
    en: 'Letters go to them again, and the delegate’s right ends at once.',
  },
  ended: { zh: '外出已结束。', en: 'The absence is over.' },
  person: { zh: '外出人', en: 'Away' },
  institution: { zh: '单位', en: 'Institution' },
  from: { zh: '第一天', en: 'First day' },
  until: { zh: '最后一天', en: 'Last day' },
  untilHint: {
    zh: '当天全天有效（北京时间），最迟一年之后。',
    en: 'All of that day, by Beijing time; within a year.',
  },
  delegate: { zh: '代办人', en: 'Delegate' },
  delegateHint: {
    zh: '本单位一位成员账户的电子邮箱。另有审批人在岗时可以留空。',
    en: 'The e-mail address of a member of the institution. May be left blank where others who decide stay.',
  },
  notSteward: {
    zh: '只有审批本单位申请的人可以登记外出。',
    en: 'Only those who decide requests to the institution say that they are away from it.',
  },
  noneSuch: { zh: '没有这项外出安排。', en: 'There is no such absence.' },
  notYours: {
    zh: '只有本人和本单位的资源管理员可以更改外出安排。',
    en: 'An absence is changed by whoever is away, and by curators of the institution.',
  },
  notSelf: { zh: '代办人不能是本人。', en: 'Nobody is their own delegate.' },
  notOfInstitution: {
    zh: '代办人应是本单位的成员。',
    en: 'The delegate has to belong to the institution.',
  },
  delegateAway: {
    zh: '代办人在此期间也外出，请另选一位。',
    en: 'The delegate is away in these days too: choose somebody else.',
  },
  nobodyRemains: {
    zh: '此期间没有其他审批人在岗，请指定一位代办人。',
    en: 'Nobody else who decides stays in these days: name a delegate.',
  },
  wrongOrder: {
    zh: '最后一天不能早于第一天。',
    en: 'The last day is not before the first.',
  },
  pastOrLong: {
    zh: '外出从今天或以后开始，最迟一年之内结束。',
    en: 'It begins today or later, and ends within a year.',
  },
  overlaps: {
    zh: '这些日子已登记外出，请修改原来的安排。',
    en: 'You are away on some of these days already: change that absence.',
  },
  isOver: { zh: '这次外出已经结束。', en: 'This absence is over already.' },
  stale: {
    zh: '这项安排刚被修改过，请重新打开。',
    en: 'The absence was changed meanwhile: open it again.',
  },
  handOver: { zh: '移交我的全部申请', en: 'Hand over all my requests' },
  handOverLead: {
    zh: '把指派给您或由您认领、尚未审批完的申请一次交给另一位审批人。',
    en: 'Gives whatever is assigned to you or claimed by you, and not decided yet, to somebody else who decides.',
  },
  to: { zh: '交给', en: 'To' },
  toHint: {
    zh: '另一位审批人账户的电子邮箱。',
    en: 'The e-mail address of somebody who decides these requests.',
  },
  of: { zh: '原处理人', en: 'Of' },
  ofHint: {
    zh: '留空即您本人；同事离岗时可填其电子邮箱。',
    en: 'Yours where it is left blank; the e-mail address of a colleague who leaves otherwise.',
  },
  reason: { zh: '原因', en: 'Reason' },
  handedOver: (count: number, kept: number): Text =>
    kept === 0
      ? { zh: `已移交 ${count} 份申请。`, en: `Handed over: ${count}.` }
      : {
          zh: `已移交 ${count} 份申请；${kept} 份不能由此人审批，未移交。`,
          en: `Handed over: ${count}. Kept, as they cannot decide them: ${kept}.`,
        },
  nothing: {
    zh: '没有可移交的申请。',
    en: 'There is nothing to hand over.',
  },
  samePerson: { zh: '原处理人与接手人相同。', en: 'These requests are theirs already.' },
  noLonger: { zh: '这份申请已由他人处理。', en: 'Somebody else works on it already.' },
} satisfies Words

export const absenceStateNames = {
  planned: { tone: 'calm', text: { zh: '未开始', en: 'Planned' } },
  now: { tone: 'note', text: { zh: '外出中', en: 'Away' } },
  over: { tone: 'calm', text: { zh: '已结束', en: 'Ended' } },
} as const

type StandIn = { person: string; institution: Text; from: string; until: string; count: number }

const standInAsked: LetterKind<StandIn> = {
  name: { zh: '请您代办申请审批', en: 'You act for somebody who is away' },
  hint: {
    zh: '同事外出，请您代为审批申请时',
    en: 'When a colleague who is away names you to decide requests for them',
  },
  path: () => requestPaths.desk,
  letter: ({ person, institution, from, until, count }, { link }) => ({
    subject: {
      zh: `请您代 ${person} 审批申请`,
      en: `Please decide requests for ${person}`,
    },
    body: {
      zh: `您好：\n\n${person} 从 ${from} 到 ${until} 外出（均含当天），请您代为审批提交给${institution.zh}的申请。目前有 ${count} 份等待答复。\n\n外出期间可在这里查看和审批：${link}`,
      en: `Hello,\n\n${person} is away from ${from} to ${until}, both days included, and asks you to decide requests to ${institution.en} meanwhile. Waiting for an answer now: ${count}.\n\nOn these days you see and decide them here: ${link}`,
    },
  }),
}

const requestsHandedOver: LetterKind<{ count: number; by: string; reason: string }> = {
  name: { zh: '申请移交给您', en: 'Requests are handed over to you' },
  hint: {
    zh: '其他审批人把处理中的申请一次移交给您时',
    en: 'When somebody who decides hands all their requests over to you',
  },
  forStaff: true,
  path: () => `${requestPaths.desk}?handler=me`,
  letter: ({ count, by, reason }, { link }) => ({
    subject: {
      zh: `${by} 移交给您 ${count} 份申请`,
      en: `${by} handed over requests to you: ${count}`,
    },
    body: {
      zh: `您好：\n\n${by} 把 ${count} 份申请移交给您。原因：${reason}\n\n查看：${link}`,
      en: `Hello,\n\n${by} handed over requests to you, ${count} in number. Reason: ${reason}\n\nSee them: ${link}`,
    },
  }),
}

export const absenceLetters = {
  stand_in_asked: standInAsked,
  requests_handed_over: requestsHandedOver,
}
