import type { Text, Words } from '../../core/text.ts'

export const duplicateWords = {
  duplicates: { zh: '安全备份', en: 'Safety duplicates' },
  coverage: { zh: '安全备份覆盖', en: 'Coverage by safety duplicates' },
  coverageLead: {
    zh: '各单位、各资源集合有多少份种质在别处有安全备份；“已确认”由保存方指明批次。',
    en: 'How many accessions have a duplicate elsewhere; confirmed ones are those whose keeper named the lot there.',
  },
  noCoverage: { zh: '还没有种质。', en: 'There are no accessions yet.' },
  keptHere: { zh: '为其他单位保存的备份', en: 'Duplicates kept for others' },
  noneKept: { zh: '没有为其他单位保存的备份。', en: 'Nothing is kept for others.' },
  none: { zh: '别处没有这个批次的备份。', en: 'Nothing of this lot is kept elsewhere.' },
  declare: { zh: '登记安全备份', en: 'Declare a safety duplicate' },
  declareLead: {
    zh: '备份须由另一单位保存。目录内的单位会看到这条登记，并指明自己的批次来确认。',
    en: 'A duplicate is kept by another institution. One that is in this catalogue sees it and confirms it by naming its own lot.',
  },
  declared: { zh: '安全备份已登记', en: 'The safety duplicate is declared' },
  confirm: { zh: '确认', en: 'Confirm' },
  confirmAbout: {
    zh: '扫描或输入本单位保存这份备份的批次；物种须相同，且批次有结存。',
    en: 'Scan or type the lot in which you keep it; it is of the same species, and not empty.',
  },
  confirmed: { zh: '安全备份已确认', en: 'The safety duplicate is confirmed' },
  end: { zh: '终止', en: 'End' },
  endAbout: {
    zh: '备份已取回、用完或丢失时终止；记录保留，不再计入覆盖。',
    en: 'When it was taken back, used up or lost. It stays listed, and counts no more.',
  },
  ended: { zh: '安全备份已终止', en: 'The safety duplicate has ended' },
  keeper: { zh: '保存单位', en: 'Kept by' },
  holder: { zh: '其他保存单位', en: 'Another keeper' },
  holderHint: {
    zh: '不在本目录内的单位：WIEWS 代码或名称，例如 NOR051。',
    en: 'One that is not in this catalogue: its WIEWS code or name, as NOR051.',
  },
  oneKeeper: {
    zh: '请选择目录内的保存单位，或填写其他保存单位，二者选一。',
    en: 'Choose a keeper of this catalogue or give another, one of the two.',
  },
  owner: { zh: '送存单位', en: 'Of' },
  lotThere: { zh: '保存方批次', en: 'Lot there' },
  state: { zh: '状态', en: 'State' },
  institution: { zh: '单位', en: 'Institution' },
  collection: { zh: '资源集合', en: 'Collection' },
  accessions: { zh: '种质份数', en: 'Accessions' },
  nowhere: { zh: '没有备份', en: 'Without' },
  percent: { zh: '已确认（%）', en: 'Confirmed (%)' },
  noDuplicate: { zh: '没有这条安全备份。', en: 'There is no such safety duplicate.' },
  hasEnded: { zh: '这条安全备份已终止。', en: 'This safety duplicate has ended.' },
  isConfirmed: {
    zh: '这条安全备份已经确认过。',
    en: 'This safety duplicate is confirmed already.',
  },
  taken: {
    zh: '这个批次在那里已有备份，不必重复登记。',
    en: 'This lot has a duplicate there already.',
  },
  lotTaken: {
    zh: '那个批次已是另一批次的备份。',
    en: 'That lot is the duplicate of another.',
  },
  notElsewhere: {
    zh: '安全备份须由另一单位保存。',
    en: 'A safety duplicate is kept by another institution.',
  },
  outside: {
    zh: '保存单位不在本目录内，无法确认。',
    en: 'Its keeper is not in this catalogue: nobody can confirm it here.',
  },
  noLot: (code: string): Text => ({
    zh: `本单位没有编号为 ${code} 的批次。`,
    en: `The institution has no lot ${code}.`,
  }),
  isFrozen: { zh: '那个批次已冻结', en: 'that lot is frozen' },
  isEmpty: { zh: '那个批次没有结存', en: 'that lot is empty' },
  otherTaxon: (one: string, other: string): Text => ({
    zh: `物种不同：${one} 与 ${other}`,
    en: `it is of another species: ${other}, not ${one}`,
  }),
  /** Every reason at once. */
  noDuplicateOf: (code: string, reasons: readonly Text[]): Text => ({
    zh: `批次 ${code} 不能作为备份：${reasons.map(({ zh }) => zh).join('；')}。`,
    en: `Lot ${code} is no duplicate: ${reasons.map(({ en }) => en).join('; ')}.`,
  }),
} satisfies Words

export const duplicateStateNames = {
  declared: { tone: 'note', text: { zh: '已登记', en: 'Declared' } },
  confirmed: { tone: 'good', text: { zh: '已确认', en: 'Confirmed' } },
  ended: { tone: 'calm', text: { zh: '已终止', en: 'Ended' } },
} as const

/** What the audit calls fields that no form asks for. */
export const duplicateFieldNames = {
  duplicate: duplicateWords.lotThere,
  endedReason: { zh: '终止原因', en: 'Why it ended' },
} satisfies Words
