import type { Text, Words } from '../../core/text.ts'

export const deskWords = {
  keys: {
    zh: '快捷键：j、k 上下移动，x 勾选，回车打开',
    en: 'Keys: j and k move, x selects, Enter opens',
  },
  title: { zh: '申请审批', en: 'Requests to decide' },
  lead: {
    zh: '等待您处理的申请，最先到期的在前。可以选择多份一起答复。',
    en: 'Requests waiting for you, earliest due first. Select several to answer them together.',
  },
  away: { zh: '外出与代办', en: 'Away and delegate' },
  none: { zh: '没有符合条件的申请', en: 'No matching requests' },
  noneHint: {
    zh: '新的申请会出现在这里；也可以放宽筛选条件。',
    en: 'New requests appear here. You can also clear the filters.',
  },
  anybody: { zh: '不限', en: 'Anyone' },
  handler: { zh: '处理人', en: 'Handler' },
  me: { zh: '我', en: 'Me' },
  nobody: { zh: '无人', en: 'No one' },
  kind: { zh: '资源种类', en: 'Kind of resource' },
  label: { zh: '标签', en: 'Label' },
  choose: { zh: '选择', en: 'Select' },
  chooseRequest: (number: string): Text => ({ zh: `选择 ${number}`, en: `Select ${number}` }),
  chosen: { zh: '所选申请', en: 'Selected requests' },
  answerChosen: { zh: '答复所选申请', en: 'Answer selected' },
  answerAll: { zh: '答复筛选出的全部申请', en: 'Answer all matching' },
  noneChosen: { zh: '请先在列表中选择申请。', en: 'Select requests in the list first.' },
  tooMany: (most: number): Text => ({
    zh: `一次最多答复 ${most} 份申请，请缩小筛选范围。`,
    en: `Up to ${most} requests can be answered at once. Narrow the filters.`,
  }),
  eitherOr: {
    zh: '请选择申请或筛选条件之一。',
    en: 'Specify either requests or filters.',
  },
  bulkTitle: { zh: '批量答复', en: 'Answer several requests' },
  bulkLead: {
    zh: '所选申请中尚未审批的各项将得到同一答复。无法答复的申请会逐一列出原因。',
    en: 'All undecided items of these requests get the same answer. Requests that cannot be answered are listed with the reason.',
  },
  send: { zh: '答复这些申请', en: 'Answer these requests' },
  started: { zh: '正在逐一答复', en: 'Answering the requests' },
  noDecision: { zh: '该批量答复不存在。', en: 'This bulk answer does not exist.' },
  noAccount: {
    zh: '作出答复的账户已停用。',
    en: 'The account that submitted this answer has been deactivated.',
  },
  progress: (done: number, total: number): Text => ({
    zh: `已处理 ${done} / ${total} 份`,
    en: `${done} of ${total} done`,
  }),
  summary: (decided: number, refused: number): Text => ({
    zh: `已答复 ${decided} 份，${refused} 份未能答复`,
    en: `${decided} answered, ${refused} not answered`,
  }),
  outcome: { zh: '结果', en: 'Result' },
  why: { zh: '原因', en: 'Reason' },
  outcomes: { zh: '各份申请', en: 'Each request' },
  toDecide: { zh: '待我审批的申请', en: 'Requests to decide' },
  toAnswer: { zh: '我提出的申请', en: 'My requests' },
  toConsent: { zh: '待我同意的申请', en: 'Waiting for my consent' },
  toReview: { zh: '待我评审的申请', en: 'Waiting for my review' },
} satisfies Words

export const outcomeNames = {
  pending: { zh: '等待中', en: 'Waiting' },
  decided: { zh: '已答复', en: 'Answered' },
  refused: { zh: '未能答复', en: 'Not answered' },
} satisfies Words
