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
    zh: '立即生效：该供体的全部样本、分装、衍生物和含其成分的混合样本从此不再取出、发出、导出或计数；已发出的，通知申请人归还或销毁。登记有误的，7 天内且尚未销毁样本时可以更正。',
    en: 'This takes effect immediately: samples, aliquots, derivatives and pools of this donor can no longer be picked, shipped, exported or counted, and anyone who holds some is asked to return or destroy them. A mistaken record can be corrected within 7 days, as long as no sample has been destroyed.',
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
  correct: { zh: '更正登记', en: 'Correct the record' },
  correctAbout: {
    zh: '仅用于登记有误：供体没有退出。因这次退出停用的样本恢复使用；因其他原因停用的不变；申请已解除的预留不会恢复，须重新预留。已通知过的人会收到更正通知。',
    en: 'Only where the record is wrong, and the donor did not withdraw. What it blocked may be used again, what is blocked for another reason stays so, and requests do not get back what they let go of: it is reserved anew. Whoever was told of the withdrawal is told of the correction.',
  },
  reason: { zh: '更正理由', en: 'Reason' },
  reasonHint: {
    zh: '例如登记时选错了供体；不要填写姓名、证件号或电话。',
    en: 'For example that another donor was meant; no names, ID-card or telephone numbers.',
  },
  corrected: (count: number): Text => ({
    zh: `已更正，${count} 份样本恢复使用。`,
    en: `The record is corrected; ${count === 1 ? '1 sample' : `${count} samples`} may be used again.`,
  }),
  notWithdrawn: { zh: '该供体没有退出。', en: 'This donor has not withdrawn.' },
  destroyedSince: {
    zh: '登记退出后已有样本销毁，登记不能再更正。',
    en: 'A sample was destroyed since the withdrawal was recorded: it is not corrected any more.',
  },
  tooLate: (days: number): Text => ({
    zh: `登记退出已超过 ${days} 天，不能再更正。`,
    en: `The withdrawal was recorded more than ${days} days ago: it is not corrected any more.`,
  }),
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

const samplesNotRecalled: LetterKind<Recalled> = {
  name: { zh: '样本不必归还或销毁', en: 'Samples need not be returned or destroyed' },
  hint: {
    zh: '您申请到的样本，其供体退出的登记有误、已经更正',
    en: 'When the withdrawal of a donor whose samples you were sent was recorded by mistake',
  },
  path,
  letter: (facts, { link }) => ({
    subject: {
      zh: `申请 ${facts.number}：样本不必归还或销毁`,
      en: `Request ${facts.number}: samples need not be returned or destroyed`,
    },
    body: {
      zh: `您好：\n\n此前请您归还或销毁${facts.collection.zh}的样本。供体退出的登记有误，已经更正，以下样本可以按原申请继续使用：\n\n${listed(facts).zh}\n\n已经销毁或寄回的，请在申请页面说明。给您带来不便，敬请谅解。\n\n查看申请：${link}`,
      en: `Hello,\n\nYou were asked to return or destroy samples of ${facts.collection.en}. The withdrawal of their donor had been recorded by mistake and is corrected: these samples may be used as agreed:\n\n${listed(facts).en}\n\nIf some were destroyed or sent back already, please say so on the page of the request. We are sorry for the trouble.\n\nThe request: ${link}`,
    },
  }),
}

const samplesUnblocked: LetterKind<Recalled> = {
  name: { zh: '申请中停用的样本恢复使用', en: 'Blocked samples of a request may be used again' },
  hint: {
    zh: '您审核的申请中，样本因误登记的供体退出停用，现已更正',
    en: 'When samples of a request that you decide about were blocked by mistake',
  },
  forStaff: true,
  path,
  letter: (facts, { link }) => ({
    subject: {
      zh: `申请 ${facts.number}：样本恢复使用`,
      en: `Request ${facts.number}: samples may be used again`,
    },
    body: {
      zh: `您好：\n\n${facts.collection.zh}一名供体退出的登记有误，已经更正。以下样本当时从该申请解除预留或要求归还，现可使用：\n\n${listed(facts).zh}\n\n解除的预留不会自动恢复；仍需要的，请在申请中重新预留。\n\n查看申请：${link}`,
      en: `Hello,\n\nThe withdrawal of a donor of ${facts.collection.en} had been recorded by mistake and is corrected. These samples, which the request had let go of or which were asked back, may be used again:\n\n${listed(facts).en}\n\nNothing is reserved again by itself: reserve what the request still needs.\n\nThe request: ${link}`,
    },
  }),
}

export const withdrawalLetters = {
  samples_not_recalled: samplesNotRecalled,
  samples_unblocked: samplesUnblocked,
  samples_recalled: samplesRecalled,
  samples_blocked: samplesBlocked,
}
