import type { Text, Words } from '../../core/text.ts'

export const moveWords = {
  split: { zh: '拆分批次', en: 'Split off a lot' },
  splitAbout: {
    zh: '取出一部分作为新批次，种质、单位、世代数和千粒重不变，来源记为本批次。',
    en: 'Part of this lot becomes a new lot with the same accession, unit, generation and thousand-seed weight.',
  },
  transfer: { zh: '转入另一批次', en: 'Transfer to another lot' },
  transferAbout: {
    zh: '只能转入内容相同的批次：同一种质、单位、世代数和千粒重。',
    en: 'Only to a lot with the same accession, unit, generation and thousand-seed weight.',
  },
  merge: { zh: '与其他批次合并', en: 'Merge with other lots' },
  mergeAbout: {
    zh: '内容相同的多个批次合并为一个新批次，原批次随即冻结，不能恢复。',
    en: 'Lots with the same content become one new lot; the original lots are frozen. This cannot be undone.',
  },
  done: (code: string): Text => ({ zh: `批次 ${code} 已建立`, en: `Lot ${code} added` }),
  moved: (code: string): Text => ({ zh: `已转入批次 ${code}`, en: `Transferred to lot ${code}` }),
  newCode: { zh: '新批次编号', en: 'New lot code' },
  to: { zh: '转入批次的编号', en: 'Code of the other lot' },
  others: { zh: '其他批次的编号', en: 'Codes of the other lots' },
  othersHint: { zh: '用逗号或空格分隔', en: 'Separated by commas or spaces' },
  otherRecord: { zh: '种质不同', en: 'the accession differs' },
  otherUnit: { zh: '单位不同', en: 'its unit differs' },
  otherGeneration: { zh: '世代数不同', en: 'its generation differs' },
  otherWeight: { zh: '千粒重不同', en: 'its thousand-seed weight differs' },
  isItself: { zh: '与本批次相同', en: 'it is the same lot' },
  isFrozen: { zh: '已冻结', en: 'it is frozen' },
  isOpen: { zh: '收获尚未结束', en: 'its harvest is still open' },
  /** Every reason at once. */
  notEqual: (code: string, reasons: readonly Text[]): Text => ({
    zh: `不能与批次 ${code} 混合：${reasons.map(({ zh }) => zh).join('；')}。`,
    en: `This lot cannot be mixed with ${code}: ${reasons.map(({ en }) => en).join('; ')}.`,
  }),
  noneNamed: {
    zh: '请填写至少一个其他批次的编号。',
    en: 'Enter the code of at least one other lot.',
  },
  noLot: (code: string): Text => ({
    zh: `本单位没有编号为 ${code} 的批次。`,
    en: `The institution has no lot ${code}.`,
  }),
} satisfies Words
