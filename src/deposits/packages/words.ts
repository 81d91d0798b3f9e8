import type { Text, Words } from '../../core/text.ts'
import type { Command } from './rules.ts'

export const commandNames: Readonly<Record<Command, Text>> = {
  beginning: { zh: '开始准备数据包', en: 'Start preparing the package' },
  submission: { zh: '提交审核', en: 'Submit for review' },
  recall: { zh: '撤回', en: 'Recall' },
  approval: { zh: '初审通过，转数据中心', en: 'Approve and forward to the data centre' },
  return: { zh: '退回修改', en: 'Return for changes' },
  acceptance: { zh: '接收并出具凭证', en: 'Accept and issue receipt' },
  ending: { zh: '取消汇交', en: 'Cancel the deposit' },
}

/** What was done, as a letter and the history say it. */
export const doneNames: Readonly<Record<Command, Text>> = {
  beginning: { zh: '已开始准备数据包', en: 'Package preparation started' },
  submission: { zh: '已提交审核', en: 'Submitted for review' },
  recall: { zh: '已撤回', en: 'Recalled' },
  approval: {
    zh: '单位初审通过，已转数据中心',
    en: 'Approved by the institution and forwarded to the data centre',
  },
  return: { zh: '已退回修改', en: 'Returned for changes' },
  acceptance: {
    zh: '数据中心已接收，凭证已出具',
    en: 'Accepted by the data centre; receipt issued',
  },
  ending: { zh: '已取消汇交', en: 'Deposit cancelled' },
}

export const packageWords = {
  checks: { zh: '待审核的汇交', en: 'Deposits to review' },
  checksLead: {
    zh: '列表中为等待您审核的数据包，选择后查看、批注、退回或通过；按 j、k 上下移动。',
    en: 'Packages waiting for your review. Select one to view, comment on, return or approve it. Use the keys j and k to move through the list.',
  },
  noChecks: { zh: '没有等待您审核的数据包。', en: 'No packages are waiting for your review.' },
  whoChecks: {
    zh: '汇交由承担单位和数据中心的资源管理员审核。',
    en: 'Deposits are reviewed by curators of the host institution and of the data centre.',
  },
  nextStep: { zh: '下一步', en: 'Next step' },
  checklist: { zh: '待补充', en: 'Missing' },
  complete: { zh: '内容齐全，可以提交。', en: 'Complete and ready to submit.' },
  fieldsMissing: (names: Text): Text => ({
    zh: `说明信息缺少：${names.zh}`,
    en: `Missing in the description: ${names.en}`,
  }),
  fillIn: { zh: '填写说明信息', en: 'Complete the description' },
  noDraft: { zh: '还没有数据版本。', en: 'No version of the data yet.' },
  beginVersion: { zh: '新建版本', en: 'Create version' },
  addFiles: { zh: '添加文件', en: 'Add files' },
  partMissing: (part: Text): Text => ({
    zh: `未注明“${part.zh}”的位置`,
    en: `Location not specified: ${part.en}`,
  }),
  sayWhere: { zh: '填写组成部分', en: 'Complete the parts' },
  remarkOpen: (count: number): Text => ({
    zh: `还有 ${count} 条意见未回复`,
    en: `${count} ${count === 1 ? 'comment' : 'comments'} not answered`,
  }),
  answerRemarks: { zh: '回复意见', en: 'Answer the comments' },
  notComplete: {
    zh: '数据包不齐全，请先补充所列内容。',
    en: 'The package is not complete. Complete the items listed first.',
  },
  dataset: { zh: '数据集', en: 'Dataset' },
  openDataset: { zh: '查看数据集', en: 'View dataset' },
  files: { zh: '文件', en: 'Files' },
  parts: { zh: '组成部分', en: 'Parts' },
  partsLead: {
    zh: '注明每一部分所在的文件，或直接用文字说明。',
    en: 'Specify which files contain each part, or describe it in text.',
  },
  noPart: { zh: '未填写', en: 'Not specified' },
  unknownPart: { zh: '组成部分不存在。', en: 'This part does not exist.' },
  inFiles: (count: number): Text => ({
    zh: `版本中的 ${count} 个文件`,
    en: `${count} ${count === 1 ? 'file' : 'files'} in the version`,
  }),
  saveParts: { zh: '保存组成部分', en: 'Save parts' },
  saved: { zh: '已保存。', en: 'Saved.' },
  remarks: { zh: '审核意见', en: 'Review comments' },
  noRemarks: { zh: '没有审核意见。', en: 'No comments.' },
  about: { zh: '针对', en: 'Refers to' },
  aboutHint: {
    zh: '字段、文件或组成部分的名称；针对整个数据包时留空。',
    en: 'Name of a field, file or part. Leave empty for the whole package.',
  },
  wholePackage: { zh: '整个数据包', en: 'The whole package' },
  remark: { zh: '意见', en: 'Comment' },
  addRemark: { zh: '添加意见', en: 'Add comment' },
  remarked: {
    zh: '意见已添加，退回时一并发给汇交人。',
    en: 'Comment added. The depositor sees it when you return the package.',
  },
  answer: { zh: '回复', en: 'Answer' },
  answered: { zh: '已回复。', en: 'Answered.' },
  noRemark: { zh: '该意见不存在。', en: 'This comment does not exist.' },
  alreadyAnswered: { zh: '该意见已回复。', en: 'This comment has already been answered.' },
  remarkNeeded: {
    zh: '请先填写需要修改的内容，再退回。',
    en: 'Say what needs to be changed before you return the package.',
  },
  openRemarks: {
    zh: '汇交人尚未看到您的意见：请退回修改，或先删除这些意见。',
    en: 'The depositor has not seen your comments yet. Return the package, or delete the comments first.',
  },
  removeRemark: { zh: '删除意见', en: 'Delete comment' },
  remarkRemoved: { zh: '意见已删除。', en: 'Comment deleted.' },
  reason: { zh: '原因', en: 'Reason' },
  endingAbout: {
    zh: '计划中保留此项和原因；之后不能再汇交。',
    en: 'The item stays in the plan with the reason. It cannot be deposited afterwards.',
  },
  acceptanceAbout: {
    zh: '将按计划的共享方式发布或存档，并出具凭证；凭证不能撤销。',
    en: 'The data is published or archived as planned and a receipt is issued. Receipts cannot be revoked.',
  },
  notYourStep: {
    zh: '您没有权限办理此步骤。',
    en: 'You cannot carry out this step.',
  },
  notInCheck: {
    zh: '只有正在由您审核的数据包可以批注。',
    en: 'You can comment only on packages you are reviewing.',
  },
  notReturned: {
    zh: '数据包退回之后才能回复意见。',
    en: 'Comments can be answered only after the package is returned.',
  },
  inCheckParts: {
    zh: '数据包正在审核或已接收，不能修改。',
    en: 'The package is under review or accepted and cannot be changed.',
  },
  history: { zh: '操作记录', en: 'History' },
  deposit: { zh: '数据汇交', en: 'Data deposit' },
  ofDeposit: {
    zh: '这个数据集是一项汇交的数据包。',
    en: 'This dataset is the package of a deposit.',
  },
  openDeposit: { zh: '查看汇交', en: 'View deposit' },
} satisfies Words
