import { encodingNames } from '../../core/encoding.ts'
import type { Text, Words } from '../../core/text.ts'

const delimiterNames: Record<string, Text> = {
  ',': { zh: '逗号', en: 'commas' },
  '\t': { zh: '制表符', en: 'tabs' },
  ';': { zh: '分号', en: 'semicolons' },
  '|': { zh: '竖线', en: 'bars' },
}

export const readingWords = {
  empty: { zh: '文件是空的，或没有表头行。', en: 'The file is empty, or has no header row.' },
  notJson: (detail: string): Text => ({
    zh: `这个文件像是 JSON，但无法读取：${detail}`,
    en: `This looks like JSON but cannot be read: ${detail}`,
  }),
  tooDeep: (levels: number): Text => ({
    zh: `JSON 的嵌套超过 ${levels} 层，无法读取。没有导入任何内容。`,
    en: `The JSON is nested more than ${levels} levels deep and cannot be read. Nothing was imported.`,
  }),
  surplus: (cells: string): Text => ({
    zh: `这一行的格数比表头多：“${cells}”没有对应的列。`,
    en: `This row has more cells than the header: “${cells}” belongs to no column.`,
  }),
  unnamedColumn: (column: string): Text => ({
    zh: `${column} 列没有表头，未导入这一列。`,
    en: `Column ${column} has no header and was left out.`,
  }),
  beside: (column: string): Text => ({
    zh: `从 ${column} 列起，表格右侧的内容不属于表格，没有读取。`,
    en: `What stands beside the table, from column ${column} on, was not read.`,
  }),
  below: (rows: number): Text => ({
    zh: `从这一行起，表格下方的 ${rows} 行是说明，没有读取。`,
    en: `What stands below the table from here on (lines: ${rows}) are notes and was not read.`,
  }),
  notAnArchive: {
    zh: '这个 ZIP 文件里既没有 XLSX 工作簿，也没有 Darwin Core 档案的 meta.xml、ro-crate-metadata.json 或 datapackage.json，或已损坏。',
    en: 'This ZIP file holds neither an XLSX workbook nor the meta.xml of a Darwin Core Archive, a ro-crate-metadata.json or a datapackage.json, or is damaged.',
  },
  noCoreFile: (name: string): Text => ({
    zh: `档案里没有 meta.xml 所说的文件“${name}”。`,
    en: `The archive lacks the file “${name}” that its meta.xml names.`,
  }),
  otherCore: (rowType: string): Text => ({
    zh: `这个 Darwin Core 档案的核心是 ${rowType}，不是保存的材料（Occurrence、MaterialSample 或 GermplasmAccession）。没有导入任何内容。`,
    en: `The core of this Darwin Core Archive is ${rowType}, not material that somebody keeps (Occurrence, MaterialSample or GermplasmAccession). Nothing was imported.`,
  }),
  sightings: (rows: number, basis: string): Text => ({
    zh: `这个 Darwin Core 档案的 ${rows} 行记录的都是观测（basisOfRecord 为“${basis}”），不是保存的材料。没有导入任何内容。`,
    en: `This Darwin Core Archive records sightings (${rows} rows, basisOfRecord “${basis}”), not material that somebody keeps. Nothing was imported.`,
  }),
  sighting: (basis: string): Text => ({
    zh: `这一行是观测（basisOfRecord 为“${basis}”），不是保存的材料。`,
    en: `This row is a sighting (basisOfRecord “${basis}”), not material that somebody keeps.`,
  }),
  noSheets: { zh: '工作簿里没有可读的工作表。', en: 'The workbook has no sheet that can be read.' },
  notAWorkbook: {
    zh: '这个文件不是可以读取的 XLSX 工作簿。旧式 .xls 文件请另存为 .xlsx。',
    en: 'This is no XLSX workbook that can be read. Save an old .xls file as .xlsx.',
  },
  tooLarge: (megabytes: number): Text => ({
    zh: `工作簿展开后超过 ${megabytes} MB，请拆分，或另存为 CSV。`,
    en: `Unpacked, the workbook is over ${megabytes} MB: split it, or save it as CSV.`,
  }),
  tooLong: (megabytes: number): Text => ({
    zh: `这种格式的文件不能超过 ${megabytes} MB；更大的请存为 UTF-8 编码的 CSV。`,
    en: `A file of this format is ${megabytes} MB at most; save a larger one as CSV in UTF-8.`,
  }),
  tooManyCells: (most: number): Text => ({
    zh: `工作表的范围超过 ${most} 个单元格，可能在很远处有一个多余的单元格。请删除空白的行列，或另存为 CSV。`,
    en: `A sheet spans more than ${most} cells; there may be a stray one far out. Delete empty rows and columns, or save it as CSV.`,
  }),
  unknownReference: (value: string, sheet: string): Text => ({
    zh: `工作表“${sheet}”中没有“${value}”。`,
    en: `“${value}” is not on the sheet “${sheet}”.`,
  }),
  asText: (encoding: string, delimiter: string, row: number): Text => ({
    zh: `${encodingNames[encoding]} 编码，以${delimiterNames[delimiter]?.zh}分隔，表头在第 ${row} 行`,
    en: `${encodingNames[encoding]}, separated by ${delimiterNames[delimiter]?.en}, header in row ${row}`,
  }),
  asJson: (path: string): Text => ({
    zh: path ? `JSON，取其中 ${path} 的各项` : 'JSON',
    en: path ? `JSON, the entries of ${path}` : 'JSON',
  }),
  asArchive: (file: string, extensions: number): Text => ({
    zh: `Darwin Core 档案，核心文件 ${file}，扩展 ${extensions} 个`,
    en: `Darwin Core Archive, core file ${file}, extensions: ${extensions}`,
  }),
  asSheet: (sheet: string, others: number, row: number): Text => ({
    zh: `工作表“${sheet}”${others > 0 ? `（另有 ${others} 个工作表未读取）` : ''}，表头在第 ${row} 行`,
    en: `Sheet “${sheet}”${others > 0 ? ` (${others} others were not read)` : ''}, header in row ${row}`,
  }),
} satisfies Words
