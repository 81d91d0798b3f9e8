import type { Text, Words } from '../../core/text.ts'
import type { ExportFormat } from './model.ts'

export const formatNames: Record<ExportFormat, Text> = {
  csv: { zh: 'CSV 表格', en: 'CSV table' },
  xlsx: { zh: 'Excel 表格', en: 'Excel table' },
  jsonl: { zh: 'JSON Lines', en: 'JSON Lines' },
  mcpd: { zh: 'MCPD v2.1（CSV）', en: 'MCPD v2.1 (CSV)' },
  'mcpd-xlsx': { zh: 'MCPD v2.1（Excel）', en: 'MCPD v2.1 (Excel)' },
  chinese: { zh: '中文共性描述（Excel）', en: 'Chinese descriptors (Excel)' },
  genesys: { zh: 'Genesys（CSV）', en: 'Genesys (CSV)' },
  dwca: { zh: 'Darwin Core 存档', en: 'Darwin Core Archive' },
}

export const exportWords = {
  title: { zh: '目录导出', en: 'Catalogue export' },
  id: { zh: '标识', en: 'Id' },
  address: { zh: '网址', en: 'Address' },
  kind: { zh: '资源类别', en: 'Kind' },
  titleZh: { zh: '名称（中文）', en: 'Title (Chinese)' },
  titleEn: { zh: '名称（英文）', en: 'Title (English)' },
  summary: { zh: '简介', en: 'Summary' },
  institution: { zh: '单位', en: 'Institution' },
  library: { zh: '资源库', en: 'Library' },
  access: { zh: '获取方式', en: 'Access' },
  keywords: { zh: '关键词', en: 'Keywords' },
  state: { zh: '状态', en: 'Status' },
  updated: { zh: '更新时间', en: 'Updated' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  badQuery: (text: string): Text => ({
    zh: `无法识别的检索条件：${text}。请按网址的写法填写，例如 kind=accession&taxon=Medicago。`,
    en: `Invalid search criteria: ${text}. Write them as in the page address, for example kind=accession&taxon=Medicago.`,
  }),
  germplasmOnly: {
    zh: '这种格式只能导出种质：请移除资源类别条件，或选择 accession。',
    en: 'This format supports germplasm only. Remove the kind, or use accession.',
  },
  records: { zh: '条', en: 'records' },
  written: (count: number, path: string): Text => ({
    zh: `已导出 ${count} 条到 ${path}`,
    en: `${count} records written to ${path}`,
  }),
} satisfies Words
