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
    zh: `这个文件是数据集的元数据（${how.zh}）。请把资源类别选为“数据集”后重新导入；没有导入任何内容。`,
    en: `This file describes datasets (${how.en}). Choose “dataset” as the kind and import it again; nothing was imported.`,
  }),
  unread: (text: string): Text => ({
    zh: `没有对应的字段，未导入：${text}`,
    en: `No field here is for this, and it was left out: ${text}`,
  }),
  moreUnread: (count: number): Text => ({
    zh: `还有 ${count} 项没有对应的字段，未导入。`,
    en: `${count} more parts have no field here and were left out.`,
  }),
  filesApart: (count: number): Text => ({
    zh: `文件本身不随元数据导入（描述中有 ${count} 个）；请在数据集的版本里上传。`,
    en: `Files are not imported with the metadata (${count} are described): upload them into a version of the dataset.`,
  }),
  nothing: {
    zh: '没有认出数据集的元数据：支持 DataCite、OAI-PMH（oai_dc、oai_datacite）的 XML，以及 DataCite、NCDC、RO-Crate、datapackage.json、schema.org 的 JSON。没有导入任何内容。',
    en: 'No metadata of a dataset was recognised: XML may be DataCite or OAI-PMH (oai_dc, oai_datacite), JSON may be DataCite, NCDC, RO-Crate, datapackage.json or schema.org. Nothing was imported.',
  },
  deleted: {
    zh: '这条 OAI-PMH 记录已被来源删除，没有元数据可导入。',
    en: 'The source has deleted this OAI-PMH record: there is no metadata to import.',
  },
  answered: (code: string, detail: string): Text => ({
    zh: `这个文件是 OAI-PMH 的错误应答（${code}）：${detail}`,
    en: `This file is an error that OAI-PMH answered (${code}): ${detail}`,
  }),
  notXml: (detail: string): Text => ({
    zh: `这个文件像是 XML，但无法读取：${detail}`,
    en: `This looks like XML but cannot be read: ${detail}`,
  }),
  doctype: {
    zh: 'XML 中有文档类型声明（DOCTYPE）。为安全起见，带有它的文件一律不读取；请删去后重试。没有导入任何内容。',
    en: 'The XML declares a document type (DOCTYPE). For safety no such file is read: remove the declaration and try again. Nothing was imported.',
  },
  tooDeep: (levels: number): Text => ({
    zh: `文件的嵌套超过 ${levels} 层，不是可以读取的元数据。没有导入任何内容。`,
    en: `The file is nested more than ${levels} levels deep: no metadata that can be read. Nothing was imported.`,
  }),
  tooMany: (most: number): Text => ({
    zh: `文件里的元素超过 ${most} 个。请拆分后分别导入。`,
    en: `The file has more than ${most} elements. Split it, and import the parts.`,
  }),
  noCrate: {
    zh: 'ZIP 里的 ro-crate-metadata.json 没有描述根数据集。没有导入任何内容。',
    en: 'The ro-crate-metadata.json describes no root dataset. Nothing was imported.',
  },
} satisfies Words
