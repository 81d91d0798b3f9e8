import type { Words } from '../../core/text.ts'

/** What the audit calls fields that no form has. */
export const versionFieldNames = {
  number: { zh: '版本号', en: 'Number' },
  state: { zh: '状态', en: 'State' },
  fileCount: { zh: '文件数', en: 'Files' },
  reason: { zh: '原因', en: 'Reason' },
} satisfies Words

const versionStateNames = {
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
  notes: { zh: '版本说明', en: 'What is new' },
  notesHint: {
    zh: '与上一版本相比有何不同；首个版本可不填。',
    en: 'What differs from the version before; the first one needs none.',
  },
  terms: { zh: '使用条款', en: 'Terms of use' },
  termsHint: {
    zh: '填写后，使用者下载前须接受一次；不填则无需接受。',
    en: 'Where there are any, they are accepted once before the first download.',
  },
  reason: { zh: '撤回原因', en: 'Reason' },
  reasonHint: {
    zh: '对所有人公开。版本号、日期与原因保留，文件不再提供。',
    en: 'Shown to everybody. Number, dates and reason stay, the files are no longer given out.',
  },
  publishedOn: { zh: '发布日期', en: 'Published' },
  fileCount: { zh: '文件数', en: 'Files' },
  size: { zh: '大小', en: 'Size' },
  begun: (number: number) => ({
    zh: `已建立第 ${number} 版草稿。`,
    en: `Version ${number} is a draft now.`,
  }),
  saved: { zh: '已保存。', en: 'Saved.' },
  published: (number: number) => ({
    zh: `第 ${number} 版已发布。`,
    en: `Version ${number} is published.`,
  }),
  withdrawn: (number: number) => ({
    zh: `第 ${number} 版已撤回。`,
    en: `Version ${number} is withdrawn.`,
  }),
  deleted: { zh: '草稿版本已删除。', en: 'The draft version is deleted.' },
  changes: { zh: '与上一版本的差异', en: 'Differences from the version before' },
  file: { zh: '文件', en: 'File' },
  change: { zh: '差异', en: 'Difference' },
  sizeBefore: { zh: '原大小', en: 'Size before' },
  noChanges: { zh: '没有不同的文件', en: 'No file differs' },
  allVersions: (count: number) => ({
    zh: `全部版本（${count}）`,
    en: count === 1 ? 'One version' : `All ${count} versions`,
  }),
  goOn: (number: number) => ({
    zh: `继续编辑第 ${number} 版草稿`,
    en: `Go on with the draft of version ${number}`,
  }),
  begin: { zh: '新建版本', en: 'New version' },
  edit: { zh: '修改说明', en: 'Edit' },
  upload: { zh: '上传文件', en: 'Upload files' },
  publish: { zh: '发布此版本', en: 'Publish this version' },
  remove: { zh: '删除草稿', en: 'Delete draft' },
  removeAbout: {
    zh: '此草稿及只属于它的文件将被删除，无法恢复。',
    en: 'This draft, and files that belong to it alone, are deleted. This cannot be undone.',
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
  noFieldChanges: { zh: '元数据没有不同。', en: 'The metadata do not differ.' },
  comparedWith: { zh: '与此版本比较', en: 'Compared with version' },
  noNumber: { zh: '请填写版本号，例如 1。', en: 'Give the number of a version, as 1.' },
  none: { zh: '还没有版本', en: 'No versions yet' },
  noneText: {
    zh: '新建一个版本，上传文件，核对无误后发布。',
    en: 'Make a version, upload its files, and publish it once they are right.',
  },
  noVersion: { zh: '没有这个版本。', en: 'There is no such version.' },
  draftExists: {
    zh: '已有一个草稿版本，请先发布或删除它。',
    en: 'There is a draft version already: publish or delete it first.',
  },
  isPublished: {
    zh: '已发布的版本不能再修改，请新建版本。',
    en: 'A published version is never changed: make a new one.',
  },
  notDraft: { zh: '只有草稿可以这样处理。', en: 'Only a draft can be.' },
  notPublished: { zh: '只有已发布的版本可以撤回。', en: 'Only a published version is withdrawn.' },
  isWithdrawn: {
    zh: '此版本已撤回，文件不再提供。',
    en: 'This version is withdrawn; its files are no longer given out.',
  },
  notPublishable: { zh: '这个版本还不能发布。', en: 'This version cannot be published yet.' },
  recordFirst: {
    zh: '数据集还是草稿：发布数据集时，此版本一同发布。',
    en: 'The dataset is a draft: this version is published together with it.',
  },
  noFiles: { zh: '还没有文件，请先上传。', en: 'It has no files: upload some first.' },
  sameFiles: {
    zh: '文件与上一版本完全相同；只修改元数据时无需新版本。',
    en: 'Its files are those of the version before; a change of metadata needs no new version.',
  },
  uploadsOpen: (names: readonly string[], count: number) => ({
    zh: `${count} 个文件尚未上传完毕：${names.join('、')}${count > names.length ? ' 等' : ''}。请等待完成，或取消上传。`,
    en: `${count} uploads are not finished: ${names.join(', ')}${count > names.length ? ' and others' : ''}. Wait for them, or cancel them.`,
  }),
  damaged: (names: readonly string[], count: number) => ({
    zh: `${count} 个文件的存储内容已损坏：${names.join('、')}${count > names.length ? ' 等' : ''}。请重新上传。`,
    en: `${count} files are damaged in storage: ${names.join(', ')}${count > names.length ? ' and others' : ''}. Upload them again.`,
  }),
  changeNames: {
    added: { zh: '新增', en: 'Added' },
    removed: { zh: '移除', en: 'Removed' },
    replaced: { zh: '替换', en: 'Replaced' },
  },
} as const satisfies Record<string, unknown>
