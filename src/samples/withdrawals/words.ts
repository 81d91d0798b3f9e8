import type { LetterKind } from '../../core/letters.ts'
import type { Text, Words } from '../../core/text.ts'
import { samplePaths } from '../words/paths.ts'

export const standings = ['reserved', 'on_loan', 'shipped'] as const
/** Where a sample of a donor is with regard to a request. */
export type Standing = (typeof standings)[number]

export const standingNames: Readonly<Record<Standing, Text>> = {
  reserved: { zh: '已预留，停止发出', en: 'Reserved, not to be shipped' },
  on_loan: { zh: '借出，须归还或销毁', en: 'On loan, to be returned or destroyed' },
  shipped: { zh: '已发出，须销毁或退回', en: 'Shipped, to be destroyed or returned' },
}

export const withdrawalWords = {
  note: { zh: '依据', en: 'Reference' },
  noteHint: {
    zh: '例如知情同意撤回书的编号；不要填写姓名、证件号或电话。',
    en: 'For example the number of the signed form; no names, ID-card or telephone numbers.',
  },
  withdraw: { zh: '登记供体退出', en: 'Record the withdrawal' },
  about: {
    zh: '立即生效，不能撤销：该供体的全部样本、分装、衍生物和含其成分的混合样本从此不再取出、发出、导出或计数；已发出的，通知申请人归还或销毁。',
    en: 'It holds at once and cannot be undone: nothing of this donor, no aliquot, derivative or pool, is picked, shipped, exported or counted from then on, and whoever has some is asked to return or destroy it.',
  },
  withdrawal: (code: string): Text => ({
    zh: `供体 ${code} 的退出`,
    en: `Withdrawal of donor ${code}`,
  }),
  withdrawn: (day: Text): Text => ({
    zh: `该供体已于 ${day.zh}退出，其样本全部停用。`,
    en: `This donor withdrew on ${day.en}; all of their samples are blocked.`,
  }),
  done: (count: number): Text => ({
    zh: `已登记退出，停用 ${count} 份样本。`,
    en: `The withdrawal is recorded; ${count === 1 ? '1 sample is' : `${count} samples are`} blocked.`,
  }),
  outstanding: { zh: '为申请预留或已发出的样本', en: 'Samples reserved for requests or sent out' },
  none: { zh: '没有为申请预留或发出的样本。', en: 'No sample is reserved for a request or out.' },
  code: { zh: '样本编号', en: 'Sample' },
  standing: { zh: '状况', en: 'State' },
  request: { zh: '申请', en: 'Request' },
  requester: { zh: '申请人', en: 'Requester' },
  institution: { zh: '申请人单位', en: 'Institution' },
  since: { zh: '日期', en: 'Since' },
  blocked: { zh: '停用的样本数', en: 'Samples blocked' },
  noDonor: { zh: '没有这个供体。', en: 'There is no such donor.' },
  already: {
    zh: '该供体的退出已经登记。',
    en: 'The withdrawal of this donor is recorded already.',
  },
} satisfies Words

type Recalled = {
  requestId: string
  number: string
  collection: Text
  /** The labels of some of them, and how many further ones there are. */
  codes: readonly string[]
  more: number
}

const listed = ({ codes, more }: Recalled): Text => ({
  zh: codes.join('、') + (more > 0 ? ` 等 ${codes.length + more} 份` : ''),
  en: codes.join(', ') + (more > 0 ? ` and ${more} more` : ''),
})

const path = ({ requestId }: Recalled) => samplePaths.request(requestId)

const samplesRecalled: LetterKind<Recalled> = {
  name: { zh: '收到的样本须归还或销毁', en: 'Samples to return or destroy' },
  hint: {
    zh: '您申请到的样本，其供体退出研究',
    en: 'When the donor of samples that you were sent withdraws',
  },
  path,
  letter: (facts, { link }) => ({
    subject: {
      zh: `申请 ${facts.number}：请归还或销毁样本`,
      en: `Request ${facts.number}: please return or destroy samples`,
    },
    body: {
      zh: `您好：\n\n${facts.collection.zh}的供体撤回了知情同意。请立即停止使用以下样本，归还或销毁剩余部分，并在申请页面回复处理情况：\n\n${listed(facts).zh}\n\n查看申请：${link}`,
      en: `Hello,\n\nA donor of ${facts.collection.en} withdrew their consent. Please stop using these samples at once, return or destroy what is left of them, and write on the page of the request what was done:\n\n${listed(facts).en}\n\nThe request: ${link}`,
    },
  }),
}

const samplesBlocked: LetterKind<Recalled> = {
  name: { zh: '申请中的样本因供体退出停用', en: 'Samples of a request were blocked' },
  hint: {
    zh: '您审核的申请中，已预留或发出的样本，其供体退出研究',
    en: 'When the donor of samples reserved or sent for a request that you decide about withdraws',
  },
  forStaff: true,
  path,
  letter: (facts, { link }) => ({
    subject: {
      zh: `申请 ${facts.number}：样本因供体退出停用`,
      en: `Request ${facts.number}: samples were blocked`,
    },
    body: {
      zh: `您好：\n\n${facts.collection.zh}的供体撤回了知情同意，以下为该申请预留或已发出的样本不得再用：\n\n${listed(facts).zh}\n\n未发出的预留已解除，请放回原位；已发出的，已请申请人归还或销毁。\n\n查看申请：${link}`,
      en: `Hello,\n\nA donor of ${facts.collection.en} withdrew their consent. These samples, reserved for the request or sent with it, may not be used any more:\n\n${listed(facts).en}\n\nWhat had not left is no longer reserved and goes back to its place; the requester was asked to return or destroy the others.\n\nThe request: ${link}`,
    },
  }),
}

export const withdrawalLetters = {
  samples_recalled: samplesRecalled,
  samples_blocked: samplesBlocked,
}
