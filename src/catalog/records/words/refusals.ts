import type { Text, Words } from '../../../core/text.ts'

export const catalogWords = {
  signInToKeep: {
    zh: '请先登录，再编辑资源目录。',
    en: 'Sign in to keep records of the catalogue.',
  },
  notYours: {
    zh: '您不是该单位或该资源库的资源管理员，不能修改这条记录。',
    en: 'You are not a curator of this institution or collection, so this record is not yours to change.',
  },
  readOnlyToken: {
    zh: '此访问令牌只能读取；请在“我的账户”中新建带有“写入”权限的令牌。',
    en: 'This access token only reads: make one with the scope “write” in your account.',
  },
  noRecord: {
    zh: '没有这条记录，或您无权知道它。请检查编号，或改用搜索。',
    en: 'There is no such record, or none for you to know of. Check the id, or search for it.',
  },
  noInstitution: {
    zh: '请填写所属单位：您没有可默认使用的单位。',
    en: 'Name the institution: there is none to take by default for you.',
  },
  unknownInstitution: { zh: '没有这个单位。', en: 'There is no such institution.' },
  unknownCollection: { zh: '没有这个资源库。', en: 'There is no such collection.' },
  stale: {
    zh: '您打开之后，这条记录已被他人修改。请重新读取，再保存您的修改。',
    en: 'This record was changed since you read it. Read it again, then save your change.',
  },
  needsIfMatch: {
    zh: '请在 If-Match 中写明您读取到的版本（ETag）。',
    en: 'Send the version that you read (its ETag) in If-Match.',
  },
  alreadyPublished: { zh: '这条记录已经发布。', en: 'This record is published already.' },
  alreadyWithdrawn: { zh: '这条记录已经撤回。', en: 'This record is withdrawn already.' },
  withdrawnIsFinal: {
    zh: '已撤回的记录不能再修改或发布；请新建一条记录。',
    en: 'A withdrawn record is not changed or published again: make a new one.',
  },
  draftNotWithdrawn: {
    zh: '草稿从未公开，无需撤回；可以直接删除。',
    en: 'A draft was never shown, so there is nothing to withdraw: delete it.',
  },
  notADraft: {
    zh: '已公开过的记录不能删除，只能撤回并说明原因。',
    en: 'A record that was shown is not deleted: withdraw it and say why.',
  },
  incomplete: {
    zh: '发布之前还需补全下列字段。',
    en: 'Before it is published, these fields are still needed.',
  },
  coreData: {
    zh: '核心数据不得发布（GB/T 43697-2024）。',
    en: 'Core data is never published (GB/T 43697-2024).',
  },
  importantData: {
    zh: '重要数据不得公开获取，请改为“申请获取”（GB/T 43697-2024）。',
    en: 'Important data is never open: choose “On request” (GB/T 43697-2024).',
  },
  needed: { zh: '发布前必填', en: 'Needed before publishing' },
  invalid: {
    zh: '内容有误，请按各字段的提示修改后重试。',
    en: 'Some fields are not valid: correct what each of them says and try again.',
  },
  unknownCode: (code: string, vocabulary: Text): Text => ({
    zh: `“${vocabulary.zh}”中没有代码 ${code}。`,
    en: `There is no code ${code} in “${vocabulary.en}”.`,
  }),
  notOfProfile: (profile: Text): Text => ({
    zh: `“${profile.zh}”类资源没有这个字段。`,
    en: `Records of the profile “${profile.en}” have no such field.`,
  }),
  titleNeeded: {
    zh: '请至少用一种语言填写名称。',
    en: 'Give a title in at least one language.',
  },
  unknownProfile: { zh: '没有这种专业类型。', en: 'There is no such profile.' },
  relationTaken: { zh: '这一关联已经存在。', en: 'These two are related so already.' },
  relatedToItself: { zh: '资源不能与自身关联。', en: 'A record is not related to itself.' },
  noRelation: { zh: '没有这条关联。', en: 'There is no such relation.' },
  sourceTaken: {
    zh: '这条记录已经导入过。',
    en: 'This record was imported before.',
  },
} satisfies Words
