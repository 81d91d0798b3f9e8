import type { LetterKind } from '../../core/letters.ts'
import type { Text } from '../../core/text.ts'
import { accessLetters } from './access-letters.ts'
import { datasetPaths } from './paths.ts'

const fileDamaged: LetterKind<{ dataset: string; title: Text; file: string }> = {
  name: { zh: '存储的文件已损坏', en: 'A stored file is damaged' },
  hint: {
    zh: '定期核对发现文件与存入时不一致时',
    en: 'When a check finds that a stored file differs from what was deposited',
  },
  forStaff: true,
  path: ({ dataset }) => datasetPaths.integrity(dataset),
  letter: ({ title, file }, { link }) => ({
    subject: { zh: `${title.zh}：文件已损坏`, en: `${title.en}: a file is damaged` },
    body: {
      zh: `您好：\n\n定期核对发现，“${title.zh}”的文件 ${file} 在存储中的内容与存入时不一致，已暂停下载。同一数据集当天的其他损坏不再另行通知。\n\n请查看，并从备份恢复存储或重新上传：\n\n${link}`,
      en: `Hello,\n\nA regular check found that the stored content of ${file} in “${title.en}” differs from what was deposited. The file can no longer be downloaded. You will not receive further emails about this dataset today.\n\nView the details and restore the storage from a backup, or upload the file again:\n\n${link}`,
    },
  }),
}

/** The letters of datasets. */
export const datasetLetters = { file_damaged: fileDamaged, ...accessLetters }
