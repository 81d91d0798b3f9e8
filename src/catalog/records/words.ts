import type { Text, Words } from '../../core/text.ts'
import type { Access, Audience, Kind, Visibility } from './model/record.ts'

export const kindNames = {
  instrument: { zh: '仪器', en: 'Instruments' },
  dataset: { zh: '科学数据', en: 'Datasets' },
  accession: { zh: '种质', en: 'Germplasm' },
  collection: { zh: '生物样本库', en: 'Collections' },
} as const satisfies Record<Kind, Text>

export const oneOfKind = {
  instrument: { zh: '仪器', en: 'Instrument' },
  dataset: { zh: '科学数据', en: 'Dataset' },
  accession: { zh: '种质', en: 'Accession' },
  collection: { zh: '生物样本库', en: 'Collection' },
} as const satisfies Record<Kind, Text>

export const accessNames = {
  open: { zh: '开放获取', en: 'Open' },
  registered: { zh: '登录获取', en: 'Sign in' },
  on_request: { zh: '申请获取', en: 'On request' },
  closed: { zh: '不对外提供', en: 'Closed' },
} as const satisfies Record<Access, Text>

export const visibilityNames = {
  draft: { zh: '草稿', en: 'Draft' },
  published: { zh: '已发布', en: 'Published' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Record<Visibility, Text>

export const audienceNames = {
  public: { zh: '所有人可见', en: 'Everyone' },
  members: { zh: '登录用户可见', en: 'Signed-in users' },
  institution: { zh: '本单位可见', en: 'This institution' },
} as const satisfies Record<Audience, Text>

/** What a record's page says. */
export const recordWords = {
  relations: { zh: '相关资源', en: 'Related' },
  citing: { zh: '标识与引用', en: 'Identifiers and citation' },
  address: { zh: '固定网址', en: 'Permanent link' },
  machine: { zh: '机器可读', en: 'Machine-readable' },
  published: { zh: '发布时间', en: 'Published' },
  updated: { zh: '更新时间', en: 'Updated' },
  part: { zh: '隶属于', en: 'Part of' },
  curators: { zh: '您是这条记录的资源管理员', en: 'You are a curator of this record' },
  withdrawnTitle: { zh: '这条记录已撤回', en: 'This record is withdrawn' },
  withdrawnOn: { zh: '撤回日期', en: 'Withdrawn on' },
  reason: { zh: '原因', en: 'Reason' },
  onlyMembers: { zh: '登录用户可见', en: 'Visible to signed-in users' },
  onlyInstitution: { zh: '仅本单位可见', en: 'Visible to its institution only' },
  firstOf: (some: number, all: number): Text => ({
    zh: `共 ${all} 条，此处列出前 ${some} 条。`,
    en: `The first ${some} of ${all} are listed here.`,
  }),
  historyOf: (title: string): Text => ({ zh: `修改历史：${title}`, en: `History: ${title}` }),
  historyAbout: { zh: '最近的在前。', en: 'Latest first.' },
  bySystem: { zh: '系统', en: 'the system' },
  byCurator: { zh: '资源管理员', en: 'a curator' },
  history: { zh: '修改历史', en: 'History' },
  noHistory: { zh: '还没有可显示的历史', en: 'No history to show yet' },
} satisfies Words

/** How one gets the thing, in one sentence. */
export const accessSentences = {
  open: {
    zh: '开放获取：无需登录即可使用。',
    en: 'Open access: no sign-in needed.',
  },
  registered: {
    zh: '登录获取：注册并登录后即可使用。',
    en: 'For registered users: sign in to use it.',
  },
  on_request: {
    zh: '申请获取：请向提供方提出申请，由其审批。',
    en: 'On request: the institution decides on your request.',
  },
  closed: { zh: '不对外提供。', en: 'Not shared.' },
} satisfies Words

/** What the history calls that which no form has an input for. */
export const changedWords = {
  visibility: { zh: '状态', en: 'State' },
  reason: { zh: '原因', en: 'Reason' },
  kind: { zh: '类别', en: 'Kind' },
  profile: { zh: '专业类型', en: 'Profile' },
  access: { zh: '获取方式', en: 'Access' },
  audience: { zh: '可见范围', en: 'Visibility' },
  collection: { zh: '资源集合', en: 'Collection' },
  name: { zh: '文件名', en: 'File name' },
  main: { zh: '主图', en: 'Main picture' },
  type: { zh: '关系', en: 'Relation' },
} satisfies Words

/** What happened, as the history tells it. */
export const historyWords: Record<string, Text> = {
  'record.create': { zh: '新增', en: 'Added' },
  'record.edit': { zh: '修改', en: 'Changed' },
  'record.publish': { zh: '发布', en: 'Published' },
  'record.withdraw': { zh: '撤回', en: 'Withdrawn' },
  'record.relate': { zh: '添加关联', en: 'Related' },
  'record.unrelate': { zh: '取消关联', en: 'Unrelated' },
  'introduction.add': { zh: '添加引种记录', en: 'Introduction step added' },
  'introduction.remove': { zh: '移除引种记录', en: 'Introduction step removed' },
  'pedigree.add': { zh: '添加亲本', en: 'Parent added' },
  'pedigree.remove': { zh: '移除亲本', en: 'Parent removed' },
  'document.add': { zh: '添加文件', en: 'Document added' },
  'document.remove': { zh: '移除文件', en: 'Document removed' },
  'image.add': { zh: '添加图片', en: 'Picture added' },
  'image.edit': { zh: '修改图片', en: 'Picture changed' },
  'image.remove': { zh: '删除图片', en: 'Picture removed' },
}

/** What the curator's pages say. */
export const deskWords = {
  replacedFields: { zh: '仍保留的原字段', en: 'Retained former fields' },
  lists: { zh: '我的工作列表', en: 'My work lists' },
  desk: { zh: '我管理的资源', en: 'My records' },
  deskAbout: {
    zh: '您管理的单位和资源库的全部记录，最近修改的在前。',
    en: 'All records of the institutions and collections you manage, latest change first.',
  },
  add: { zh: '新增', en: 'Add' },
  addOf: (kind: Text): Text => ({ zh: `新增${kind.zh}`, en: `Add ${kind.en.toLowerCase()}` }),
  edit: { zh: '编辑', en: 'Edit' },
  editOf: (title: string): Text => ({ zh: `编辑：${title}`, en: `Edit: ${title}` }),
  save: { zh: '保存', en: 'Save' },
  saveDraft: { zh: '保存为草稿', en: 'Save as draft' },
  publish: { zh: '发布', en: 'Publish' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  remove: { zh: '删除草稿', en: 'Delete draft' },
  pictures: { zh: '图片', en: 'Pictures' },
  fair: { zh: 'FAIR 自评', en: 'FAIR self-check' },
  history: { zh: '修改历史', en: 'History' },
  common: { zh: '基本信息', en: 'Basics' },
  title: { zh: '名称', en: 'Title' },
  titleHint: { zh: '至少填写一种语言。', en: 'In at least one language.' },
  summary: { zh: '简介', en: 'Summary' },
  institution: { zh: '所属单位', en: 'Institution' },
  library: { zh: '资源库', en: 'Library' },
  audience: { zh: '可见范围', en: 'Visibility' },
  access: { zh: '获取方式', en: 'Access' },
  keywords: { zh: '关键词', en: 'Keywords' },
  perLine: { zh: '每行一个。', en: 'One per line.' },
  subjects: { zh: '学科', en: 'Subjects' },
  subjectsHint: {
    zh: '国标学科分类代码，最多 4 个。',
    en: 'GB/T 13745 subject codes, at most four.',
  },
  identifiers: { zh: '标识符', en: 'Identifiers' },
  scheme: { zh: '类型', en: 'Type' },
  value: { zh: '编号', en: 'Value' },
  saved: (title: string): Text => ({ zh: `“${title}”已保存`, en: `“${title}” saved` }),
  savedDraft: (title: string): Text => ({
    zh: `草稿“${title}”已保存，尚未公开`,
    en: `Draft “${title}” saved. It is not public yet.`,
  }),
  duplicate: { zh: '复制为新记录', en: 'Duplicate' },
  copied: { zh: '复制的新记录，尚未保存', en: 'A copy, not saved yet' },
  copiedFrom: (title: Text): Text => ({
    zh: `内容来自“${title.zh}”，不含编号、标识符和图片。`,
    en: `Taken from “${title.en}”, without numbers, identifiers and pictures.`,
  }),
  checks: { zh: '填写情况', en: 'Progress' },
  ready: { zh: '可以发布', en: 'Ready to publish' },
  stillNeeded: (count: number): Text => ({
    zh: `发布前还需填写 ${count} 项`,
    en: `${count} more required to publish`,
  }),
  toCheck: (count: number): Text => ({ zh: `请核对 ${count} 处`, en: `${count} to check` }),
  doubtful: { zh: '请核对', en: 'Please check' },
  doubtfulHint: {
    zh: '内容按您填写的原样保存，不影响发布。',
    en: 'Entries are kept as typed and can be published.',
  },
  unreadable: (count: number): Text => ({ zh: `${count} 处有误`, en: `${count} not valid` }),
  notValid: { zh: '有误', en: 'Not valid' },
  fillNext: { zh: '接下来填写', en: 'Fill in next' },
  adds: (points: number): Text => ({
    zh: `+${points.toFixed(2)}`,
    en: `+${points.toFixed(2)}`,
  }),
  ofTen: (index: number): Text => ({
    zh: `${index.toFixed(2)} / 10`,
    en: `${index.toFixed(2)} of 10`,
  }),
  published: (title: string): Text => ({ zh: `“${title}”已发布`, en: `“${title}” published` }),
  withdrawn: (title: string): Text => ({ zh: `“${title}”已撤回`, en: `“${title}” withdrawn` }),
  deleted: (title: string): Text => ({
    zh: `草稿“${title}”已删除`,
    en: `Draft “${title}” deleted`,
  }),
  withdrawAbout: {
    zh: '撤回后，标题、标识符、原因和日期仍会公开，其余内容不再显示，且不能恢复。',
    en: 'The title, identifiers, reason and date stay public; everything else is hidden. This cannot be undone.',
  },
  reason: { zh: '撤回原因', en: 'Reason' },
  reasonHint: {
    zh: '所有人可见，例如“仪器已报废”。',
    en: 'Visible to everyone, for example “The instrument was scrapped”.',
  },
  removeAbout: {
    zh: '草稿从未公开，删除后不能恢复。',
    en: 'This draft was never public. Deleting it cannot be undone.',
  },
  noneKept: { zh: '还没有记录', en: 'No records yet' },
  noneKeptHint: {
    zh: '请新增记录，或从文件批量导入。',
    en: 'Add a record, or import records from a file.',
  },
  noneMatch: { zh: '没有符合条件的记录', en: 'No matching records' },
  noneMatchHint: { zh: '请减少筛选条件后再试。', en: 'Remove some filters and try again.' },
  notKeeper: {
    zh: '您目前不是任何单位或资源库的资源管理员。请联系您单位的管理员授予权限。',
    en: 'You are not a curator of any institution or collection yet. Ask your institution’s administrator for the role.',
  },
  allKinds: { zh: '全部类别', en: 'All kinds' },
  allStates: { zh: '全部状态', en: 'All states' },
  filter: { zh: '按名称或编号筛选', en: 'Filter by title or number' },
  staleTitle: { zh: '这条记录已被他人修改', en: 'This record was changed by someone else' },
  staleHint: {
    zh: '您填写的内容保留在下面。核对最新内容后再次保存，将以您的内容为准。',
    en: 'Your entries are kept below. Review the latest version; saving again keeps your entries.',
  },
  unsavedTitle: { zh: '未保存', en: 'Not saved' },
  unpublishedTitle: { zh: '尚未发布，也未保存', en: 'Not published or saved' },
  unpublishedHint: {
    zh: '您填写的内容保留在下面。请按提示补全后再次发布，或先保存，以后再发布。',
    en: 'Your entries are kept below. Complete them and publish again, or save now and publish later.',
  },
} satisfies Words

export const catalogWords = {
  signInToKeep: {
    zh: '请先登录，再编辑资源目录。',
    en: 'Sign in to edit catalogue records.',
  },
  inCheck: {
    zh: '数据包已提交审核，退回前只能查看，不能修改。',
    en: 'This data package is under review. It can be viewed, and edited once it is returned.',
  },
  notYours: {
    zh: '您不是该单位或该资源库的资源管理员，不能修改这条记录。',
    en: 'You cannot edit this record because you are not a curator of this institution or collection.',
  },
  readOnlyToken: {
    zh: '此访问令牌只能读取；请在“我的账户”中新建带有“写入”权限的令牌。',
    en: 'This access token is read-only. Create one with the “write” scope in your account.',
  },
  noRecord: {
    zh: '该记录不存在，或您没有访问权限。请检查编号，或使用搜索。',
    en: 'This record does not exist, or you do not have access. Check the ID or use search.',
  },
  noInstitution: {
    zh: '请选择所属单位。',
    en: 'Choose the institution.',
  },
  unknownInstitution: { zh: '该单位不存在。', en: 'This institution does not exist.' },
  unknownCollection: { zh: '该资源库不存在。', en: 'This collection does not exist.' },
  stale: {
    zh: '这条记录已被他人修改。请重新打开后再保存您的修改。',
    en: 'This record was changed by someone else since you opened it. Reload it, then save your changes.',
  },
  alreadyPublished: { zh: '这条记录已经发布。', en: 'This record is already published.' },
  withdrawnIsFinal: {
    zh: '已撤回的记录不能再修改或发布；请新建一条记录。',
    en: 'A withdrawn record cannot be edited or published again. Create a new record.',
  },
  draftNotWithdrawn: {
    zh: '草稿从未公开，无需撤回，可直接删除。',
    en: 'A draft was never public and does not need to be withdrawn. Delete it instead.',
  },
  notADraft: {
    zh: '已公开过的记录不能删除，只能撤回并说明原因。',
    en: 'A record that was public cannot be deleted. Withdraw it and give a reason.',
  },
  incomplete: {
    zh: '发布前请补全以下字段。',
    en: 'Fill in these fields before publishing.',
  },
  coreData: {
    zh: '核心数据不得发布（GB/T 43697-2024）。',
    en: 'Core data must not be published (GB/T 43697-2024).',
  },
  importantData: {
    zh: '重要数据不得开放获取，请改为“申请获取”（GB/T 43697-2024）。',
    en: 'Important data must not be open access. Choose “On request” (GB/T 43697-2024).',
  },
  needed: { zh: '发布前必填', en: 'Required before publishing' },
  invalid: {
    zh: '内容有误，请按各字段的提示修改后重试。',
    en: 'Some fields are not valid. Correct the marked fields and try again.',
  },
  unknownCode: (code: string, vocabulary: Text): Text => ({
    zh: `“${vocabulary.zh}”中没有代码 ${code}。`,
    en: `“${vocabulary.en}” has no code ${code}.`,
  }),
  notOfProfile: (profile: Text): Text => ({
    zh: `“${profile.zh}”类资源没有这个字段。`,
    en: `Records with the profile “${profile.en}” do not have this field.`,
  }),
  titleNeeded: {
    zh: '请至少用一种语言填写名称。',
    en: 'Enter a title in at least one language.',
  },
  unknownProfile: { zh: '该专业类型不存在。', en: 'This profile does not exist.' },
  relationTaken: { zh: '这一关联已经存在。', en: 'This relation already exists.' },
  relatedToItself: { zh: '资源不能与自身关联。', en: 'A record cannot be related to itself.' },
  noRelation: { zh: '该关联不存在。', en: 'This relation does not exist.' },
  sourceTaken: {
    zh: '这条记录已经导入过。',
    en: 'This record was already imported.',
  },
} satisfies Words
