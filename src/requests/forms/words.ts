import type { Text, Words } from '../../core/text.ts'

export const requestFormWords = {
  requests: { zh: '申请', en: 'Requests' },
  forms: { zh: '申请表单', en: 'Request forms' },
  lead: {
    zh: '单位或样本集要求申请人填写的内容。',
    en: 'Questions that institutions and collections ask requesters.',
  },
  none: { zh: '还没有申请表单', en: 'No request forms yet' },
  noneHint: {
    zh: '没有表单时，申请人只填写用途和项目。',
    en: 'Without a form, requesters enter only their purpose and project.',
  },
  newForm: { zh: '新建表单', en: 'New form' },
  newLead: {
    zh: '先选择表单所属的单位或样本集，再添加字段。',
    en: 'Choose whose form it is, then add its fields.',
  },
  make: { zh: '新建并添加字段', en: 'Create and add fields' },
  title: { zh: '名称', en: 'Name' },
  institution: { zh: '单位', en: 'Institution' },
  institutionHint: {
    zh: '适用于单位提供的全部资源；仅适用于一个样本集时留空',
    en: 'Applies to everything the institution provides. Leave empty for the form of one collection',
  },
  collection: { zh: '或：样本集', en: 'Or a collection' },
  ofCollection: { zh: '样本集', en: 'Collection' },
  fields: { zh: '字段', en: 'Fields' },
  fieldCount: { zh: '字段数', en: 'Fields' },
  fieldsLead: {
    zh: '名称为空的行不保存。如需根据新字段设置条件，请先点击“再加几项”。',
    en: 'Rows without a name are not saved. To set a condition on a new field, choose “More fields” first.',
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
  saved: { zh: '表单已保存', en: 'Form saved' },
  preview: { zh: '预览', en: 'Preview' },
  previewLead: {
    zh: '申请人看到的表单。可以试填，内容不会保存。',
    en: 'The form as requesters see it. You can try it out; nothing is saved.',
  },
  noFields: { zh: '这一版没有字段。', en: 'This version has no fields.' },
  publish: { zh: '发布', en: 'Publish' },
  publishAbout: {
    zh: '之后的申请使用这一版。发布后不能再修改，如需修改请新建下一版。',
    en: 'Later requests use this version. Published versions cannot be edited; create a new version when needed.',
  },
  published: { zh: '表单已发布', en: 'Form published' },
  next: { zh: '编辑下一版', en: 'Edit next version' },
  discard: { zh: '删除草稿', en: 'Delete draft' },
  discardAbout: {
    zh: '草稿删除后不能恢复，已发布的版本不受影响。',
    en: 'This cannot be undone. Published versions are not affected.',
  },
  discarded: { zh: '草稿已删除', en: 'Draft deleted' },
  noForm: { zh: '该表单不存在。', en: 'This form does not exist.' },
  noInstitution: { zh: '该单位不存在。', en: 'This institution does not exist.' },
  noCollection: { zh: '该样本集不存在。', en: 'This collection does not exist.' },
  oneOwner: {
    zh: '请选择单位或样本集，二者选一。',
    en: 'Choose either an institution or a collection.',
  },
  keepersOnly: {
    zh: '只有该单位或样本集的资源管理员可以编辑其申请表单。',
    en: 'Only curators of the institution or collection can edit its request forms.',
  },
  hasDraft: {
    zh: '已有一份未发布的草稿，请先发布或删除它。',
    en: 'There is already an unpublished draft. Publish or delete it first.',
  },
  isPublished: {
    zh: '已发布的表单不能修改，请新建下一版。',
    en: 'Published forms cannot be edited. Create a new version.',
  },
  stale: {
    zh: '表单已被他人修改，请刷新后重试。',
    en: 'The form was changed by someone else. Reload and try again.',
  },
  answers: { zh: '申请表', en: 'Request form' },
  answer: { zh: '填写申请表', en: 'Fill in the form' },
  answersLead: {
    zh: '提供方要求填写的内容。提交申请前可以修改。',
    en: 'Questions from the provider. You can change your answers until you submit the request.',
  },
  amendLead: {
    zh: '申请已提交。保存后将作为修改提交，并重新征求负责人同意和各成员对协议的接受。',
    en: 'This request has been submitted. Saving amends it: the supervisor’s consent and members’ acceptance of agreements are requested again.',
  },
  amended: { zh: '修改已提交', en: 'Changes submitted' },
  answered: { zh: '申请表已保存', en: 'Form saved' },
  notAsked: { zh: '提供方没有需要填写的申请表。', en: 'The provider has no form to fill in.' },
  filed: { zh: '已附文件', en: 'Attached files' },
  removeFile: { zh: '移除', en: 'Remove' },
  removeFileOf: (name: string): Text => ({ zh: `移除 ${name}`, en: `Remove ${name}` }),
  removeFileAbout: {
    zh: '文件移除后不能恢复，可以重新上传。请先保存下面填写的内容，否则不会保留。',
    en: 'This cannot be undone, but you can attach the file again. Save your entries below first, or they will be lost.',
  },
  fileRemoved: (name: string): Text => ({ zh: `已移除 ${name}`, en: `${name} removed` }),
  filesStay: {
    zh: '申请已提交，附件不能移除。',
    en: 'The request has been submitted, so its attachments cannot be removed.',
  },
  fileMissing: { zh: '请附上文件。', en: 'Attach a file.' },
  noFileField: { zh: '表单中没有这个文件字段。', en: 'The form has no such file field.' },
  noFile: { zh: '该文件不存在。', en: 'This file does not exist.' },
  notYours: {
    zh: '只有申请人可以填写这份申请的表单。',
    en: 'Only the requester can fill in the form of this request.',
  },
  onlyDrafts: {
    zh: '申请已经提交，不能再修改。',
    en: 'This request has been submitted and can no longer be edited.',
  },
  formOpen: (count: number): Text => ({
    zh: `提供方的申请表还有 ${count} 处要填写或修改。请先填写申请表，再提交申请。`,
    en: `The provider’s form has ${count === 1 ? 'one field' : `${count} fields`} to complete or correct. Fill in the form before you submit.`,
  }),
  inField: (label: Text, message: Text): Text => ({
    zh: `“${label.zh}”：${message.zh}`,
    en: `“${label.en}”: ${message.en}`,
  }),
  stillOpen: {
    zh: '提交前还要填写：',
    en: 'To complete before submission:',
  },
  checkForm: { zh: '请检查表单中标出的各项。', en: 'Check the highlighted fields.' },
} satisfies Words

export const formStateNames = {
  draft: { tone: 'caution', text: { zh: '草稿', en: 'Draft' } },
  current: { tone: 'good', text: { zh: '使用中', en: 'In use' } },
  past: { tone: 'calm', text: { zh: '历史版本', en: 'Earlier version' } },
} as const
