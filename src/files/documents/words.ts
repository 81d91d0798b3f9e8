import type { Text, Words } from '../../core/text.ts'

export const documentWords = {
  documents: { zh: '文件', en: 'Documents' },
  documentsOf: (title: Text): Text => ({
    zh: `${title.zh}的文件`,
    en: `Documents of ${title.en}`,
  }),
  about: {
    zh: '操作手册、使用规定、需要签署的表格等。能看到这条记录的人都可以下载。',
    en: 'Manuals, rules of use, forms to sign. Whoever sees the record may download them.',
  },
  none: { zh: '还没有文件。', en: 'There are no documents yet.' },
  manage: { zh: '管理文件', en: 'Manage documents' },
  add: { zh: '添加文件', en: 'Add a document' },
  title: { zh: '名称', en: 'Title' },
  titleHint: { zh: '留空则使用文件名。', en: 'Leave empty to use the file name.' },
  file: { zh: '文件', en: 'File' },
  fileHint: (megabytes: number): Text => ({
    zh: `最大 ${megabytes} MB。`,
    en: `${megabytes} MB at most.`,
  }),
  noFile: { zh: '请选择一个文件。', en: 'Choose a file.' },
  empty: { zh: '这个文件是空的。', en: 'This file is empty.' },
  added: (name: string): Text => ({ zh: `已添加“${name}”`, en: `“${name}” is added` }),
  remove: { zh: '移除', en: 'Remove' },
  removeOf: (title: string): Text => ({ zh: `移除：${title}`, en: `Remove: ${title}` }),
  removeAbout: {
    zh: '移除后任何人都不能再下载，也不能恢复；需要时请重新上传。',
    en: 'Nobody can download it any more, and it cannot be undone: upload it again if need be.',
  },
  removed: (title: string): Text => ({ zh: `已移除“${title}”`, en: `“${title}” is removed` }),
  noDocument: {
    zh: '没有这个文件：它可能已被移除。',
    en: 'There is no such document: it may have been removed.',
  },
  tooMany: (most: number): Text => ({
    zh: `一条记录最多 ${most} 个文件，请先移除不再需要的。`,
    en: `A record has at most ${most} documents: remove one that is not needed.`,
  }),
} satisfies Words
