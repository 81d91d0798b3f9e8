import type { Text, Words } from '../../core/text.ts'

export const observationWords = {
  observations: { zh: '观测值', en: 'Observations' },
  none: { zh: '还没有观测值。', en: 'No observations yet.' },
  add: { zh: '登记观测值', en: 'Record observations' },
  table: { zh: '观测表', en: 'Observation table' },
  tableHint: {
    zh: '从电子表格粘贴：首行为“种质编号”和性状编号，每行一份种质；可另有“重复”“日期”“观测人”列。空格不登记；同一种质、重复和日期再次登记即为更正。',
    en: 'Paste from a spreadsheet. The first line contains “Accession number” and trait codes, followed by one accession per line. “Replicate”, “Date” and “Observer” are optional columns. Empty cells are skipped; entering the same accession, replicate and date again is a correction.',
  },
  entered: { zh: '已登记', en: 'Recorded' },
  accession: { zh: '种质', en: 'Accession' },
  number: { zh: '种质编号', en: 'Accession number' },
  trait: { zh: '性状', en: 'Trait' },
  value: { zh: '值', en: 'Value' },
  replicate: { zh: '重复', en: 'Replicate' },
  day: { zh: '日期', en: 'Date' },
  observer: { zh: '观测人', en: 'Observer' },
  season: { zh: '年度', en: 'Season' },
  count: { zh: '次数', en: 'Count' },
  remove: { zh: '删除', en: 'Remove' },
  removed: { zh: '已删除', en: 'Removed' },
  removeAbout: {
    zh: '删除后不能恢复，操作将记录在案。',
    en: 'This cannot be undone. The deletion is recorded in the history.',
  },
  noObservation: { zh: '观测值不存在。', en: 'This observation does not exist.' },
  characterisation: { zh: '性状观测', en: 'Characterisation' },
  all: { zh: '全部观测值', en: 'All observations' },
  compare: { zh: '与其他种质比较', en: 'Compare with other accessions' },
  comparison: { zh: '种质比较', en: 'Compare accessions' },
  comparisonLead: {
    zh: '最多 12 份种质并列，逐项比较性状。',
    en: 'Compare the traits of up to 12 accessions side by side.',
  },
  addToComparison: { zh: '种质编号', en: 'Accession number' },
  addToComparisonHint: {
    zh: '输入或扫描编号，可用分号分隔多个。',
    en: 'Enter or scan a number. Separate several with semicolons.',
  },
  addOne: { zh: '加入比较', en: 'Add' },
  takeOut: { zh: '移出', en: 'Remove' },
  nothingToCompare: { zh: '尚未选择种质。', en: 'No accessions selected yet.' },
  nothingToCompareHint: {
    zh: '在上方输入编号，或从种质页面进入。',
    en: 'Enter a number above, or start from an accession’s page.',
  },
  badTable: {
    zh: '首行须有“种质编号”列和至少一个性状列，其下至少有一行。',
    en: 'The first line needs an “Accession number” column and at least one trait, followed by at least one line.',
  },
  mean: { zh: '平均', en: 'mean' },
} satisfies Words

export const observationRefusals = {
  noAccession: (named: string): Text => ({
    zh: `没有编号为“${named}”的种质，或您没有访问权限。`,
    en: `There is no accession “${named}”, or you do not have access.`,
  }),
  severalAccessions: (named: string): Text => ({
    zh: `有多份种质的编号为“${named}”，请改用标识符。`,
    en: `Several accessions have the number “${named}”. Use the id instead.`,
  }),
  noTrait: (named: string): Text => ({
    zh: `没有编号为“${named}”的性状，或已停用。`,
    en: `There is no trait “${named}”, or it is closed.`,
  }),
  twice: (at: number): Text => ({
    zh: `与第 ${at} 项重复：种质、性状、重复和日期都相同。`,
    en: `Duplicate of entry ${at}: same accession, trait, replicate and date.`,
  }),
  tooMany: (most: number): Text => ({
    zh: `一次最多比较 ${most} 份种质。`,
    en: `Up to ${most} accessions can be compared.`,
  }),
}
