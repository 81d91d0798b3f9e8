import type { Words } from '../../core/text.ts'

export const outcomeNames = {
  sound: { text: { zh: '一致', en: 'Sound' }, tone: 'good' },
  recovered: { text: { zh: '已恢复', en: 'Sound again' }, tone: 'good' },
  mismatch: { text: { zh: '内容不符', en: 'Different' }, tone: 'danger' },
  missing: { text: { zh: '内容缺失', en: 'Missing' }, tone: 'danger' },
} as const

export const fixityWords = {
  integrity: { zh: '文件完整性', en: 'File integrity' },
  integrityOf: (title: { zh: string; en: string }) => ({
    zh: `${title.zh}：文件完整性`,
    en: `File integrity of ${title.en}`,
  }),
  lead: {
    zh: '系统定期重新读取存储的文件，核对大小与 SHA-256，每个文件至少每 30 天一次。',
    en: 'Stored files are read again and compared by size and SHA-256, each at least every 30 days.',
  },
  state: { zh: '现状', en: 'Now' },
  files: { zh: '存储的文件', en: 'Stored files' },
  size: { zh: '大小', en: 'Size' },
  damagedCount: { zh: '已损坏', en: 'Damaged' },
  overdue: { zh: '超过 30 天未核对', en: 'Not checked for 30 days' },
  oldest: { zh: '最早的一次核对', en: 'Oldest check' },
  damaged: { zh: '已损坏的文件', en: 'Damaged files' },
  noDamaged: { zh: '没有损坏的文件', en: 'No damaged files' },
  damagedAbout: {
    zh: '存储的内容与存入时不符，不再提供下载，也不能发布。请从备份恢复存储，或上传原文件建立新版本；恢复后下次核对自动解除。',
    en: 'The stored bytes are not what was deposited: they are neither given out nor published. Restore the storage from a backup, or upload the original in a new version. A later check that finds them sound ends this by itself.',
  },
  history: { zh: '核对记录', en: 'Checks' },
  noHistory: { zh: '还没有核对过', en: 'Nothing was checked yet' },
  noHistoryText: {
    zh: '文件存入时已核对；之后的定期核对会记在这里。',
    en: 'Files were verified when they were stored. Later checks are listed here.',
  },
  notable: { zh: '异常与恢复', en: 'Damage and recovery' },
  noNotable: { zh: '没有异常', en: 'Nothing was found damaged' },
  file: { zh: '文件', en: 'File' },
  dataset: { zh: '数据集', en: 'Dataset' },
  outcome: { zh: '结果', en: 'Result' },
  checkedAt: { zh: '核对时间', en: 'Checked' },
  damagedAt: { zh: '发现损坏', en: 'Found damaged' },
  found: { zh: '实际内容', en: 'Found' },
  sha256: { zh: 'SHA-256', en: 'SHA-256' },
  institution: { zh: '单位', en: 'Institution' },
  isDamaged: { zh: '已损坏', en: 'Damaged' },
  unanswered: (count: number) => ({
    zh: `${count} 个文件未能读取（存储没有回应），稍后重试；这不算损坏。`,
    en: `${count} files could not be read (the storage did not answer) and are tried again later. This is no damage.`,
  }),
  progress: { zh: '个文件已核对', en: 'files checked' },
  done: (checked: number) => ({
    zh: `已核对 ${checked} 个文件，全部一致。`,
    en: `Checked ${checked} files: all are sound.`,
  }),
  doneDamaged: (checked: number, damaged: number) => ({
    zh: `已核对 ${checked} 个文件，${damaged} 个与存入时不符。`,
    en: `Checked ${checked} files: ${damaged} are not what was deposited.`,
  }),
  recovered: (count: number) => ({
    zh: `${count} 个文件已恢复。`,
    en: `${count} files are sound again.`,
  }),
  line: (outcome: 'mismatch' | 'missing', file: string, dataset: string) => ({
    zh: `${outcomeNames[outcome].text.zh}：${file}（数据集 ${dataset}）`,
    en: `${outcomeNames[outcome].text.en}: ${file} (dataset ${dataset})`,
  }),
} as const satisfies Words

export const commandWords = {
  about: {
    zh: '重新读取存储的文件，核对大小与 SHA-256；默认只核对到期的',
    en: 'Reads stored files again and compares size and SHA-256; by default those that are due',
  },
  all: { zh: '核对全部文件', en: 'Checks every file' },
  dataset: { zh: '核对一个数据集的全部文件', en: 'Checks every file of one dataset' },
}

/** Where administrators see all of it. */
export const fixityLinks = {
  all: { href: '/integrity', text: fixityWords.integrity },
} as const
