import type { Text, Words } from '../../core/text.ts'

export const draftWords = {
  project: { zh: '项目名称', en: 'Project' },
  purpose: { zh: '用途', en: 'Purpose' },
  intendedUse: { zh: '用途代码（DUO）', en: 'Intended use (DUO)' },
  projectNumber: { zh: '项目编号', en: 'Project number' },
  lab: { zh: '课题组', en: 'Lab' },
  supervisor: { zh: '课题组负责人', en: 'Supervisor' },
  supervisorHint: {
    zh: '提供方要求负责人同意时，向此人发信。',
    en: 'Is written to where the provider wants a supervisor’s consent.',
  },
  quantity: { zh: '数量', en: 'Quantity' },
  unit: { zh: '单位', en: 'Unit' },
  loan: { zh: '借用，用后归还', en: 'On loan, to be given back' },
  remove: { zh: '移除此项', en: 'Remove this item' },
  items: { zh: '申请内容', en: 'Items' },
  about: { zh: '用途与课题组', en: 'Purpose and lab' },
  edit: { zh: '修改申请', en: 'Edit the request' },
  editOf: (number: string): Text => ({ zh: `修改申请 ${number}`, en: `Edit request ${number}` }),
  amendLead: {
    zh: '申请已经提交。修改的内容会重新审批；负责人的同意和各成员对协议的接受都会重新征求。',
    en: 'This request was sent. What you change is decided anew, and the supervisor’s consent and every acceptance of its agreements are asked for again.',
  },
  amendAnswers: { zh: '修改申请表的填写内容', en: 'Change the answers to the form' },
  save: { zh: '保存', en: 'Save' },
  amend: { zh: '提交修改', en: 'Send the changes' },
  saved: { zh: '草稿已保存。', en: 'The draft is saved.' },
  amended: { zh: '修改已提交。', en: 'The changes are sent.' },
  discard: { zh: '放弃草稿', en: 'Discard the draft' },
  discardAbout: {
    zh: '草稿将作废，不再出现在待办中。没有人会收到通知。',
    en: 'The draft comes to nothing and waits for you no more. Nobody is told.',
  },
  discarded: { zh: '草稿已放弃。', en: 'The draft is discarded.' },
  copy: { zh: '复制为新申请', en: 'Copy as a new request' },
  copied: {
    zh: '已复制为新的草稿。请检查后提交。',
    en: 'Copied as a new draft. Check it, then submit it.',
  },
  copiedInPart: (count: number): Text => ({
    zh: `已复制为新的草稿；有 ${count} 项现在不能申请，没有复制。`,
    en: `Copied as a new draft; ${count} of the items cannot be asked for now and were left out.`,
  }),
  nothingLeft: {
    zh: '这份申请的内容现在都不能再申请。',
    en: 'Nothing of this request can be asked for any more.',
  },
  ask: { zh: '申请', en: 'Ask for it' },
  askFor: (title: Text): Text => ({ zh: `申请：${title.zh}`, en: `Ask for ${title.en}` }),
  askLead: {
    zh: '先存为草稿，核对后再提交给提供方。',
    en: 'It is kept as a draft first; check it, then submit it to the provider.',
  },
  makeDraft: { zh: '存为草稿', en: 'Keep as a draft' },
  made: {
    zh: '草稿已建立。核对后请点“提交申请”。',
    en: 'The draft is made. Check it, then submit it.',
  },
  chooseRecord: {
    zh: '请从一条记录的页面开始申请。',
    en: 'Begin from the page of a record.',
  },
  notEditable: {
    zh: '这份申请现在不能修改。',
    en: 'This request cannot be changed now.',
  },
  onlyOwn: {
    zh: '只有申请人和成员可以复制申请。',
    en: 'Only the requester and the members copy a request.',
  },
  noneChosen: { zh: '请至少保留一项。', en: 'Keep at least one item.' },
} satisfies Words
