import { samplePaths } from '../../samples/words/paths.ts'
import type { Text, Words } from '../../core/text.ts'

const part = encodeURIComponent
export const sampleImportPaths = {
  of: samplePaths.importsOf,
  one: (id: string) => `/sample-imports/${part(id)}`,
  file: (recordId: string, name: string) => `/api/v1/collections/${part(recordId)}/${name}`,
  refused: (id: string) => `/api/v1/sample-imports/${part(id)}/refused.csv`,
} as const

export const sampleImportWords = {
  samples: { zh: '样本', en: 'Samples' },
  files: { zh: '整个样本集的文件', en: 'Files of the whole collection' },
  title: { zh: '导入样本', en: 'Import samples' },
  lead: {
    zh: '先检查，再存入。按样本编号对应：没有的新建，已有的按表中填写的内容修改，空单元格不修改。',
    en: 'The file is checked first. Rows match samples by code: new ones are added, known ones are changed where a cell says something else; blank cells change nothing.',
  },
  file: { zh: '样本表', en: 'Table of samples' },
  fileHint: (megabytes: number, rows: number): Text => ({
    zh: `XLSX、CSV、TSV，或 MIABIS JSON；不超过 ${megabytes} MB、${rows} 行。不要包含姓名、证件号、电话、邮箱和出生日期。`,
    en: `XLSX, CSV, TSV or MIABIS JSON up to ${megabytes} MB and ${rows} rows, without names, ID numbers, phones, e-mails or birth dates.`,
  }),
  check: { zh: '上传并检查', en: 'Upload and check' },
  chooseFile: { zh: '请选择样本表。', en: 'Choose a table of samples.' },
  none: { zh: '还没有导入过样本表。', en: 'No table of samples was imported yet.' },
  imports: { zh: '导入过的表', en: 'Imports' },
  when: { zh: '时间', en: 'When' },
  state: { zh: '状态', en: 'State' },
  created: { zh: '新建', en: 'New' },
  changed: { zh: '修改', en: 'Changed' },
  unchanged: { zh: '不变', en: 'Unchanged' },
  refused: { zh: '退回', en: 'Refused' },
  checked: { zh: '已检查，未存入', en: 'Checked, not stored' },
  stored: { zh: '已存入', en: 'Stored' },
  undone: { zh: '已撤销', en: 'Undone' },
  columns: { zh: '各列的含义', en: 'Columns' },
  columnsAbout: {
    zh: '认不出的列不会导入，可在此指定。',
    en: 'Columns that are not recognised are left out; say here what they are.',
  },
  leaveOut: { zh: '不导入', en: 'Leave out' },
  checkAgain: { zh: '重新检查', en: 'Check again' },
  store: (count: number): Text => ({
    zh: `存入 ${count} 行`,
    en: `Store ${count} ${count === 1 ? 'row' : 'rows'}`,
  }),
  done: { zh: '已存入', en: 'The samples were stored' },
  undo: { zh: '撤销导入', en: 'Undo the import' },
  undoAbout: {
    zh: '新建的样本将删除，修改的恢复原值；之后又有修改或事件的不能撤销。',
    en: 'New samples are removed and changed ones get their values back, unless something happened to them since.',
  },
  wasUndone: { zh: '导入已撤销', en: 'The import was undone' },
  problems: { zh: '退回的行', en: 'Refused rows' },
  row: { zh: '行', en: 'Row' },
  column: { zh: '列', en: 'Column' },
  reason: { zh: '原因', en: 'Reason' },
  download: { zh: '下载退回的行', en: 'Download the refused rows' },
  counts: (of: { created: number; changed: number; unchanged: number; refused: number }): Text => ({
    zh: `新建 ${of.created} · 修改 ${of.changed} · 不变 ${of.unchanged} · 退回 ${of.refused}`,
    en: `${of.created} new · ${of.changed} changed · ${of.unchanged} unchanged · ${of.refused} refused`,
  }),
  identifying: (columns: string): Text => ({
    zh: `表中有能识别个人的内容，什么也没有保存：${columns}。请删除这些列或内容后重新上传。`,
    en: `The table holds what identifies people, and nothing of it was kept: ${columns}. Remove it and upload the table again.`,
  }),
  noCode: { zh: '没有样本编号列。', en: 'No column is the sample code.' },
  tooManyRows: (most: number): Text => ({
    zh: `表超过 ${most} 行，请分成几个文件。`,
    en: `The table has over ${most} rows: send it in parts.`,
  }),
  noRows: { zh: '表中没有任何行。', en: 'The table has no rows.' },
  unreadable: { zh: '不能读取这个 JSON。', en: 'This JSON cannot be read.' },
  noImport: { zh: '没有这次导入。', en: 'There is no such import.' },
  notChecked: { zh: '这次导入已经处理过。', en: 'This import was dealt with already.' },
  notStored: { zh: '只能撤销已存入的导入。', en: 'Only what was stored can be undone.' },
  changedSince: (codes: string): Text => ({
    zh: `这些样本之后又有修改，没有撤销任何内容：${codes}`,
    en: `These samples were changed since, and nothing was undone: ${codes}`,
  }),
  isUsed: {
    zh: '导入的样本已有事件、子样本或申请，不能撤销。',
    en: 'Something depends on the imported samples: events, derived samples or requests. Nothing was undone.',
  },
  tooLong: (most: number): Text => ({
    zh: `超过 ${most} 个字符`,
    en: `Longer than ${most} characters`,
  }),
  unknownTerm: (text: string): Text => ({
    zh: `没有“${text}”这一项`,
    en: `There is no “${text}” in its list`,
  }),
  notAnEvent: (text: string): Text => ({
    zh: `“${text}”不是事件：写事件及时间，或事件、年龄及单位`,
    en: `“${text}” is not an event. Enter the type of event and its date, or the age and its unit`,
  }),
  notADate: (text: string): Text => ({ zh: `“${text}”不是日期`, en: `“${text}” is not a date` }),
  notANumber: (text: string, most: number): Text => ({
    zh: `“${text}”不是 0 到 ${most} 的数`,
    en: `“${text}” is not a number from 0 to ${most}`,
  }),
  missing: { zh: '不能为空', en: 'This is needed' },
  duplicate: (row: number): Text => ({
    zh: `与第 ${row} 行的编号相同`,
    en: `The same code as in row ${row}`,
  }),
  otherCollection: {
    zh: '本单位另一样本集已有这个编号',
    en: 'Another collection of the institution has this code',
  },
  donorNeeded: {
    zh: '人类样本须有供体编号',
    en: 'A sample of a person needs a donor code',
  },
  noDonor: { zh: '非人类样本没有供体', en: 'Only samples of people have a donor' },
  noSource: { zh: '人类样本没有其他来源', en: 'Samples of people have a donor, no source' },
  withdrawn: { zh: '供体已退出', en: 'The donor has withdrawn' },
  noParent: (code: string): Text => ({
    zh: `没有母样本 ${code}；它须已存在，或在表中更靠前`,
    en: `There is no parent ${code}: it has to exist, or stand above in the table`,
  }),
  familyStays: { zh: '样本类别不能改变', en: 'The family of a sample does not change' },
  boxNeeded: { zh: '有孔位时须填写盒', en: 'A well needs its box' },
  wellTaken: { zh: '孔位已被占用', en: 'The well is taken' },
} satisfies Words
