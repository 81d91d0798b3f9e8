import type { Text, Words } from '../../core/text.ts'
import type { MetadataFormat } from './model.ts'

const formatNames: Record<MetadataFormat, Text> = {
  ncdc: { zh: '国家冰川冻土沙漠科学数据中心（NCDC）JSON', en: 'NCDC JSON' },
  datacite: { zh: 'DataCite 元数据', en: 'DataCite metadata' },
  datapackage: { zh: '数据包（Data Package）', en: 'Data Package' },
  'ro-crate': { zh: 'RO-Crate', en: 'RO-Crate' },
  oai: { zh: 'OAI-PMH 记录', en: 'OAI-PMH record' },
  'schema.org': { zh: 'schema.org 数据集', en: 'schema.org dataset' },
}

export const metadataWords = {
  readAs: (format: MetadataFormat, count: number): Text => ({
    zh: `${formatNames[format].zh}，数据集 ${count} 个`,
    en: `${formatNames[format].en}, datasets: ${count}`,
  }),
  onlyDatasets: (how: Text): Text => ({
    zh: `此文件为数据集的元数据（${how.zh}）。请将资源类别选为“数据集”后重新导入；未导入任何内容。`,
    en: `This file describes datasets (${how.en}). Choose “Dataset” as the kind and import it again. Nothing was imported.`,
  }),
  unread: (text: string): Text => ({
    zh: `没有对应的字段，未导入：${text}`,
    en: `No matching field; not imported: ${text}`,
  }),
  moreUnread: (count: number): Text => ({
    zh: `还有 ${count} 项没有对应的字段，未导入。`,
    en: `${count} more items have no matching field and were not imported.`,
  }),
  filesApart: (count: number): Text => ({
    zh: `文件本身不随元数据导入（描述中有 ${count} 个）；请在数据集的版本中上传。`,
    en: `Files are not imported with the metadata (${count} described). Upload them to a version of the dataset.`,
  }),
  nothing: {
    zh: '未识别到数据集的元数据：支持 DataCite、OAI-PMH（oai_dc、oai_datacite）的 XML，以及 DataCite、NCDC、RO-Crate、datapackage.json、schema.org 的 JSON。未导入任何内容。',
    en: 'No dataset metadata was recognised. Supported: XML in DataCite or OAI-PMH (oai_dc, oai_datacite), JSON in DataCite, NCDC, RO-Crate, datapackage.json or schema.org. Nothing was imported.',
  },
  deleted: {
    zh: '来源已删除这条 OAI-PMH 记录，没有元数据可导入。',
    en: 'This OAI-PMH record was deleted by its source, so there is no metadata to import.',
  },
  answered: (code: string, detail: string): Text => ({
    zh: `此文件为 OAI-PMH 的错误响应（${code}）：${detail}`,
    en: `This file is an OAI-PMH error response (${code}): ${detail}`,
  }),
  notXml: (detail: string): Text => ({
    zh: `文件似乎是 XML，但无法读取：${detail}`,
    en: `This looks like XML but cannot be read: ${detail}`,
  }),
  doctype: {
    zh: 'XML 中有文档类型声明（DOCTYPE）。为安全起见，不读取此类文件；请删除声明后重试。未导入任何内容。',
    en: 'The XML contains a document type declaration (DOCTYPE). Such files are not read for security reasons. Remove the declaration and try again. Nothing was imported.',
  },
  tooDeep: (levels: number): Text => ({
    zh: `文件嵌套超过 ${levels} 层，无法作为元数据读取。未导入任何内容。`,
    en: `The file is nested more than ${levels} levels deep and cannot be read as metadata. Nothing was imported.`,
  }),
  tooMany: (most: number): Text => ({
    zh: `文件中的元素超过 ${most} 个。请拆分后分别导入。`,
    en: `The file has more than ${most} elements. Split it and import the parts.`,
  }),
  noCrate: {
    zh: 'ro-crate-metadata.json 未描述根数据集。未导入任何内容。',
    en: 'The ro-crate-metadata.json does not describe a root dataset. Nothing was imported.',
  },
} satisfies Words
