import type { Text, Words } from '../../core/text.ts'

export const packageWords = {
  noFiles: {
    zh: '数据包至少包含一个文件，而此数据集目前没有您可以获取的文件：没有公开文件，或需要登录、申请或等待保护期结束。获取方式见数据集页面；元数据可用 RO-Crate 或 DataCite 格式获取。',
    en: 'A data package contains at least one file, but you cannot access any file of this dataset: it has no public files, or they require sign-in, a request or the end of an embargo. See the dataset’s page for how to get them. Its metadata is available as RO-Crate or DataCite.',
  },
  noLicence: {
    zh: '未注明许可协议，使用前请联系发布机构。',
    en: 'No licence is stated. Contact the publisher before use.',
  },
  moreFiles: (shown: number, all: number): Text => ({
    zh: `此处仅列出前 ${shown} 个文件，共 ${all} 个；完整清单请另行查看。`,
    en: `Only the first ${shown} of ${all} files are listed here; see the full file list.`,
  }),
  allFiles: { zh: '全部文件清单', en: 'Full file list' },
  files: { zh: '文件', en: 'Files' },
  licence: { zh: '许可', en: 'Licence' },
  creators: { zh: '作者', en: 'Creators' },
  publisher: { zh: '发布机构', en: 'Publisher' },
  identifier: { zh: '标识符', en: 'Identifier' },
  published: { zh: '发布日期', en: 'Published' },
  citation: { zh: '引用', en: 'Citation' },
  access: { zh: '获取方式', en: 'Access' },
  landing: { zh: '数据集页面', en: 'Dataset page' },
} satisfies Words
