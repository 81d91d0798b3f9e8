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
  files: { zh: '整个样本集的文件', en: 'Files for the whole collection' },
  title: { zh: '导入样本', en: 'Import samples' },
  lead: {
    zh: '先检查，再存入。按样本编号匹配：没有的新建，已有的按填写的内容修改，空单元格不修改。',
    en: 'The file is checked first. Rows are matched by sample code: new samples are added, existing ones are changed where cells differ; empty cells change nothing.',
  },
  file: { zh: '样本表', en: 'Sample table' },
  fileHint: (megabytes: number, rows: number): Text => ({
    zh: `XLSX、CSV、TSV 或 MIABIS JSON，最大 ${megabytes} MB、${rows} 行。不得包含姓名、证件号、电话、邮箱和出生日期。`,
    en: `XLSX, CSV, TSV or MIABIS JSON, up to ${megabytes} MB and ${rows} rows. Must not contain names, ID numbers, telephone numbers, email addresses or dates of birth.`,
  }),
  check: { zh: '上传并检查', en: 'Upload and check' },
  chooseFile: { zh: '请选择样本表。', en: 'Choose a sample table.' },
  none: { zh: '还没有导入样本表。', en: 'No sample tables imported yet.' },
  imports: { zh: '导入记录', en: 'Imports' },
  when: { zh: '时间', en: 'Time' },
  state: { zh: '状态', en: 'Status' },
  created: { zh: '新建', en: 'New' },
  changed: { zh: '修改', en: 'Changed' },
  unchanged: { zh: '不变', en: 'Unchanged' },
  refused: { zh: '退回', en: 'Rejected' },
  checked: { zh: '已检查，未存入', en: 'Checked, not stored' },
  stored: { zh: '已存入', en: 'Stored' },
  undone: { zh: '已撤销', en: 'Undone' },
  columns: { zh: '列与字段', en: 'Columns and fields' },
  columnsAbout: {
    zh: '无法识别的列不会导入，可在此指定对应的字段。',
    en: 'Columns that are not recognised are left out. Choose their fields here.',
  },
  leaveOut: { zh: '不导入', en: 'Leave out' },
  checkAgain: { zh: '重新检查', en: 'Check again' },
  store: (count: number): Text => ({
    zh: `存入 ${count} 行`,
    en: `Store ${count} ${count === 1 ? 'row' : 'rows'}`,
  }),
  done: { zh: '已存入', en: 'Samples stored' },
  undo: { zh: '撤销导入', en: 'Undo import' },
  undoAbout: {
    zh: '新建的样本将删除，修改的恢复原值；之后又有修改或事件的不能撤销。',
    en: 'New samples are deleted and changed ones restored. Not possible for samples that were changed or have events since.',
  },
  wasUndone: { zh: '导入已撤销', en: 'Import undone' },
  problems: { zh: '退回的行', en: 'Rejected rows' },
  row: { zh: '行', en: 'Row' },
  column: { zh: '列', en: 'Column' },
  reason: { zh: '原因', en: 'Reason' },
  download: { zh: '下载退回的行', en: 'Download rejected rows' },
  counts: (of: { created: number; changed: number; unchanged: number; refused: number }): Text => ({
    zh: `新建 ${of.created} · 修改 ${of.changed} · 不变 ${of.unchanged} · 退回 ${of.refused}`,
    en: `${of.created} new · ${of.changed} changed · ${of.unchanged} unchanged · ${of.refused} rejected`,
  }),
  identifying: (columns: string): Text => ({
    zh: `表中有能识别个人的信息，未保存任何内容：${columns}。请删除后重新上传。`,
    en: `The table contains information that identifies people, so nothing was saved: ${columns}. Remove it and upload the table again.`,
  }),
  noCode: { zh: '没有样本编号列。', en: 'There is no sample code column.' },
  tooManyRows: (most: number): Text => ({
    zh: `表超过 ${most} 行，请拆分成多个文件。`,
    en: `The table has more than ${most} rows. Split it into several files.`,
  }),
  noRows: { zh: '表中没有数据行。', en: 'The table has no rows.' },
  unreadable: { zh: '无法读取此 JSON。', en: 'This JSON cannot be read.' },
  noImport: { zh: '导入不存在。', en: 'This import does not exist.' },
  notChecked: { zh: '此导入已处理。', en: 'This import has already been processed.' },
  notStored: { zh: '只能撤销已存入的导入。', en: 'Only stored imports can be undone.' },
  changedSince: (codes: string): Text => ({
    zh: `以下样本之后又有修改，未撤销任何内容：${codes}`,
    en: `These samples have been changed since, so nothing was undone: ${codes}`,
  }),
  isUsed: {
    zh: '导入的样本已有事件、衍生样本或申请，不能撤销。',
    en: 'Imported samples already have events, derived samples or requests, so nothing was undone.',
  },
  tooLong: (most: number): Text => ({
    zh: `超过 ${most} 个字符`,
    en: `Longer than ${most} characters`,
  }),
  unknownTerm: (text: string): Text => ({
    zh: `没有“${text}”这一选项`,
    en: `“${text}” is not in the list`,
  }),
  notAnEvent: (text: string): Text => ({
    zh: `“${text}”不是有效事件：请填写事件和时间，或事件、年龄和单位`,
    en: `“${text}” is not a valid event. Enter the event and its date, or the event, age and unit`,
  }),
  notADate: (text: string): Text => ({
    zh: `“${text}”不是有效日期`,
    en: `“${text}” is not a valid date`,
  }),
  notANumber: (text: string, most: number): Text => ({
    zh: `“${text}”不是 0 到 ${most} 的数`,
    en: `“${text}” is not a number from 0 to ${most}`,
  }),
  missing: { zh: '不能为空', en: 'This field is required' },
  duplicate: (row: number): Text => ({
    zh: `与第 ${row} 行的编号相同`,
    en: `Same code as row ${row}`,
  }),
  otherCollection: {
    zh: '本单位另一样本集已有此编号',
    en: 'Another collection of the institution already has this code',
  },
  donorNeeded: {
    zh: '人类样本须有供体编号',
    en: 'Human samples require a donor code',
  },
  noDonor: { zh: '非人类样本没有供体', en: 'Only human samples have donors' },
  noSource: { zh: '人类样本不填来源', en: 'Human samples have a donor, not a source' },
  withdrawn: { zh: '供体已撤回同意', en: 'The donor withdrew consent' },
  noParent: (code: string): Text => ({
    zh: `没有母样本 ${code}；母样本须已存在，或在表中位于此行之前`,
    en: `There is no parent sample ${code}. It must already exist or appear earlier in the table`,
  }),
  familyStays: { zh: '样本类别不能更改', en: 'The sample family cannot be changed' },
  boxNeeded: { zh: '填写孔位时须填写盒', en: 'A well requires its box' },
  wellTaken: { zh: '孔位已被占用', en: 'The well is occupied' },
} satisfies Words
