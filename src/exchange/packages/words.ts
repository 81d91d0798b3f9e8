import type { Text, Words } from '../../core/text.ts'

export const packageWords = {
  noFiles: {
    zh: '数据包至少要有一个文件，而您还看不到这个数据集的文件：它没有已公开的文件，或须先登录、申请或等保护期结束。数据集页面说明了获取方式；元数据可用 RO-Crate 或 DataCite 格式取得。',
    en: 'A data package has one file at least, and none of this dataset is shown to you: it has no public files, or they ask for signing in, for a request, or for the end of an embargo. The page of the dataset says how to get them; its metadata are there as RO-Crate or DataCite.',
  },
  noLicence: {
    zh: '未注明许可协议；使用前请联系发布机构。',
    en: 'No licence is stated: ask the publisher before use.',
  },
  moreFiles: (shown: number, all: number): Text => ({
    zh: `这里只列出前 ${shown} 个文件，共 ${all} 个；完整清单另见。`,
    en: `Only the first ${shown} of ${all} files are listed here; the whole list stands elsewhere.`,
  }),
  allFiles: { zh: '全部文件清单', en: 'List of all files' },
  files: { zh: '文件', en: 'Files' },
  licence: { zh: '许可', en: 'Licence' },
  creators: { zh: '作者', en: 'Creators' },
  publisher: { zh: '发布机构', en: 'Publisher' },
  identifier: { zh: '标识符', en: 'Identifier' },
  published: { zh: '发布日期', en: 'Published' },
  citation: { zh: '引用', en: 'Citation' },
  access: { zh: '获取方式', en: 'Access' },
  landing: { zh: '数据集页面', en: 'Page of the dataset' },
} satisfies Words
