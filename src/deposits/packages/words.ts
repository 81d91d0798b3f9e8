import type { Text, Words } from '../../core/text.ts'
import type { Command } from './rules.ts'

export const commandNames: Readonly<Record<Command, Text>> = {
  beginning: { zh: '开始准备数据包', en: 'Begin the package' },
  submission: { zh: '提交审核', en: 'Submit for check' },
  recall: { zh: '撤回', en: 'Take back' },
  approval: { zh: '初审通过，转数据中心', en: 'Pass on to the centre' },
  return: { zh: '退回修改', en: 'Return for changes' },
  acceptance: { zh: '接收并出具凭证', en: 'Accept and issue the receipt' },
  ending: { zh: '不再汇交', en: 'Give it up' },
}

/** What was done, as a letter and the history say it. */
export const doneNames: Readonly<Record<Command, Text>> = {
  beginning: { zh: '已开始准备数据包', en: 'The package was begun' },
  submission: { zh: '已提交审核', en: 'Submitted for check' },
  recall: { zh: '已撤回', en: 'Taken back' },
  approval: { zh: '单位初审通过，已转数据中心', en: 'Passed by the unit, now with the centre' },
  return: { zh: '已退回修改', en: 'Returned for changes' },
  acceptance: { zh: '数据中心已接收，凭证已出具', en: 'Accepted, the receipt is issued' },
  ending: { zh: '已决定不再汇交', en: 'Given up' },
}

export const packageWords = {
  checks: { zh: '待审核的汇交', en: 'Deposits to check' },
  checksLead: {
    zh: '左边是等待您审核的数据包，选中后在右边查看、批注、退回或通过；按 j、k 上下移动。',
    en: 'Packages that wait for your check are listed first; choose one to read, remark on, return or pass it. Keys j and k walk the list.',
  },
  noChecks: { zh: '没有等待您审核的数据包。', en: 'No packages wait for your check.' },
  whoChecks: {
    zh: '汇交由承担单位和数据中心的资源管理员审核。',
    en: 'Curators of the carrying institution and of the data centre check deposits.',
  },
  nextStep: { zh: '下一步', en: 'What is next' },
  checklist: { zh: '还缺什么', en: 'What is missing' },
  complete: { zh: '内容齐全，可以提交。', en: 'Everything is there: it can be submitted.' },
  fieldsMissing: (names: Text): Text => ({
    zh: `说明信息还缺：${names.zh}`,
    en: `The description still needs: ${names.en}`,
  }),
  fillIn: { zh: '填写说明信息', en: 'Fill in the description' },
  noDraft: { zh: '还没有数据版本。', en: 'There is no version of the data yet.' },
  beginVersion: { zh: '新建版本', en: 'Begin a version' },
  addFiles: { zh: '添加文件', en: 'Add files' },
  partMissing: (part: Text): Text => ({
    zh: `没有说明“${part.zh}”在哪里`,
    en: `It is not said where this is: ${part.en}`,
  }),
  sayWhere: { zh: '填写组成部分', en: 'Fill in the parts' },
  remarkOpen: (count: number): Text => ({
    zh: `还有 ${count} 条意见没有回复`,
    en: `${count} ${count === 1 ? 'remark has' : 'remarks have'} no answer yet`,
  }),
  answerRemarks: { zh: '回复意见', en: 'Answer the remarks' },
  notComplete: {
    zh: '数据包还不齐全，请先补齐所列内容。',
    en: 'The package is not complete yet: see to what is listed first.',
  },
  dataset: { zh: '数据集', en: 'Dataset' },
  openDataset: { zh: '查看数据集', en: 'See the dataset' },
  files: { zh: '文件', en: 'Files' },
  parts: { zh: '组成部分', en: 'Parts' },
  partsLead: {
    zh: '说明每一部分在哪个文件中，或直接用一句话说明。',
    en: 'Say in which file each part is, or say it in a sentence.',
  },
  noPart: { zh: '未填写', en: 'Not given' },
  unknownPart: { zh: '没有这个组成部分。', en: 'There is no such part.' },
  inFiles: (count: number): Text => ({
    zh: `版本中的 ${count} 个文件`,
    en: `${count} ${count === 1 ? 'file' : 'files'} of the version`,
  }),
  saveParts: { zh: '保存组成部分', en: 'Save the parts' },
  saved: { zh: '已保存。', en: 'Saved.' },
  remarks: { zh: '审核意见', en: 'Remarks' },
  noRemarks: { zh: '没有审核意见。', en: 'There are no remarks.' },
  about: { zh: '针对', en: 'About' },
  aboutHint: {
    zh: '字段、文件或组成部分的名称；针对整个数据包时留空。',
    en: 'The name of a field, a file or a part; blank where it is about the whole package.',
  },
  wholePackage: { zh: '整个数据包', en: 'The whole package' },
  remark: { zh: '意见', en: 'Remark' },
  addRemark: { zh: '添加意见', en: 'Add a remark' },
  remarked: {
    zh: '意见已添加，退回时一并发给汇交人。',
    en: 'Added: the depositor reads it once you return the package.',
  },
  answer: { zh: '回复', en: 'Answer' },
  answered: { zh: '已回复。', en: 'Answered.' },
  noRemark: { zh: '没有这条意见。', en: 'There is no such remark.' },
  alreadyAnswered: { zh: '这条意见已经回复过。', en: 'This remark is answered already.' },
  remarkNeeded: {
    zh: '请写明需要修改什么，再退回。',
    en: 'Say what has to be changed before you return it.',
  },
  openRemarks: {
    zh: '您提出的意见汇交人还没有看到：请退回修改，或先删除这些意见。',
    en: 'The depositor has not seen your remarks: return the package, or remove them first.',
  },
  removeRemark: { zh: '删除意见', en: 'Remove the remark' },
  remarkRemoved: { zh: '意见已删除。', en: 'The remark is removed.' },
  reason: { zh: '原因', en: 'Reason' },
  endingAbout: {
    zh: '计划中保留这一项和原因；之后不能再汇交。',
    en: 'The item stays in the plan with the reason; it cannot be deposited afterwards.',
  },
  acceptanceAbout: {
    zh: '将按计划的共享方式发布或存档，并出具凭证；凭证不能撤销。',
    en: 'The data are published or archived according to the plan, and a receipt is issued. The receipt cannot be withdrawn.',
  },
  notYourStep: {
    zh: '这一步由其他人办理。',
    en: 'This step is for somebody else to take.',
  },
  notInCheck: {
    zh: '只有正在您这里审核的数据包才能批注。',
    en: 'Remarks are for packages that are in your check.',
  },
  notReturned: {
    zh: '数据包退回之后才能回复意见。',
    en: 'Remarks are answered once the package is returned.',
  },
  inCheckParts: {
    zh: '数据包正在审核或已经接收，不能修改。',
    en: 'The package is in check or received: it cannot be changed.',
  },
  history: { zh: '操作记录', en: 'History' },
  deposit: { zh: '数据汇交', en: 'Deposit' },
  ofDeposit: {
    zh: '这个数据集是一项汇交的数据包。',
    en: 'This dataset is the package of a deposit.',
  },
  openDeposit: { zh: '查看汇交', en: 'See the deposit' },
} satisfies Words
