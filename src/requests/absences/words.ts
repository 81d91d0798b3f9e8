import type { LetterKind } from '../../core/letters.ts'
import type { Text, Words } from '../../core/text.ts'
import { requestPaths } from '../words/paths.ts'

export const absenceWords = {
  title: { zh: '外出与代办', en: 'Away and delegate' },
  lead: {
    zh: '外出期间，申请的通知和提醒发给代办人，由其代您审批；外出结束后代办权限立即失效。',
    en: 'While you are away, notifications about requests go to your delegate, who can decide them for you. The delegate’s permission ends with your absence.',
  },
  none: { zh: '没有外出安排', en: 'No absences' },
  noneHint: {
    zh: '您和本单位其他审核人的外出安排会列在这里。',
    en: 'Your absences and those of other stewards at your institution are listed here.',
  },
  add: { zh: '登记外出', en: 'Add an absence' },
  added: { zh: '已登记。', en: 'Absence added.' },
  change: { zh: '修改外出安排', en: 'Edit absence' },
  changed: { zh: '已修改。', en: 'Absence updated.' },
  end: { zh: '提前结束', en: 'End now' },
  endOf: (name: string): Text => ({
    zh: `提前结束 ${name} 的外出`,
    en: `End now: ${name}’s absence`,
  }),
  endAbout: {
    zh: '通知恢复发给本人，代办权限立即失效。',
    en: 'Notifications go to this person again, and the delegate’s permission ends immediately.',
  },
  ended: { zh: '外出已结束。', en: 'Absence ended.' },
  person: { zh: '外出人', en: 'Person away' },
  institution: { zh: '单位', en: 'Institution' },
  from: { zh: '第一天', en: 'First day' },
  until: { zh: '最后一天', en: 'Last day' },
  untilHint: {
    zh: '当天全天有效（北京时间），最晚为一年后。',
    en: 'Includes the whole day (Beijing time). Within one year.',
  },
  delegate: { zh: '代办人', en: 'Delegate' },
  delegateHint: {
    zh: '填写本单位一位成员的账户邮箱。另有审核人在岗时可以留空。',
    en: 'Email address of a member of the institution. Leave empty if another steward is available.',
  },
  notSteward: {
    zh: '只有本单位的审核人可以登记外出。',
    en: 'Only stewards of this institution can add an absence.',
  },
  noneSuch: { zh: '该外出安排不存在。', en: 'This absence does not exist.' },
  notYours: {
    zh: '只有本人和本单位的资源管理员可以修改外出安排。',
    en: 'Only the person away and curators of the institution can edit an absence.',
  },
  notSelf: { zh: '代办人不能是本人。', en: 'You cannot be your own delegate.' },
  notOfInstitution: {
    zh: '代办人应是本单位的成员。',
    en: 'The delegate must be a member of the institution.',
  },
  delegateAway: {
    zh: '代办人在此期间也外出，请另选一位。',
    en: 'The delegate is also away during this period. Choose someone else.',
  },
  nobodyRemains: {
    zh: '此期间没有其他审核人在岗，请指定一位代办人。',
    en: 'No other steward is available during this period. Choose a delegate.',
  },
  wrongOrder: {
    zh: '最后一天不能早于第一天。',
    en: 'The last day cannot be before the first day.',
  },
  pastOrLong: {
    zh: '外出须从今天或之后开始，并在一年之内结束。',
    en: 'An absence starts today or later and ends within one year.',
  },
  overlaps: {
    zh: '这段时间已登记外出，请修改原有安排。',
    en: 'You already have an absence during this period. Edit that one instead.',
  },
  isOver: { zh: '这次外出已经结束。', en: 'This absence has already ended.' },
  stale: {
    zh: '内容已被他人修改，请重新打开。',
    en: 'This absence was changed by someone else. Open it again.',
  },
  handOver: { zh: '移交我的全部申请', en: 'Hand over all my requests' },
  handOverLead: {
    zh: '把指派给您或由您认领、尚未审批的申请一次移交给另一位审核人。',
    en: 'Reassigns all undecided requests that are assigned to you or claimed by you to another steward.',
  },
  to: { zh: '移交给', en: 'Hand over to' },
  toHint: {
    zh: '填写另一位审核人的账户邮箱。',
    en: 'Email address of another steward who can decide these requests.',
  },
  of: { zh: '原处理人', en: 'Current handler' },
  ofHint: {
    zh: '留空表示您本人；同事离岗时可填写其邮箱。',
    en: 'Leave empty to hand over your own requests, or enter the email address of a colleague who is leaving.',
  },
  reason: { zh: '原因', en: 'Reason' },
  handedOver: (count: number, kept: number): Text =>
    kept === 0
      ? {
          zh: `已移交 ${count} 份申请。`,
          en: `${count === 1 ? '1 request' : `${count} requests`} handed over.`,
        }
      : {
          zh: `已移交 ${count} 份申请；${kept} 份不能由此人审批，未移交。`,
          en: `${count === 1 ? '1 request' : `${count} requests`} handed over; ${kept} not handed over because this person cannot decide them.`,
        },
  nothing: {
    zh: '没有需要移交的申请。',
    en: 'There are no requests to hand over.',
  },
  samePerson: {
    zh: '移交双方是同一人。',
    en: 'These requests are already assigned to this person.',
  },
  noLonger: { zh: '这份申请已由他人处理。', en: 'Someone else is already handling this request.' },
} satisfies Words

export const absenceStateNames = {
  planned: { tone: 'calm', text: { zh: '未开始', en: 'Upcoming' } },
  now: { tone: 'note', text: { zh: '外出中', en: 'Away' } },
  over: { tone: 'calm', text: { zh: '已结束', en: 'Ended' } },
} as const

type StandIn = { person: string; institution: Text; from: string; until: string; count: number }

const standInAsked: LetterKind<StandIn> = {
  name: { zh: '请您代办申请审批', en: 'You were named as a delegate' },
  hint: {
    zh: '同事外出，由您代为审批申请时',
    en: 'When a colleague who is away names you as their delegate',
  },
  path: () => requestPaths.desk,
  letter: ({ person, institution, from, until, count }, { link }) => ({
    subject: {
      zh: `请您代 ${person} 审批申请`,
      en: `You are ${person}’s delegate for requests`,
    },
    body: {
      zh: `您好：\n\n${person} 从 ${from} 到 ${until} 外出（均含当天），请您代为审批提交给${institution.zh}的申请。目前有 ${count} 份等待答复。\n\n外出期间可在这里查看和审批：${link}`,
      en: `Hello,\n\n${person} is away from ${from} to ${until} (inclusive) and has named you to decide requests to ${institution.en} during this time. Currently waiting: ${count}.\n\nDecide them here during the absence: ${link}`,
    },
  }),
}

const requestsHandedOver: LetterKind<{ count: number; by: string; reason: string }> = {
  name: { zh: '申请移交给您', en: 'Requests handed over to you' },
  hint: {
    zh: '其他审核人把处理中的申请一次移交给您时',
    en: 'When another steward hands their requests over to you',
  },
  forStaff: true,
  path: () => `${requestPaths.desk}?handler=me`,
  letter: ({ count, by, reason }, { link }) => ({
    subject: {
      zh: `${by} 移交给您 ${count} 份申请`,
      en: `${by} handed ${count === 1 ? '1 request' : `${count} requests`} over to you`,
    },
    body: {
      zh: `您好：\n\n${by} 把 ${count} 份申请移交给您。原因：${reason}\n\n查看：${link}`,
      en: `Hello,\n\n${by} handed ${count === 1 ? '1 request' : `${count} requests`} over to you. Reason: ${reason}\n\nView: ${link}`,
    },
  }),
}

export const absenceLetters = {
  stand_in_asked: standInAsked,
  requests_handed_over: requestsHandedOver,
}
