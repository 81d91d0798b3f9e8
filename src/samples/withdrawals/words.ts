import type { LetterKind } from '../../core/letters.ts'
import type { Text, Words } from '../../core/text.ts'
import { samplePaths } from '../words/paths.ts'

export const standings = ['reserved', 'on_loan', 'shipped'] as const
/** Where a sample of a donor is with regard to a request. */
export type Standing = (typeof standings)[number]

export const standingNames: Readonly<Record<Standing, Text>> = {
  reserved: { zh: '已预留，停止发出', en: 'Reserved; do not ship' },
  on_loan: { zh: '借出，须归还或销毁', en: 'On loan; return or destroy' },
  shipped: { zh: '已发出，须销毁或退回', en: 'Shipped; destroy or return' },
}

export const withdrawalWords = {
  note: { zh: '依据', en: 'Reference' },
  noteHint: {
    zh: '例如知情同意撤回书的编号；请勿填写姓名、证件号或电话。',
    en: 'For example the reference of the signed withdrawal form. Do not enter names, document numbers or telephone numbers.',
  },
  withdraw: { zh: '登记撤回同意', en: 'Record withdrawal of consent' },
  about: {
    zh: '立即生效：该供体的全部样本、分装、衍生物和含其成分的混合样本不能再取出、发出、导出或统计；已发出的，通知申请人归还或销毁。登记有误的，7 天内且尚未销毁样本时可以更正。',
    en: 'This takes effect immediately. Samples, aliquots, derivatives and pools of this donor can no longer be picked, shipped, exported or counted, and recipients are asked to return or destroy them. A mistaken entry can be corrected within 7 days, provided no sample has been destroyed.',
  },
  withdrawal: (code: string): Text => ({
    zh: `供体 ${code} 撤回同意`,
    en: `Withdrawal of consent: donor ${code}`,
  }),
  withdrawn: (day: Text): Text => ({
    zh: `该供体已于 ${day.zh}撤回同意，其样本全部停用。`,
    en: `This donor withdrew consent on ${day.en}. All samples of the donor are blocked.`,
  }),
  done: (count: number): Text => ({
    zh: `已登记撤回同意，停用 ${count} 份样本。`,
    en: `Withdrawal recorded; ${count === 1 ? '1 sample' : `${count} samples`} blocked.`,
  }),
  outstanding: {
    zh: '为申请预留或已发出的样本',
    en: 'Samples reserved for or sent under requests',
  },
  none: { zh: '没有为申请预留或已发出的样本。', en: 'No samples are reserved or sent out.' },
  code: { zh: '样本编号', en: 'Sample' },
  standing: { zh: '状态', en: 'Status' },
  request: { zh: '申请', en: 'Request' },
  requester: { zh: '申请人', en: 'Requester' },
  institution: { zh: '申请人单位', en: 'Institution' },
  since: { zh: '日期', en: 'Since' },
  blocked: { zh: '停用的样本数', en: 'Samples blocked' },
  correct: { zh: '更正登记', en: 'Correct the entry' },
  correctAbout: {
    zh: '仅用于登记有误（供体未撤回同意）的情况。因此停用的样本恢复使用；因其他原因停用的不变；已解除的预留不会恢复，须重新预留。已收到通知的人会收到更正通知。',
    en: 'Only if the entry is wrong and the donor did not withdraw consent. Samples blocked because of it can be used again; samples blocked for other reasons stay blocked. Released reservations are not restored and must be made again. Everyone who was notified is informed of the correction.',
  },
  reason: { zh: '更正理由', en: 'Reason' },
  reasonHint: {
    zh: '例如登记时选错供体；请勿填写姓名、证件号或电话。',
    en: 'For example, the wrong donor was selected. Do not enter names, document numbers or telephone numbers.',
  },
  corrected: (count: number): Text => ({
    zh: `已更正，${count} 份样本恢复使用。`,
    en: `Entry corrected; ${count === 1 ? '1 sample' : `${count} samples`} can be used again.`,
  }),
  notWithdrawn: { zh: '该供体未撤回同意。', en: 'This donor has not withdrawn consent.' },
  destroyedSince: {
    zh: '登记之后已有样本销毁，不能再更正。',
    en: 'A sample has been destroyed since the withdrawal was recorded, so it can no longer be corrected.',
  },
  tooLate: (days: number): Text => ({
    zh: `登记已超过 ${days} 天，不能再更正。`,
    en: `The withdrawal was recorded more than ${days} days ago and can no longer be corrected.`,
  }),
  noDonor: { zh: '供体不存在。', en: 'This donor does not exist.' },
  already: {
    zh: '该供体撤回同意已登记。',
    en: 'The withdrawal of this donor has already been recorded.',
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
  name: { zh: '收到的样本须归还或销毁', en: 'Return or destroy samples' },
  hint: {
    zh: '您收到的样本，其供体撤回同意时',
    en: 'When a donor of samples you received withdraws consent',
  },
  path,
  letter: (facts, { link }) => ({
    subject: {
      zh: `申请 ${facts.number}：请归还或销毁样本`,
      en: `Request ${facts.number}: please return or destroy samples`,
    },
    body: {
      zh: `您好：\n\n${facts.collection.zh}的供体撤回了知情同意。请立即停止使用以下样本，归还或销毁剩余部分，并在申请页面回复处理情况：\n\n${listed(facts).zh}\n\n查看申请：${link}`,
      en: `Hello,\n\nA donor of ${facts.collection.en} withdrew consent. Please stop using the following samples immediately, return or destroy what remains, and report what was done on the request’s page:\n\n${listed(facts).en}\n\nView the request: ${link}`,
    },
  }),
}

const samplesBlocked: LetterKind<Recalled> = {
  name: { zh: '申请中的样本因供体撤回同意停用', en: 'Samples in a request blocked' },
  hint: {
    zh: '您审核的申请中，已预留或发出的样本的供体撤回同意时',
    en: 'When a donor withdraws consent for samples reserved or sent under a request you handle',
  },
  forStaff: true,
  path,
  letter: (facts, { link }) => ({
    subject: {
      zh: `申请 ${facts.number}：样本因供体撤回同意停用`,
      en: `Request ${facts.number}: samples blocked`,
    },
    body: {
      zh: `您好：\n\n${facts.collection.zh}的供体撤回了知情同意，以下为该申请预留或已发出的样本不得再使用：\n\n${listed(facts).zh}\n\n未发出的样本已解除预留，请放回原位；已发出的，已请申请人归还或销毁。\n\n查看申请：${link}`,
      en: `Hello,\n\nA donor of ${facts.collection.en} withdrew consent. The following samples, reserved for or sent under this request, may no longer be used:\n\n${listed(facts).en}\n\nReservations of samples not yet shipped were released; put these samples back in place. The requester was asked to return or destroy the samples already sent.\n\nView the request: ${link}`,
    },
  }),
}

const samplesNotRecalled: LetterKind<Recalled> = {
  name: { zh: '样本无需归还或销毁', en: 'Samples need not be returned or destroyed' },
  hint: {
    zh: '您收到的样本，其供体撤回同意的登记有误并已更正时',
    en: 'When a withdrawal of consent for samples you received was recorded by mistake',
  },
  path,
  letter: (facts, { link }) => ({
    subject: {
      zh: `申请 ${facts.number}：样本无需归还或销毁`,
      en: `Request ${facts.number}: samples need not be returned or destroyed`,
    },
    body: {
      zh: `您好：\n\n此前曾请您归还或销毁${facts.collection.zh}的样本。供体撤回同意的登记有误，现已更正，以下样本可以按原申请继续使用：\n\n${listed(facts).zh}\n\n已销毁或寄回的，请在申请页面说明。给您带来不便，敬请谅解。\n\n查看申请：${link}`,
      en: `Hello,\n\nYou were asked to return or destroy samples of ${facts.collection.en}. The donor’s withdrawal of consent was recorded by mistake and has been corrected. You can continue to use the following samples as agreed:\n\n${listed(facts).en}\n\nIf some were already destroyed or returned, please say so on the request’s page. We apologise for the inconvenience.\n\nView the request: ${link}`,
    },
  }),
}

const samplesUnblocked: LetterKind<Recalled> = {
  name: { zh: '申请中停用的样本恢复使用', en: 'Blocked samples in a request can be used again' },
  hint: {
    zh: '您审核的申请中，样本因误登记的撤回同意停用，现已更正时',
    en: 'When samples in a request you handle were blocked by mistake',
  },
  forStaff: true,
  path,
  letter: (facts, { link }) => ({
    subject: {
      zh: `申请 ${facts.number}：样本恢复使用`,
      en: `Request ${facts.number}: samples can be used again`,
    },
    body: {
      zh: `您好：\n\n${facts.collection.zh}一名供体撤回同意的登记有误，现已更正。以下样本曾从该申请解除预留或要求归还，现可使用：\n\n${listed(facts).zh}\n\n已解除的预留不会自动恢复；如仍需要，请在申请中重新预留。\n\n查看申请：${link}`,
      en: `Hello,\n\nA donor’s withdrawal of consent at ${facts.collection.en} was recorded by mistake and has been corrected. The following samples, whose reservations were released or which were recalled, can be used again:\n\n${listed(facts).en}\n\nReservations are not restored automatically. Reserve again what the request still needs.\n\nView the request: ${link}`,
    },
  }),
}

export const withdrawalLetters = {
  samples_not_recalled: samplesNotRecalled,
  samples_unblocked: samplesUnblocked,
  samples_recalled: samplesRecalled,
  samples_blocked: samplesBlocked,
}
