import type { Words } from '../../core/text.ts'

export const outcomeNames = {
  sound: { text: { zh: '一致', en: 'Intact' }, tone: 'good' },
  recovered: { text: { zh: '已恢复', en: 'Recovered' }, tone: 'good' },
  mismatch: { text: { zh: '内容不一致', en: 'Mismatch' }, tone: 'danger' },
  missing: { text: { zh: '内容缺失', en: 'Missing' }, tone: 'danger' },
} as const

export const fixityWords = {
  integrity: { zh: '文件完整性', en: 'File integrity' },
  integrityOf: (title: { zh: string; en: string }) => ({
    zh: `${title.zh}：文件完整性`,
    en: `File integrity: ${title.en}`,
  }),
  lead: {
    zh: '系统定期重新读取存储的文件，核对大小与 SHA-256，每个文件至少每 30 天一次。',
    en: 'Stored files are read and checked by size and SHA-256 regularly, each at least every 30 days.',
  },
  state: { zh: '当前状况', en: 'Current status' },
  files: { zh: '存储的文件', en: 'Stored files' },
  size: { zh: '大小', en: 'Size' },
  damagedCount: { zh: '已损坏', en: 'Damaged' },
  overdue: { zh: '超过 30 天未核对', en: 'Not checked for more than 30 days' },
  oldest: { zh: '最早的一次核对', en: 'Oldest check' },
  damaged: { zh: '已损坏的文件', en: 'Damaged files' },
  noDamaged: { zh: '没有损坏的文件', en: 'No damaged files' },
  damagedAbout: {
    zh: '存储内容与存入时不一致，已停止下载和发布。请从备份恢复存储，或上传原文件建立新版本；恢复后将在下次核对时自动解除。',
    en: 'The stored content differs from what was deposited, so the files cannot be downloaded or published. Restore the storage from a backup, or upload the originals in a new version. The restriction ends automatically when a later check passes.',
  },
  history: { zh: '核对记录', en: 'Checks' },
  noHistory: { zh: '还没有核对过', en: 'No checks yet' },
  noHistoryText: {
    zh: '文件存入时已核对；之后的定期核对会列在这里。',
    en: 'Files were verified when stored. Later checks are listed here.',
  },
  notable: { zh: '异常与恢复', en: 'Damage and recovery' },
  noNotable: { zh: '没有异常', en: 'No damage found' },
  file: { zh: '文件', en: 'File' },
  dataset: { zh: '数据集', en: 'Dataset' },
  outcome: { zh: '结果', en: 'Result' },
  checkedAt: { zh: '核对时间', en: 'Checked at' },
  damagedAt: { zh: '发现损坏', en: 'Damage found at' },
  found: { zh: '实际内容', en: 'Actual content' },
  sha256: { zh: 'SHA-256', en: 'SHA-256' },
  institution: { zh: '单位', en: 'Institution' },
  isDamaged: { zh: '已损坏', en: 'Damaged' },
  unanswered: (count: number) => ({
    zh: `${count} 个文件未能读取（存储未响应），将稍后重试；不视为损坏。`,
    en: `${count} files could not be read because the storage did not respond. They will be retried later and do not count as damaged.`,
  }),
  progress: { zh: '个文件已核对', en: 'files checked' },
  done: (checked: number) => ({
    zh: `已核对 ${checked} 个文件，全部一致。`,
    en: `Checked ${checked} files: all intact.`,
  }),
  doneDamaged: (checked: number, damaged: number) => ({
    zh: `已核对 ${checked} 个文件，${damaged} 个与存入时不一致。`,
    en: `Checked ${checked} files: ${damaged} differ from what was deposited.`,
  }),
  recovered: (count: number) => ({
    zh: `${count} 个文件已恢复。`,
    en: `${count} files recovered.`,
  }),
  line: (outcome: 'mismatch' | 'missing', file: string, dataset: string) => ({
    zh: `${outcomeNames[outcome].text.zh}：${file}（数据集 ${dataset}）`,
    en: `${outcomeNames[outcome].text.en}: ${file} (dataset ${dataset})`,
  }),
} as const satisfies Words

export const commandWords = {
  about: {
    zh: '重新读取存储的文件并核对大小与 SHA-256；默认只核对到期的文件',
    en: 'Reads stored files again and checks size and SHA-256; by default only files due for a check',
  },
  all: { zh: '核对全部文件', en: 'Checks every file' },
  dataset: { zh: '核对一个数据集的全部文件', en: 'Checks every file of one dataset' },
}

/** Where administrators see all of it. */
export const fixityLinks = {
  all: { href: '/integrity', text: fixityWords.integrity },
} as const
