import type { Text, Words } from '../../core/text.ts'

export const draftWords = {
  project: { zh: '项目名称', en: 'Project' },
  purpose: { zh: '用途', en: 'Purpose' },
  intendedUse: { zh: '预期用途（DUO）', en: 'Intended use (DUO)' },
  projectNumber: { zh: '项目编号', en: 'Project number' },
  lab: { zh: '课题组', en: 'Lab' },
  supervisor: { zh: '课题组负责人', en: 'Supervisor' },
  supervisorHint: {
    zh: '提供方要求负责人同意时，向此人发送邮件。',
    en: 'Receives an email when the provider requires a supervisor’s consent.',
  },
  quantity: { zh: '数量', en: 'Quantity' },
  unit: { zh: '单位', en: 'Unit' },
  loan: { zh: '借用，用后归还', en: 'On loan, to be returned' },
  remove: { zh: '移除此项', en: 'Remove this item' },
  items: { zh: '申请内容', en: 'Items' },
  about: { zh: '用途与课题组', en: 'Purpose and lab' },
  edit: { zh: '修改申请', en: 'Edit request' },
  editOf: (number: string): Text => ({ zh: `修改申请 ${number}`, en: `Edit request ${number}` }),
  amendLead: {
    zh: '申请已提交。修改的内容将重新审批，并重新征求负责人同意和各成员对协议的接受。',
    en: 'This request has been submitted. Changed items are decided again, and the supervisor’s consent and members’ acceptance of agreements are requested again.',
  },
  amendAnswers: { zh: '修改申请表的填写内容', en: 'Edit the request form' },
  save: { zh: '保存', en: 'Save' },
  amend: { zh: '提交修改', en: 'Submit changes' },
  saved: { zh: '草稿已保存。', en: 'Draft saved.' },
  amended: { zh: '修改已提交。', en: 'Changes submitted.' },
  discard: { zh: '放弃草稿', en: 'Discard draft' },
  discardAbout: {
    zh: '草稿将作废，不再出现在待办中，也不会通知任何人。',
    en: 'The draft is discarded and removed from your tasks. Nobody is notified.',
  },
  discarded: { zh: '草稿已放弃。', en: 'Draft discarded.' },
  copy: { zh: '复制为新申请', en: 'Copy to a new request' },
  copied: {
    zh: '已复制为新的草稿。请检查后提交。',
    en: 'Copied to a new draft. Review it, then submit.',
  },
  copiedInPart: (count: number): Text => ({
    zh: `已复制为新的草稿；有 ${count} 项目前不能申请，未复制。`,
    en: `Copied to a new draft. ${count} ${count === 1 ? 'item' : 'items'} that cannot be requested at present were left out.`,
  }),
  nothingLeft: {
    zh: '这份申请的资源目前都不能申请。',
    en: 'None of the items of this request can be requested at present.',
  },
  ask: { zh: '申请', en: 'Request' },
  askFor: (title: Text): Text => ({ zh: `申请：${title.zh}`, en: `Request ${title.en}` }),
  askLead: {
    zh: '先存为草稿，核对后再提交给提供方。',
    en: 'It is saved as a draft first. Review it, then submit it to the provider.',
  },
  makeDraft: { zh: '存为草稿', en: 'Save as draft' },
  made: {
    zh: '草稿已建立。请核对后点击“提交申请”。',
    en: 'Draft created. Review it, then choose “Submit”.',
  },
  chooseRecord: {
    zh: '请从资源页面开始申请。',
    en: 'Start from the page of a resource.',
  },
  notEditable: {
    zh: '这份申请现在不能修改。',
    en: 'This request cannot be edited now.',
  },
  onlyOwn: {
    zh: '只有申请人和成员可以复制申请。',
    en: 'Only the requester and members can copy a request.',
  },
  noneChosen: { zh: '请至少保留一项。', en: 'Keep at least one item.' },
} satisfies Words
