import { encodingNames } from '../../core/encoding.ts'
import type { Text, Words } from '../../core/text.ts'

const delimiterNames: Record<string, Text> = {
  ',': { zh: '逗号', en: 'commas' },
  '\t': { zh: '制表符', en: 'tabs' },
  ';': { zh: '分号', en: 'semicolons' },
  '|': { zh: '竖线', en: 'vertical bars' },
}

export const readingWords = {
  empty: { zh: '文件为空，或没有表头行。', en: 'The file is empty or has no header row.' },
  notJson: (detail: string): Text => ({
    zh: `文件似乎是 JSON，但无法读取：${detail}`,
    en: `This looks like JSON but cannot be read: ${detail}`,
  }),
  tooDeep: (levels: number): Text => ({
    zh: `JSON 嵌套超过 ${levels} 层，无法读取。未导入任何内容。`,
    en: `The JSON is nested more than ${levels} levels deep and cannot be read. Nothing was imported.`,
  }),
  surplus: (cells: string): Text => ({
    zh: `该行的单元格比表头多：“${cells}”没有对应的列。`,
    en: `This row has more cells than the header. No column for “${cells}”.`,
  }),
  unnamedColumn: (column: string): Text => ({
    zh: `${column} 列没有表头，未导入该列。`,
    en: `Column ${column} has no header and was left out.`,
  }),
  beside: (column: string): Text => ({
    zh: `从 ${column} 列起，表格右侧的内容不属于表格，未读取。`,
    en: `Content beside the table, from column ${column} onwards, was not read.`,
  }),
  below: (rows: number): Text => ({
    zh: `从该行起，表格下方的 ${rows} 行为说明，未读取。`,
    en: `${rows} lines of notes below the table, from this row onwards, were not read.`,
  }),
  notAnArchive: {
    zh: '此 ZIP 文件中没有 XLSX 工作簿、Darwin Core 存档的 meta.xml、ro-crate-metadata.json 或 datapackage.json，或文件已损坏。',
    en: 'This ZIP file contains no XLSX workbook, Darwin Core Archive meta.xml, ro-crate-metadata.json or datapackage.json, or is damaged.',
  },
  noCoreFile: (name: string): Text => ({
    zh: `存档中缺少 meta.xml 指定的文件“${name}”。`,
    en: `The archive lacks the file “${name}” named in its meta.xml.`,
  }),
  otherCore: (rowType: string): Text => ({
    zh: `此 Darwin Core 存档的核心是 ${rowType}，不是保存的材料（Occurrence、MaterialSample 或 GermplasmAccession）。未导入任何内容。`,
    en: `The core of this Darwin Core Archive is ${rowType}, not preserved material (Occurrence, MaterialSample or GermplasmAccession). Nothing was imported.`,
  }),
  sightings: (rows: number, basis: string): Text => ({
    zh: `此 Darwin Core 存档的 ${rows} 行均为观测记录（basisOfRecord 为“${basis}”），不是保存的材料。未导入任何内容。`,
    en: `All ${rows} rows of this Darwin Core Archive are observations (basisOfRecord “${basis}”), not preserved material. Nothing was imported.`,
  }),
  sighting: (basis: string): Text => ({
    zh: `该行为观测记录（basisOfRecord 为“${basis}”），不是保存的材料。`,
    en: `This row is an observation (basisOfRecord “${basis}”), not preserved material.`,
  }),
  noSheets: { zh: '工作簿中没有可读取的工作表。', en: 'The workbook has no readable sheets.' },
  notAWorkbook: {
    zh: '此文件不是可读取的 XLSX 工作簿。旧的 .xls 文件请另存为 .xlsx。',
    en: 'This is not a readable XLSX workbook. Save old .xls files as .xlsx.',
  },
  tooLarge: (megabytes: number): Text => ({
    zh: `工作簿解压后超过 ${megabytes} MB，请拆分或另存为 CSV。`,
    en: `The unpacked workbook is larger than ${megabytes} MB. Split it or save it as CSV.`,
  }),
  tooLong: (megabytes: number): Text => ({
    zh: `此格式的文件不能超过 ${megabytes} MB；更大的文件请另存为 UTF-8 编码的 CSV。`,
    en: `Files of this format can be up to ${megabytes} MB. Save larger files as UTF-8 CSV.`,
  }),
  tooManyCells: (most: number): Text => ({
    zh: `工作表范围超过 ${most} 个单元格，远处可能有多余的单元格。请删除空白行列，或另存为 CSV。`,
    en: `A sheet spans more than ${most} cells; there may be a stray cell far out. Delete empty rows and columns, or save it as CSV.`,
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
    zh: path ? `JSON，读取其中 ${path} 的各项` : 'JSON',
    en: path ? `JSON, entries of ${path}` : 'JSON',
  }),
  asArchive: (file: string, extensions: number): Text => ({
    zh: `Darwin Core 存档，核心文件 ${file}，扩展 ${extensions} 个`,
    en: `Darwin Core Archive, core file ${file}, extensions: ${extensions}`,
  }),
  asSheet: (sheet: string, others: number, row: number): Text => ({
    zh: `工作表“${sheet}”${others > 0 ? `（另有 ${others} 个工作表未读取）` : ''}，表头在第 ${row} 行`,
    en: `Sheet “${sheet}”${others > 0 ? ` (${others} other sheets not read)` : ''}, header in row ${row}`,
  }),
} satisfies Words
