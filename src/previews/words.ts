import type { ColumnType, PreviewReason } from '../core/preview.ts'
import type { Text, Words } from '../core/text.ts'

export const previewWords = {
  preview: { zh: '预览', en: 'Preview' },
  noPicture: { zh: '此文件没有预览图。', en: 'This file has no preview picture.' },
  elsewhere: {
    zh: '本节点不制作文件预览，由 Node 进程制作。',
    en: 'File previews are created by the Node process, not on this node.',
  },
  waiting: {
    zh: '正在生成预览，通常只需几秒。您可以先下载文件。',
    en: 'The preview is being created; this usually takes a few seconds. You can download the file in the meantime.',
  },
  look: { zh: '查看预览', en: 'View preview' },
  none: { zh: '没有预览', en: 'No preview' },
  size: { zh: '大小', en: 'Size' },
  type: { zh: '类型', en: 'Type' },
  added: { zh: '添加时间', en: 'Added' },
  verified: { zh: '校验时间', en: 'Verified' },
  damaged: {
    zh: '存储内容已损坏，暂时无法下载。',
    en: 'The stored content is damaged and cannot be downloaded.',
  },
  download: { zh: '下载', en: 'Download' },
  json: { zh: '预览数据（JSON）', en: 'Preview data (JSON)' },
  length: { zh: '篇幅', en: 'Length' },
  protection: { zh: '保护', en: 'Protection' },
  pages: (count: number): Text => ({
    zh: `共 ${count} 页`,
    en: count === 1 ? '1 page' : `${count} pages`,
  }),
  firstPages: (count: number): Text => ({
    zh: count === 1 ? '第 1 页' : `前 ${count} 页`,
    en: count === 1 ? 'First page' : `First ${count} pages`,
  }),
  textOfPages: { zh: '这些页的文字', en: 'Text of these pages' },
  encrypted: { zh: '已加密，需要密码', en: 'Encrypted; a password is required' },
  columns: { zh: '各列概况', en: 'Column summary' },
  row: { zh: '行', en: 'Row' },
  column: { zh: '列', en: 'Column' },
  missing: { zh: '缺失', en: 'Missing' },
  range: { zh: '范围', en: 'Range' },
  distinct: { zh: '不同值', en: 'Distinct' },
  manyDistinct: { zh: '2,000 个以上', en: 'over 2,000' },
  top: { zh: '最常见的值', en: 'Most frequent' },
  firstRows: { zh: '前几行', en: 'First rows' },
  sheet: (name: string): Text => ({ zh: `工作表“${name}”`, en: `Sheet “${name}”` }),
  rowsOf: (rows: string): Text => ({ zh: `共 ${rows} 行`, en: `${rows} rows` }),
  readRows: (rows: string, bytes: string): Text => ({
    zh: `概况依据文件开头 ${bytes} 中的 ${rows} 行`,
    en: `Summary based on ${rows} rows in the first ${bytes}`,
  }),
  readFirst: (rows: string): Text => ({
    zh: `概况依据前 ${rows} 行`,
    en: `Summary based on the first ${rows} rows`,
  }),
  leftOut: (count: number): Text => ({
    zh: `另有 ${count} 项未列出`,
    en: `${count} more not listed`,
  }),
  beginning: (bytes: string): Text => ({
    zh: `以下是文件开头的 ${bytes}`,
    en: `First ${bytes} of the file`,
  }),
  encoding: { zh: '编码', en: 'Encoding' },
  delimiter: { zh: '分隔符', en: 'Delimiter' },
  noHeader: { zh: '没有表头，列以序号表示', en: 'No header; columns are shown by number' },
  dimensions: { zh: '维度', en: 'Dimensions' },
  unlimited: { zh: '可扩展', en: 'unlimited' },
  variables: { zh: '变量', en: 'Variables' },
  units: { zh: '单位', en: 'Units' },
  shape: { zh: '形状', en: 'Shape' },
  attributes: { zh: '属性', en: 'Attributes' },
  attribute: { zh: '名称', en: 'Name' },
  value: { zh: '值', en: 'Value' },
  meaning: { zh: '含义', en: 'Meaning' },
  pictureOf: (name: string): Text => ({ zh: `${name} 的预览图`, en: `Preview of ${name}` }),
  bands: { zh: '波段', en: 'Bands' },
  pixels: { zh: '像素', en: 'Pixels' },
  sample: { zh: '样本类型', en: 'Sample type' },
  crs: { zh: '坐标参考系', en: 'Coordinate reference system' },
  bounds: { zh: '范围（自身坐标）', en: 'Bounds (native units)' },
  extent: { zh: '经纬度范围', en: 'Extent (longitude/latitude)' },
  noData: { zh: '无数据值', en: 'No-data value' },
  entries: { zh: '内含文件', en: 'Contents' },
  entry: { zh: '名称', en: 'Name' },
  countedEntries: (count: string): Text => ({ zh: `共 ${count} 项`, en: `${count} entries` }),
  firstEntries: (count: string): Text => ({
    zh: `以下是前 ${count} 项`,
    en: `First ${count} entries`,
  }),
  holds: (count: number): Text => ({
    zh: `${count} 项`,
    en: count === 1 ? '1 entry' : `${count} entries`,
  }),
  coverage: { zh: '覆盖范围', en: 'Coverage' },
  scenesOf: (count: number): Text => ({
    zh: `${count} 个文件有位置信息，见图中细框`,
    en: `${count === 1 ? '1 file has' : `${count} files have`} a location, shown as thin boxes`,
  }),
  timeLine: { zh: '时间线', en: 'Timeline' },
  whatOfTime: { zh: '内容', en: 'Content' },
  acquired: { zh: '数据采集', en: 'Data acquired' },
} satisfies Words

/** Why a file has no preview, and what to do. */
export const reasonWords: Readonly<Record<PreviewReason, Text>> = {
  unknown_format: {
    zh: '此格式不支持预览，请下载后用相应软件打开。',
    en: 'This format has no preview. Download the file and open it with suitable software.',
  },
  empty: { zh: '文件为空（0 字节）。', en: 'The file is empty (0 bytes).' },
  damaged: {
    zh: '文件内容与格式不符或不完整，无法读取。仍可下载原文件。',
    en: 'The file does not match its format or is incomplete, so it cannot be read. The original can still be downloaded.',
  },
  encoding: {
    zh: '无法识别文字编码（已尝试 UTF-8、UTF-16 和 GB18030）。仍可下载原文件。',
    en: 'The text encoding was not recognised (UTF-8, UTF-16 and GB18030 were tried). The original can still be downloaded.',
  },
  encrypted: { zh: '文件已加密，无法预览。', en: 'The file is encrypted and cannot be previewed.' },
  too_large: {
    zh: '文件过大，或解压后过大，无法预览。请下载后查看。',
    en: 'The file is too large to preview, or would be after unpacking. Download it to view it.',
  },
  too_slow: {
    zh: '读取用时过长，已停止。请下载后查看。',
    en: 'Reading the file took too long and was stopped. Download it to view it.',
  },
  stopped: {
    zh: '读取所需内存过大或意外中断，已停止。请下载后查看。',
    en: 'Reading the file needed too much memory or was interrupted. Download it to view it.',
  },
}

export const columnTypeWords: Readonly<Record<ColumnType, Text>> = {
  empty: { zh: '空', en: 'empty' },
  identifier: { zh: '编号（按文本）', en: 'identifier (as text)' },
  integer: { zh: '整数', en: 'integer' },
  number: { zh: '数值', en: 'number' },
  date: { zh: '日期', en: 'date' },
  boolean: { zh: '是否', en: 'boolean' },
  text: { zh: '文本', en: 'text' },
}

export const delimiterWords: Readonly<Record<string, Text>> = {
  ',': { zh: '逗号', en: 'comma' },
  '\t': { zh: '制表符', en: 'tab' },
  ';': { zh: '分号', en: 'semicolon' },
  '|': { zh: '竖线', en: 'vertical bar' },
}
