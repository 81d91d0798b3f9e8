import type { Text, Words } from '../../core/text.ts'

export const duplicateWords = {
  duplicates: { zh: '安全备份', en: 'Safety duplicates' },
  coverage: { zh: '安全备份覆盖', en: 'Safety duplicate coverage' },
  coverageLead: {
    zh: '各单位、各资源集合的种质有多少份在其他单位有安全备份；保存单位指明批次后为“已确认”。',
    en: 'How many accessions of each institution and collection have a safety duplicate elsewhere. A duplicate is confirmed once its keeper has specified the lot.',
  },
  noCoverage: { zh: '还没有种质。', en: 'No accessions yet.' },
  keptHere: { zh: '为其他单位保存的备份', en: 'No duplicates kept for others.' },
  noneKept: { zh: '没有为其他单位保存的备份。', en: 'No duplicates are kept for others.' },
  none: { zh: '该批次没有安全备份。', en: 'This lot has no safety duplicate.' },
  declare: { zh: '登记安全备份', en: 'Add safety duplicate' },
  declareLead: {
    zh: '备份须由其他单位保存。保存单位在目录内的，可查看此登记，并指明本单位的批次予以确认。',
    en: 'The duplicate must be kept by another institution. If that institution is in the catalogue, it can see this entry and confirm it by specifying its own lot.',
  },
  declared: { zh: '安全备份已登记', en: 'Safety duplicate added' },
  confirm: { zh: '确认', en: 'Confirm' },
  confirmAbout: {
    zh: '扫描或输入本单位保存该备份的批次；物种须相同，且有结存。',
    en: 'Scan or enter the lot in which you keep it. It must be of the same species and not empty.',
  },
  confirmed: { zh: '安全备份已确认', en: 'Safety duplicate confirmed' },
  end: { zh: '终止', en: 'End' },
  endAbout: {
    zh: '备份已取回、用完或丢失时终止；记录保留，不再计入覆盖。',
    en: 'End it if the duplicate was returned, used up or lost. The entry remains but no longer counts towards coverage.',
  },
  ended: { zh: '安全备份已终止', en: 'Safety duplicate ended' },
  keeper: { zh: '保存单位', en: 'Kept by' },
  holder: { zh: '其他保存单位', en: 'Other keeper' },
  holderHint: {
    zh: '不在本目录内的单位：WIEWS 代码或名称，例如 NOR051。',
    en: 'WIEWS code or name of an institution outside this catalogue, for example NOR051.',
  },
  oneKeeper: {
    zh: '请选择目录内的保存单位，或填写其他保存单位，二者选一。',
    en: 'Choose a keeper from the catalogue or enter another, but not both.',
  },
  owner: { zh: '送存单位', en: 'Depositor' },
  lotThere: { zh: '保存方批次', en: 'Keeper’s lot' },
  state: { zh: '状态', en: 'Status' },
  institution: { zh: '单位', en: 'Institution' },
  collection: { zh: '资源集合', en: 'Collection' },
  accessions: { zh: '种质份数', en: 'Accessions' },
  nowhere: { zh: '没有备份', en: 'Not duplicated' },
  percent: { zh: '已确认（%）', en: 'Confirmed (%)' },
  noDuplicate: { zh: '安全备份不存在。', en: 'This safety duplicate does not exist.' },
  hasEnded: { zh: '这条安全备份已终止。', en: 'This safety duplicate has already ended.' },
  isConfirmed: {
    zh: '这条安全备份已经确认过。',
    en: 'This safety duplicate has already been confirmed.',
  },
  taken: {
    zh: '该单位已有此批次的备份，无需重复登记。',
    en: 'This lot already has a duplicate at that institution.',
  },
  lotTaken: {
    zh: '该批次已是另一批次的备份。',
    en: 'That lot is already a duplicate of another lot.',
  },
  notElsewhere: {
    zh: '安全备份须由另一单位保存。',
    en: 'A safety duplicate must be kept by another institution.',
  },
  outside: {
    zh: '保存单位不在本目录内，无法确认。',
    en: 'The keeper is not in this catalogue, so it cannot be confirmed here.',
  },
  noLot: (code: string): Text => ({
    zh: `本单位没有编号为 ${code} 的批次。`,
    en: `The institution has no lot ${code}.`,
  }),
  isFrozen: { zh: '该批次已冻结', en: 'that lot is frozen' },
  isEmpty: { zh: '该批次没有结存', en: 'that lot is empty' },
  otherTaxon: (one: string, other: string): Text => ({
    zh: `物种不同：${one} 与 ${other}`,
    en: `the species differs: ${other} instead of ${one}`,
  }),
  /** Every reason at once. */
  noDuplicateOf: (code: string, reasons: readonly Text[]): Text => ({
    zh: `批次 ${code} 不能作为备份：${reasons.map(({ zh }) => zh).join('；')}。`,
    en: `Lot ${code} cannot be used as the duplicate: ${reasons.map(({ en }) => en).join('; ')}.`,
  }),
} satisfies Words

export const duplicateStateNames = {
  declared: { tone: 'note', text: { zh: '已登记', en: 'Recorded' } },
  confirmed: { tone: 'good', text: { zh: '已确认', en: 'Confirmed' } },
  ended: { tone: 'calm', text: { zh: '已终止', en: 'Ended' } },
} as const

/** What the audit calls fields that no form asks for. */
export const duplicateFieldNames = {
  duplicate: duplicateWords.lotThere,
  endedReason: { zh: '终止原因', en: 'Reason for ending' },
} satisfies Words
