import type { ColumnType, PreviewReason } from '../core/preview.ts'
import type { Text, Words } from '../core/text.ts'

export const previewWords = {
  preview: { zh: '预览', en: 'Preview' },
  noPicture: { zh: '这个文件没有预览图。', en: 'There is no picture of this file.' },
  elsewhere: {
    zh: '文件预览由 Node 进程制作，本节点不处理。',
    en: 'Previews of files are made by the Node process, not by this one.',
  },
  waiting: {
    zh: '正在制作预览，通常只需几秒。文件本身可先下载。',
    en: 'The preview is being made, which takes seconds. The file itself can be downloaded meanwhile.',
  },
  look: { zh: '查看预览', en: 'Show the preview' },
  none: { zh: '没有预览', en: 'No preview' },
  size: { zh: '大小', en: 'Size' },
  type: { zh: '类型', en: 'Type' },
  added: { zh: '添加于', en: 'Added' },
  verified: { zh: '校验于', en: 'Checked' },
  damaged: {
    zh: '存储的内容已损坏，暂不提供下载。',
    en: 'The stored bytes are damaged, and are not given out.',
  },
  download: { zh: '下载', en: 'Download' },
  json: { zh: '预览数据（JSON）', en: 'The preview as JSON' },
  length: { zh: '篇幅', en: 'Length' },
  protection: { zh: '保护', en: 'Protection' },
  pages: (count: number): Text => ({
    zh: `共 ${count} 页`,
    en: count === 1 ? 'One page' : `${count} pages`,
  }),
  firstPages: (count: number): Text => ({
    zh: count === 1 ? '第 1 页' : `前 ${count} 页`,
    en: count === 1 ? 'The first page' : `The first ${count} pages`,
  }),
  textOfPages: { zh: '这些页的文字', en: 'The text of these pages' },
  encrypted: { zh: '已加密，需要密码', en: 'Encrypted: it asks for a password' },
  columns: { zh: '各列概况', en: 'Columns' },
  row: { zh: '行', en: 'Row' },
  column: { zh: '列', en: 'Column' },
  missing: { zh: '缺失', en: 'Missing' },
  range: { zh: '范围', en: 'Range' },
  distinct: { zh: '不同值', en: 'Distinct' },
  manyDistinct: { zh: '2,000 个以上', en: 'over 2,000' },
  top: { zh: '最多的值', en: 'Most frequent' },
  firstRows: { zh: '前几行', en: 'First rows' },
  sheet: (name: string): Text => ({ zh: `工作表“${name}”`, en: `Sheet “${name}”` }),
  rowsOf: (rows: string): Text => ({ zh: `共 ${rows} 行`, en: `${rows} rows` }),
  readRows: (rows: string, bytes: string): Text => ({
    zh: `概况依据文件开头 ${bytes} 中的 ${rows} 行`,
    en: `Summed up from ${rows} rows in the first ${bytes}`,
  }),
  readFirst: (rows: string): Text => ({
    zh: `概况依据前 ${rows} 行`,
    en: `Summed up from the first ${rows} rows`,
  }),
  leftOut: (count: number): Text => ({
    zh: `另有 ${count} 项未列出`,
    en: `${count} more are not listed`,
  }),
  beginning: (bytes: string): Text => ({
    zh: `以下是文件开头的 ${bytes}`,
    en: `These are the first ${bytes} of it`,
  }),
  encoding: { zh: '编码', en: 'Encoding' },
  delimiter: { zh: '分隔符', en: 'Delimiter' },
  noHeader: { zh: '没有表头，列以序号称呼', en: 'No header: columns are called by their numbers' },
  dimensions: { zh: '维度', en: 'Dimensions' },
  unlimited: { zh: '可增长', en: 'unlimited' },
  variables: { zh: '变量', en: 'Variables' },
  units: { zh: '单位', en: 'Units' },
  shape: { zh: '形状', en: 'Shape' },
  attributes: { zh: '属性', en: 'Attributes' },
  attribute: { zh: '名称', en: 'Name' },
  value: { zh: '值', en: 'Value' },
  meaning: { zh: '含义', en: 'Meaning' },
  pictureOf: (name: string): Text => ({ zh: `${name} 的速览图`, en: `A quick look at ${name}` }),
  bands: { zh: '波段', en: 'Bands' },
  pixels: { zh: '像素', en: 'Pixels' },
  sample: { zh: '样本类型', en: 'Sample type' },
  crs: { zh: '坐标参考系', en: 'Reference system' },
  bounds: { zh: '范围（自身坐标）', en: 'Bounds (its own units)' },
  extent: { zh: '经纬度范围', en: 'Extent in degrees' },
  noData: { zh: '无数据值', en: 'No-data value' },
  entries: { zh: '内含文件', en: 'What is in it' },
  entry: { zh: '名称', en: 'Name' },
  countedEntries: (count: string): Text => ({ zh: `共 ${count} 项`, en: `${count} entries` }),
  firstEntries: (count: string): Text => ({
    zh: `以下是前 ${count} 项`,
    en: `These are the first ${count}`,
  }),
  holds: (count: number): Text => ({
    zh: `${count} 项`,
    en: count === 1 ? '1 entry' : `${count} entries`,
  }),
  coverage: { zh: '覆盖范围', en: 'Coverage' },
  scenesOf: (count: number): Text => ({
    zh: `${count} 个文件标有位置，见图中细框`,
    en: `${count === 1 ? 'One file names' : `${count} files name`} a location: the thin boxes`,
  }),
  timeLine: { zh: '时间线', en: 'Time line' },
  whatOfTime: { zh: '内容', en: 'What' },
  acquired: { zh: '数据采集', en: 'Data acquired' },
} satisfies Words

/** Why a file has no preview, and what to do. */
export const reasonWords: Readonly<Record<PreviewReason, Text>> = {
  unknown_format: {
    zh: '这种格式没有预览，请下载后用相应软件打开。',
    en: 'Files of this format have no preview. Download it, and open it with a program of its own.',
  },
  empty: { zh: '文件是空的（0 字节）。', en: 'The file is empty: it has no bytes.' },
  damaged: {
    zh: '文件内容与其格式不符，或不完整，无法读取。文件仍可按原样下载。',
    en: 'What the file holds is not what its format asks for, or is cut short. It can be downloaded as it is.',
  },
  encoding: {
    zh: '文字编码无法识别（已尝试 UTF-8、UTF-16 和 GB18030）。文件仍可按原样下载。',
    en: 'Its text is in no encoding known here (UTF-8, UTF-16 and GB18030 were tried). It can be downloaded as it is.',
  },
  encrypted: { zh: '文件已加密，无法预览。', en: 'The file is encrypted, and is not shown.' },
  too_large: {
    zh: '这个文件太大，或展开后太大，不制作预览。请下载后查看。',
    en: 'It is too large to be shown, or would be once unpacked. Download it to look at it.',
  },
  too_slow: {
    zh: '读取用时过长，已停止。请下载后查看。',
    en: 'Reading it took too long and was stopped. Download it to look at it.',
  },
  stopped: {
    zh: '读取需要过多内存，或被其内容中断，已停止。请下载后查看。',
    en: 'Reading it took too much memory, or was ended by what it holds. Download it to look at it.',
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
  '|': { zh: '竖线', en: 'bar' },
}
