import type { Text, Words } from '../core/text.ts'

export const importWords = {
  empty: { zh: '文件是空的，或没有表头行。', en: 'The file is empty, or has no header row.' },
  notATable: (detail: string): Text => ({
    zh: `无法按 CSV 读取：${detail}`,
    en: `This cannot be read as CSV: ${detail}`,
  }),
  noColumn: {
    zh: '没有一列能对应到字段。请用字段名（如 ACCENUMB、GENUS）作表头。',
    en: 'No column is known. Use field names as the header, such as ACCENUMB and GENUS.',
  },
  unknownColumn: (name: string): Text => ({
    zh: `不认识列“${name}”，未导入这一列。`,
    en: `The column “${name}” is not known and was left out.`,
  }),
  unknownCode: (value: string, vocabulary: Text): Text => ({
    zh: `“${vocabulary.zh}”中没有“${value}”。`,
    en: `“${value}” is not in “${vocabulary.en}”.`,
  }),
  notANumber: (value: string): Text => ({
    zh: `“${value}”不是数字。`,
    en: `“${value}” is not a number.`,
  }),
  notADate: (value: string): Text => ({
    zh: `“${value}”不是日期；请写成 YYYYMMDD，未知部分用 -- 代替。`,
    en: `“${value}” is not a date: write YYYYMMDD, with -- for what is unknown.`,
  }),
  notYesOrNo: (value: string): Text => ({
    zh: `“${value}”不是“是”或“否”。`,
    en: `“${value}” is neither yes nor no.`,
  }),
  missing: { zh: '此字段不能为空。', en: 'This field must not be empty.' },
  duplicate: (row: number): Text => ({
    zh: `与第 ${row} 行的编号相同。`,
    en: `This has the same number as row ${row}.`,
  }),
  noKind: (kind: string): Text => ({
    zh: `没有类别 ${kind}；可用 instrument、dataset、accession、collection。`,
    en: `There is no kind ${kind}: use instrument, dataset, accession or collection.`,
  }),
  noInstitution: (name: string): Text => ({
    zh: `没有单位“${name}”；请用其编号、WIEWS 代码或名称。`,
    en: `There is no institution “${name}”: use its id, its WIEWS code or its name.`,
  }),
  noInstitutions: {
    zh: '目录中还没有单位；请先新增单位。',
    en: 'The catalogue has no institution yet: add one first.',
  },
  noFile: (path: string, why: string): Text => ({
    zh: `读不到文件 ${path}：${why}`,
    en: `The file ${path} cannot be read: ${why}`,
  }),
  owner: (name: string): Text => ({ zh: `归属单位：${name}`, en: `Records go to ${name}` }),
  rows: { zh: '行', en: 'rows' },
  rowProblem: (row: number, field: string, detail: Text): Text => ({
    zh: `第 ${row} 行，${field}：${detail.zh}`,
    en: `row ${row}, ${field}: ${detail.en}`,
  }),
  summary: (rows: {
    total: number
    accepted: number
    unchanged: number
    rejected: number
  }): Text => ({
    zh: `共 ${rows.total} 行：导入 ${rows.accepted}，未变 ${rows.unchanged}，退回 ${rows.rejected}`,
    en: `${rows.total} rows: ${rows.accepted} accepted, ${rows.unchanged} unchanged, ${rows.rejected} rejected`,
  }),
} satisfies Words
