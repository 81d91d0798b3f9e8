import type { Text, Words } from '../../core/text.ts'

export const requestFormWords = {
  requests: { zh: '申请', en: 'Requests' },
  forms: { zh: '申请表单', en: 'Request forms' },
  lead: {
    zh: '单位或生物样本库在收到申请时要求填写的内容。',
    en: 'What institutions and collections ask of who requests something of them.',
  },
  none: { zh: '还没有申请表单', en: 'There are no request forms yet' },
  noneHint: {
    zh: '没有表单时，申请人只填写用途和项目。',
    en: 'Without one, requesters only give their purpose and project.',
  },
  newForm: { zh: '新建表单', en: 'New form' },
  newLead: {
    zh: '先说明是谁的表单，再添加字段。',
    en: 'Say whose form it is; its fields come next.',
  },
  make: { zh: '新建并添加字段', en: 'Make it and add fields' },
  title: { zh: '名称', en: 'Name' },
  institution: { zh: '单位', en: 'Institution' },
  institutionHint: {
    zh: '适用于单位提供的全部资源；只适用于一个生物样本库时留空',
    en: 'For all that it provides; leave blank for the form of one collection',
  },
  collection: { zh: '或：生物样本库', en: 'Or: a collection' },
  ofCollection: { zh: '生物样本库', en: 'Collection' },
  fields: { zh: '字段', en: 'Fields' },
  fieldCount: { zh: '字段数', en: 'Fields' },
  fieldsLead: {
    zh: '名称为空的行不保存。要依据刚填写的字段设置条件，请先点“再加几项”。',
    en: 'Rows without a name are left out. Press “More fields” before a field depends on one that you have just typed.',
  },
  more: { zh: '再加几项', en: 'More fields' },
  number: { zh: '版本', en: 'Version' },
  numbered: (number: number): Text => ({ zh: `第 ${number} 版`, en: `Version ${number}` }),
  publishedAt: { zh: '发布时间', en: 'Published' },
  edit: { zh: '编辑', en: 'Edit' },
  up: { zh: '上移', en: 'Move up' },
  down: { zh: '下移', en: 'Move down' },
  upOf: (field: Text): Text => ({ zh: `上移“${field.zh}”`, en: `Move up “${field.en}”` }),
  downOf: (field: Text): Text => ({ zh: `下移“${field.zh}”`, en: `Move down “${field.en}”` }),
  saved: { zh: '表单已保存', en: 'The form is saved' },
  preview: { zh: '预览', en: 'Preview' },
  previewLead: {
    zh: '申请人看到的样子。可以试填，内容不会保存。',
    en: 'As requesters see it. Try it: nothing is saved.',
  },
  noFields: { zh: '这一版没有字段。', en: 'This version asks nothing.' },
  publish: { zh: '发布', en: 'Publish' },
  publishAbout: {
    zh: '之后的申请都填写这一版。发布后不能再修改，需要时请新建下一版。',
    en: 'Requests answer this version from now on. It is not changed afterwards: make the next version if need be.',
  },
  published: { zh: '表单已发布', en: 'The form is published' },
  next: { zh: '编辑下一版', en: 'Edit the next version' },
  discard: { zh: '删除草稿', en: 'Delete the draft' },
  discardAbout: {
    zh: '草稿删除后不能恢复，已发布的版本不受影响。',
    en: 'This cannot be undone. Published versions stay.',
  },
  discarded: { zh: '草稿已删除', en: 'The draft is deleted' },
  noForm: { zh: '没有这个表单。', en: 'There is no such form.' },
  noInstitution: { zh: '没有这个单位。', en: 'There is no such institution.' },
  noCollection: { zh: '没有这个生物样本库。', en: 'There is no such collection.' },
  oneOwner: {
    zh: '请选择单位或生物样本库，二者选一。',
    en: 'Choose an institution or a collection, one of the two.',
  },
  keepersOnly: {
    zh: '只有该单位或生物样本库的资源管理员可以编辑它的申请表单。',
    en: 'Only curators of the institution or collection edit its request forms.',
  },
  hasDraft: {
    zh: '已有一份未发布的草稿，请先发布或删除它。',
    en: 'There is a draft already: publish it or delete it first.',
  },
  isPublished: {
    zh: '已发布的表单不能修改，请新建下一版。',
    en: 'A published form is not changed: make the next version.',
  },
  stale: {
    zh: '表单已被他人修改，请刷新后重试。',
    en: 'Somebody changed the form meanwhile: load it again.',
  },
  answers: { zh: '申请表', en: 'Answers to the form' },
  answer: { zh: '填写申请表', en: 'Answer the form' },
  answersLead: {
    zh: '提供方要求填写的内容。提交申请前可以修改。',
    en: 'What the provider asks. It can be changed until the request is sent.',
  },
  amendLead: {
    zh: '申请已经提交。保存后即为修改：负责人的同意和各成员对协议的接受会重新征求。',
    en: 'This request was sent: saving amends it. The supervisor’s consent and every acceptance of its agreements are asked for again.',
  },
  amended: { zh: '修改已提交', en: 'The changes are sent' },
  answered: { zh: '申请表已保存', en: 'The form is saved' },
  notAsked: { zh: '提供方没有表单要填写。', en: 'The provider has no form to answer.' },
  filed: { zh: '已附文件', en: 'Attached files' },
  removeFile: { zh: '移除', en: 'Remove' },
  removeFileOf: (name: string): Text => ({ zh: `移除 ${name}`, en: `Remove ${name}` }),
  removeFileAbout: {
    zh: '文件移除后不能恢复，可以重新上传。下面尚未保存的内容不会保留，请先保存。',
    en: 'This cannot be undone, but you can attach the file again. Save what you entered below first: it is not kept.',
  },
  fileRemoved: (name: string): Text => ({ zh: `已移除 ${name}`, en: `${name} was removed` }),
  filesStay: {
    zh: '申请已提交，附件不能移除。',
    en: 'The request has been sent, so its files cannot be removed.',
  },
  fileMissing: { zh: '请附上文件。', en: 'Attach a file.' },
  noFileField: { zh: '表单中没有这个文件字段。', en: 'The form has no such field for a file.' },
  noFile: { zh: '没有这个文件。', en: 'There is no such file.' },
  notYours: {
    zh: '只有申请人可以填写这份申请的表单。',
    en: 'Only who makes the request answers its form.',
  },
  onlyDrafts: {
    zh: '申请已经提交，不能再修改。',
    en: 'The request was sent: it is not changed any more.',
  },
  formOpen: (count: number): Text => ({
    zh: `提供方的申请表还有 ${count} 处要填写或修改。请先填写申请表，再提交申请。`,
    en: `The provider’s form has ${count === 1 ? 'one field' : `${count} fields`} to fill in or correct. Answer the form, then submit.`,
  }),
  inField: (label: Text, message: Text): Text => ({
    zh: `“${label.zh}”：${message.zh}`,
    en: `“${label.en}”: ${message.en}`,
  }),
  stillOpen: {
    zh: '提交前还要填写：',
    en: 'To fill in before the request is sent:',
  },
  checkForm: { zh: '请检查表单中标出的各项。', en: 'Check the fields that are marked.' },
} satisfies Words

export const formStateNames = {
  draft: { tone: 'caution', text: { zh: '草稿', en: 'Draft' } },
  current: { tone: 'good', text: { zh: '使用中', en: 'In use' } },
  past: { tone: 'calm', text: { zh: '旧版本', en: 'Earlier version' } },
} as const
