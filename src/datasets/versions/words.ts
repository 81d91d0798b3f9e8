import type { Words } from '../../core/text.ts'

/** What the audit calls fields that no form has. */
export const versionFieldNames = {
  number: { zh: '版本号', en: 'Version number' },
  state: { zh: '状态', en: 'State' },
  fileCount: { zh: '文件数', en: 'Files' },
  reason: { zh: '原因', en: 'Reason' },
} satisfies Words

export const versionStateNames = {
  draft: { text: { zh: '草稿', en: 'Draft' }, tone: 'caution' },
  published: { text: { zh: '已发布', en: 'Published' }, tone: 'good' },
  withdrawn: { text: { zh: '已撤回', en: 'Withdrawn' }, tone: 'calm' },
} as const

const sealed = { text: { zh: '已封存', en: 'Sealed' }, tone: 'good' } as const

/** A version is sealed where its dataset was received by a data centre and not published. */
export const versionStateOf = ({
  state,
  recordPublishedAt,
}: {
  state: keyof typeof versionStateNames
  recordPublishedAt: unknown
}) => (state === 'published' && !recordPublishedAt ? sealed : versionStateNames[state])

export const versionWords = {
  versions: { zh: '版本', en: 'Versions' },
  version: { zh: '版本', en: 'Version' },
  numbered: (number: number) => ({ zh: `第 ${number} 版`, en: `Version ${number}` }),
  notes: { zh: '版本说明', en: 'Version notes' },
  notesHint: {
    zh: '与上一版本相比的变化；首个版本可不填。',
    en: 'Changes since the previous version. Optional for the first version.',
  },
  terms: { zh: '使用条款', en: 'Terms of use' },
  termsHint: {
    zh: '填写后，使用者首次下载前须接受；留空则无需接受。',
    en: 'If entered, users must accept them before their first download. Leave empty if none are needed.',
  },
  reason: { zh: '撤回原因', en: 'Reason' },
  reasonHint: {
    zh: '公开显示。版本号、日期和原因保留，文件不再提供。',
    en: 'Shown publicly. The number, dates and reason remain; the files are no longer available.',
  },
  publishedOn: { zh: '发布日期', en: 'Published' },
  fileCount: { zh: '文件数', en: 'Files' },
  size: { zh: '大小', en: 'Size' },
  begun: (number: number) => ({
    zh: `已建立第 ${number} 版草稿。`,
    en: `Draft of version ${number} created.`,
  }),
  saved: { zh: '已保存。', en: 'Saved.' },
  published: (number: number) => ({
    zh: `第 ${number} 版已发布。`,
    en: `Version ${number} published.`,
  }),
  withdrawn: (number: number) => ({
    zh: `第 ${number} 版已撤回。`,
    en: `Version ${number} withdrawn.`,
  }),
  deleted: { zh: '草稿版本已删除。', en: 'Draft version deleted.' },
  changes: { zh: '与上一版本的差异', en: 'Changes since the previous version' },
  file: { zh: '文件', en: 'File' },
  change: { zh: '差异', en: 'Difference' },
  sizeBefore: { zh: '原大小', en: 'Previous size' },
  noChanges: { zh: '文件没有变化', en: 'No files changed' },
  allVersions: (count: number) => ({
    zh: `全部版本（${count}）`,
    en: count === 1 ? 'One version' : `All ${count} versions`,
  }),
  goOn: (number: number) => ({
    zh: `继续编辑第 ${number} 版草稿`,
    en: `Continue draft of version ${number}`,
  }),
  begin: { zh: '新建版本', en: 'New version' },
  edit: { zh: '修改说明', en: 'Edit notes' },
  upload: { zh: '上传文件', en: 'Upload files' },
  publish: { zh: '发布此版本', en: 'Publish this version' },
  remove: { zh: '删除草稿', en: 'Delete draft' },
  removeAbout: {
    zh: '此草稿及仅属于它的文件将被删除，且不能恢复。',
    en: 'This draft and files that belong only to it are deleted. This cannot be undone.',
  },
  withdraw: { zh: '撤回此版本', en: 'Withdraw this version' },
  withdrawnOn: { zh: '撤回日期', en: 'Withdrawn' },
  showChanges: { zh: '查看差异', en: 'Show differences' },
  between: (earlier: number, later: number) => ({
    zh: `第 ${earlier} 版与第 ${later} 版`,
    en: `Version ${earlier} and version ${later}`,
  }),
  firstVersion: { zh: '这是首个版本。', en: 'This is the first version.' },
  fields: { zh: '元数据', en: 'Metadata' },
  files: { zh: '文件', en: 'Files' },
  noFieldChanges: { zh: '元数据没有变化。', en: 'The metadata has not changed.' },
  comparedWith: { zh: '与此版本比较', en: 'Compared with version' },
  noNumber: { zh: '请填写版本号，例如 1。', en: 'Enter a version number, for example 1.' },
  none: { zh: '还没有版本', en: 'No versions yet' },
  noneText: {
    zh: '新建版本，上传文件，核对后发布。',
    en: 'Create a version, upload its files, check them, then publish.',
  },
  noVersion: { zh: '版本不存在。', en: 'This version does not exist.' },
  draftExists: {
    zh: '已有草稿版本，请先发布或删除。',
    en: 'There is already a draft version. Publish or delete it first.',
  },
  isPublished: {
    zh: '已发布的版本不能再修改，请新建版本。',
    en: 'Published versions cannot be changed. Create a new version.',
  },
  notDraft: { zh: '只有草稿可以执行此操作。', en: 'This is possible only for drafts.' },
  notPublished: {
    zh: '只有已发布的版本可以撤回。',
    en: 'Only published versions can be withdrawn.',
  },
  isWithdrawn: {
    zh: '此版本已撤回，文件不再提供。',
    en: 'This version has been withdrawn. Its files are no longer available.',
  },
  notPublishable: { zh: '此版本暂不能发布。', en: 'This version cannot be published yet.' },
  recordFirst: {
    zh: '数据集仍为草稿：此版本将随数据集一起发布。',
    en: 'The dataset is a draft. This version is published together with it.',
  },
  noFiles: { zh: '没有文件，请先上传。', en: 'This version has no files. Upload files first.' },
  sameFiles: {
    zh: '文件与上一版本完全相同；只修改元数据时无需新版本。',
    en: 'The files are identical to the previous version. Metadata changes need no new version.',
  },
  uploadsOpen: (names: readonly string[], count: number) => ({
    zh: `${count} 个文件尚未上传完成：${names.join('、')}${count > names.length ? ' 等' : ''}。请等待完成，或取消上传。`,
    en: `${count} ${count === 1 ? 'upload is' : 'uploads are'} not finished: ${names.join(', ')}${count > names.length ? ' and others' : ''}. Wait for them to finish, or cancel them.`,
  }),
  damaged: (names: readonly string[], count: number) => ({
    zh: `${count} 个文件的存储内容已损坏：${names.join('、')}${count > names.length ? ' 等' : ''}。请重新上传。`,
    en: `${count} ${count === 1 ? 'file is' : 'files are'} damaged in storage: ${names.join(', ')}${count > names.length ? ' and others' : ''}. Upload them again.`,
  }),
  changeNames: {
    added: { zh: '新增', en: 'Added' },
    removed: { zh: '移除', en: 'Removed' },
    replaced: { zh: '替换', en: 'Replaced' },
  },
} as const satisfies Record<string, unknown>
