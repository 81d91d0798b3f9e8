import type { Text, Words } from '../../core/text.ts'

export const deskWords = {
  keys: {
    zh: '快捷键：j、k 上下移动，x 勾选，回车打开',
    en: 'Keys: j and k move, x selects, Enter opens',
  },
  title: { zh: '申请审批', en: 'Requests to decide' },
  lead: {
    zh: '等您处理的申请，最先到期的在前。可以勾选几份一起答复。',
    en: 'Requests that wait for you, the first due on top. Tick several to answer them together.',
  },
  away: { zh: '外出与代办', en: 'Away and delegate' },
  none: { zh: '没有这样的申请', en: 'No such requests' },
  noneHint: {
    zh: '新的申请会出现在这里；也可以放宽筛选条件。',
    en: 'New requests appear here; you can also widen the filter.',
  },
  anybody: { zh: '不限', en: 'anybody' },
  handler: { zh: '处理人', en: 'Worked on by' },
  me: { zh: '我', en: 'me' },
  nobody: { zh: '无人', en: 'nobody' },
  kind: { zh: '资源种类', en: 'Kind of resource' },
  label: { zh: '标签', en: 'Label' },
  choose: { zh: '选择', en: 'Choose' },
  chooseRequest: (number: string): Text => ({ zh: `选择 ${number}`, en: `Choose ${number}` }),
  chosen: { zh: '所选申请', en: 'Requests chosen' },
  answerChosen: { zh: '答复所选申请', en: 'Answer those ticked' },
  answerAll: { zh: '答复筛选出的全部申请', en: 'Answer all that the filter finds' },
  noneChosen: { zh: '请先在列表中勾选申请。', en: 'First tick requests in the list.' },
  tooMany: (most: number): Text => ({
    zh: `一次最多答复 ${most} 份申请，请缩小筛选范围。`,
    en: `At most ${most} requests are answered at once: narrow the filter.`,
  }),
  eitherOr: {
    zh: '请给出申请或筛选条件之一。',
    en: 'Name either requests or a filter.',
  },
  bulkTitle: { zh: '批量答复', en: 'Answer several requests' },
  bulkLead: {
    zh: '所选申请中尚未审批的各项都得到同一答复。不能这样答复的申请会逐一列出原因。',
    en: 'Every open item of these requests gets the same answer. Requests that cannot be answered so are listed with the reason.',
  },
  send: { zh: '答复这些申请', en: 'Answer these requests' },
  started: { zh: '正在逐一答复', en: 'The requests are being answered' },
  noDecision: { zh: '没有这次批量答复。', en: 'There is no such decision.' },
  noAccount: {
    zh: '作出答复的账户已停用。',
    en: 'The account that gave this answer has been closed.',
  },
  progress: (done: number, total: number): Text => ({
    zh: `已处理 ${done} / ${total} 份`,
    en: `${done} of ${total} done`,
  }),
  summary: (decided: number, refused: number): Text => ({
    zh: `已答复 ${decided} 份，${refused} 份未能答复`,
    en: `${decided} answered, ${refused} refused`,
  }),
  outcome: { zh: '结果', en: 'Outcome' },
  why: { zh: '原因', en: 'Reason' },
  outcomes: { zh: '各份申请', en: 'Each request' },
  toDecide: { zh: '待我审批的申请', en: 'Requests to decide' },
  toAnswer: { zh: '我提出的申请', en: 'What I asked for' },
  toConsent: { zh: '待我同意的申请', en: 'Requests to consent to' },
  toReview: { zh: '待我评审的申请', en: 'Requests to review' },
} satisfies Words

export const outcomeNames = {
  pending: { zh: '等待中', en: 'Waiting' },
  decided: { zh: '已答复', en: 'Answered' },
  refused: { zh: '未能答复', en: 'Refused' },
} satisfies Words
