export const fileWords = {
  files: { zh: '文件', en: 'Files' },
  name: { zh: '文件名', en: 'Name' },
  nameHint: {
    zh: '可带文件夹，用 / 分隔，例如 stations/2024/day.csv。',
    en: 'With its folders, separated by /, as stations/2024/day.csv.',
  },
  size: { zh: '大小', en: 'Size' },
  description: { zh: '说明', en: 'Description' },
  find: { zh: '按文件名查找', en: 'Find by name' },
  search: { zh: '查找', en: 'Find' },
  checksum: { zh: 'SHA-256', en: 'SHA-256' },
  take: { zh: '选择', en: 'Choose' },
  removeChosen: { zh: '移除所选文件', en: 'Remove the chosen files' },
  root: { zh: '全部文件', en: 'All files' },
  all: (count: string, size: string) => ({
    zh: `共 ${count} 个文件，${size}`,
    en: `${count} files, ${size}`,
  }),
  foundFor: (q: string) => ({ zh: `文件名含“${q}”的文件`, en: `Files whose names contain “${q}”` }),
  folder: { zh: '文件夹', en: 'Folder' },
  none: { zh: '没有文件', en: 'No files' },
  downloadFolder: { zh: '下载此文件夹', en: 'Download this folder' },
  noneFound: { zh: '没有匹配的文件', en: 'No matching files' },
  noFile: { zh: '没有这个文件。', en: 'There is no such file.' },
  taken: { zh: '此版本中已有同名文件。', en: 'The version has a file of that name already.' },
  badName: {
    zh: '文件名不能为空，不能含控制字符或反斜杠，各级名称不能是 . 或 ..，全长不超过 1,000 个字符。',
    en: 'A name is not empty, has no control characters or backslashes, no part . or .., and at most 1,000 characters.',
  },
  saved: { zh: '已保存。', en: 'Saved.' },
  removed: (count: number) => ({
    zh: `已从草稿中移除 ${count} 个文件。`,
    en:
      count === 1
        ? 'One file is taken out of the draft.'
        : `${count} files are taken out of the draft.`,
  }),
  nothingToRemove: { zh: '请至少选择一个文件。', en: 'Choose at least one file.' },
} as const
