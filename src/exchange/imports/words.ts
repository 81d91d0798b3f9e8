import type { AuditNames } from '../../audit/model.ts'
import type { MenuLink } from '../../core/navigation.ts'
import type { Text, Words } from '../../core/text.ts'
import type { ImportState } from './model.ts'

type Rows = { total: number; accepted: number; unchanged: number; rejected: number }

/** Addresses of imports. */
export const importPaths = {
  all: '/imports',
  new: '/imports/new',
  one: (id: string) => `/imports/${encodeURIComponent(id)}`,
  rejected: (id: string) => `/api/v1/imports/${encodeURIComponent(id)}/rejected.csv`,
} as const

/** What leads here from every page. */
export const importLinks = {
  imports: { href: importPaths.all, text: { zh: '导入', en: 'Imports' }, for: 'curators' },
} as const satisfies Record<string, MenuLink>

export const importWords = {
  missing: { zh: '此字段不能为空。', en: 'This field is required.' },
  needed: {
    zh: '其他行都有此项，这一行为空。请补充；确实没有时，请放在不含这一列的文件中导入。',
    en: 'Other rows have a value here, but this row does not. Add it, or import the row from a file without this column.',
  },
  notStorable: {
    zh: '这一行的内容无法存入，请检查各列的数值和日期。',
    en: 'The values in this row cannot be stored. Check its numbers and dates.',
  },
  duplicate: (row: number): Text => ({
    zh: `与第 ${row} 行的编号相同。`,
    en: `Same number as row ${row}.`,
  }),
  noKind: (kind: string): Text => ({
    zh: `没有类别 ${kind}；可用 instrument、dataset、accession、collection。`,
    en: `There is no kind ${kind}. Use instrument, dataset, accession or collection.`,
  }),
  noInstitution: (name: string): Text => ({
    zh: `没有单位“${name}”；请用其编号、WIEWS 代码或名称。`,
    en: `There is no institution “${name}”. Use its id, WIEWS code or name.`,
  }),
  noInstitutions: {
    zh: '目录中还没有单位；请先新增单位。',
    en: 'The catalogue has no institutions yet. Add one first.',
  },
  noFile: (path: string, why: string): Text => ({
    zh: `无法读取文件 ${path}：${why}`,
    en: `Cannot read the file ${path}: ${why}`,
  }),
  chooseFile: { zh: '请选择要导入的文件。', en: 'Choose the file to import.' },
  emptyFile: { zh: '文件是空的。', en: 'The file is empty.' },
  noFileLeft: {
    zh: '上传的文件已被清除，请重新上传。',
    en: 'The uploaded file is no longer available. Upload it again.',
  },
  badMapping: {
    zh: '列的对应关系应为 JSON，例如 {"编号": "accenumb"}。',
    en: 'The mapping must be JSON, for example {"Nr.": "accenumb"}.',
  },
  noImport: {
    zh: '导入不存在，或不属于您管理的单位。',
    en: 'This import does not exist, or does not belong to an institution you manage.',
  },
  notACheck: {
    zh: '只有已结束的检查可以再次执行；已存入的文件请重新上传。',
    en: 'Only a finished check can be run again. To import a stored file again, upload it.',
  },
  isOver: {
    zh: '这次导入已经结束，不能再停止。',
    en: 'This import has ended and can no longer be stopped.',
  },
  notUndoable: {
    zh: '只有已完成或已停止、并且存入了内容的导入可以撤销。',
    en: 'Only completed or stopped imports that stored records can be undone.',
  },
  cannotUndo: (count: number): Text => ({
    zh: `有 ${count} 条记录在导入后被修改或引用，未撤销任何内容。`,
    en: `${count} records have been changed or referenced since the import, so nothing was undone.`,
  }),
  changedSince: (name: Text): Text => ({
    zh: `“${name.zh}”在导入后被修改过。`,
    en: `“${name.en}” has been changed since the import.`,
  }),
  hasGrown: (name: Text): Text => ({
    zh: `“${name.zh}”后来有了关联、系谱、引种记录、观测、图片或文件。`,
    en: `“${name.en}” has since received relations, a pedigree, introduction steps, observations, pictures or files.`,
  }),
  isDependedOn: {
    zh: '批次、预约或申请引用了导入的记录，未撤销任何内容。',
    en: 'Lots, bookings or requests refer to imported records, so nothing was undone.',
  },
  owner: (name: string): Text => ({ zh: `归属单位：${name}`, en: `Owner: ${name}` }),
  readAs: (how: Text): Text => ({ zh: `读取方式：${how.zh}`, en: `Read as: ${how.en}` }),
  rows: { zh: '行', en: 'rows' },
  rowProblem: (row: number, field: string, detail: Text): Text => ({
    zh: `第 ${row} 行${field && `，${field}`}：${detail.zh}`,
    en: `row ${row}${field && `, ${field}`}: ${detail.en}`,
  }),
  reason: (field: string, detail: Text): Text => ({
    zh: field ? `${field}：${detail.zh}` : detail.zh,
    en: field ? `${field}: ${detail.en}` : detail.en,
  }),
  changedCells: (count: number): Text => ({
    zh: `有 ${count} 个单元格按识别后的值存入，同时保留原文`,
    en: `${count} cells were stored with their interpreted values; the original text is kept as well`,
  }),
  resumable: (id: string): Text => ({
    zh: `导入编号 ${id}：如中断，请用 hexi resume-import ${id} 继续`,
    en: `Import ${id}: if interrupted, resume with hexi resume-import ${id}`,
  }),
  returned: (path: string): Text => ({
    zh: `退回的行已写入 ${path}，更正后可直接再次导入`,
    en: `Rejected rows were written to ${path}. Correct them and import the file again`,
  }),
  summary: (rows: Rows): Text => ({
    zh: `共 ${rows.total} 行：导入 ${rows.accepted}，未变 ${rows.unchanged}，退回 ${rows.rejected}`,
    en: `${rows.total} rows: ${rows.accepted} accepted, ${rows.unchanged} unchanged, ${rows.rejected} rejected`,
  }),
} satisfies Words

/** What the pages say. */
export const wizardWords = {
  lead: {
    zh: '从 Excel、CSV 等表格导入记录：正确的行存入，有误的行连同原因退回，更正后可再次导入。',
    en: 'Import records from Excel, CSV and similar files. Valid rows are stored; invalid rows are returned with reasons so you can correct and import them again.',
  },
  none: { zh: '还没有导入过文件', en: 'No files imported yet' },
  latest: { zh: '最近的导入', en: 'Recent imports' },
  ended: (state: Text, rejected: number): Text => ({
    zh: rejected > 0 ? `${state.zh}，退回 ${rejected} 行` : state.zh,
    en: rejected > 0 ? `${state.en}, rejected rows: ${rejected}` : state.en,
  }),
  start: { zh: '导入文件', en: 'Import a file' },
  startLead: {
    zh: '先检查文件，不存入任何内容；查看检查结果后再决定是否导入。',
    en: 'The file is checked first and nothing is stored. You decide after seeing the result.',
  },
  file: { zh: '文件', en: 'File' },
  fileHint: (megabytes: number): Text => ({
    zh: `XLSX、CSV 或 TSV，不超过 ${megabytes} MB。表头可用中文名、MCPD 名或英文名。数据集也可用 DataCite、NCDC、RO-Crate、datapackage.json 或 OAI-PMH 的元数据文件。`,
    en: `XLSX, CSV or TSV, up to ${megabytes} MB. Headers can be in Chinese, English or MCPD names. Datasets can also be imported from metadata files: DataCite, NCDC, RO-Crate, datapackage.json or OAI-PMH.`,
  }),
  kind: { zh: '资源类别', en: 'Kind of resource' },
  institution: { zh: '归属单位', en: 'Owner' },
  publish: {
    zh: '导入后立即公开（否则存为草稿）',
    en: 'Publish on import (otherwise saved as drafts)',
  },
  check: { zh: '上传并检查', en: 'Upload and check' },
  checking: {
    zh: '已上传，正在检查。',
    en: 'Uploaded. Checking the file.',
  },
  when: { zh: '时间', en: 'Time' },
  state: { zh: '状态', en: 'Status' },
  accepted: { zh: '导入', en: 'Imported' },
  unchanged: { zh: '未变', en: 'Unchanged' },
  rejected: { zh: '退回', en: 'Rejected' },
  progress: (done: number, total: number): Text => ({
    zh: `已处理 ${done} 行，共 ${total} 行。进度自动更新。`,
    en: `${done} of ${total} rows processed. Updates automatically.`,
  }),
  waiting: {
    zh: '等待处理，开始后这里会显示进度。',
    en: 'Waiting. Progress is shown here once the import starts.',
  },
  wouldBe: (rows: Rows): Text => ({
    zh: `检查结果：共 ${rows.total} 行，可导入 ${rows.accepted} 行，${rows.unchanged} 行与现有记录相同，${rows.rejected} 行有误。`,
    en: `${rows.total} rows checked: ${rows.accepted} can be imported, ${rows.unchanged} unchanged, ${rows.rejected} with errors.`,
  }),
  columns: { zh: '列与字段', en: 'Columns and fields' },
  columnsAbout: {
    zh: '每一列对应的字段；可填写字段的任一名称，清空则不导入该列。修改会为本单位保留。',
    en: 'The field for each column. Enter any name of a field, or clear it to leave the column out. Changes are saved for the institution.',
  },
  column: { zh: '列', en: 'Column' },
  field: { zh: '字段', en: 'Field' },
  sample: { zh: '前几行', en: 'First rows' },
  checkAgain: { zh: '应用并重新检查', en: 'Apply and check again' },
  noField: (name: string): Text => ({
    zh: `没有字段“${name}”。`,
    en: `There is no field “${name}”.`,
  }),
  store: (count: number): Text => ({
    zh: `导入 ${count} 行`,
    en: count === 1 ? 'Import 1 row' : `Import ${count} rows`,
  }),
  stop: { zh: '停止', en: 'Stop' },
  undo: { zh: '撤销这次导入', en: 'Undo this import' },
  undoAbout: {
    zh: '新建的记录将删除，修改的记录恢复原样。导入后被修改或引用过的记录会阻止撤销。',
    en: 'New records are deleted and changed records restored. Not possible if any of them has been changed or referenced since.',
  },
  problems: { zh: '问题', en: 'Problems' },
  noProblems: { zh: '没有发现问题。', en: 'No problems found.' },
  row: { zh: '行', en: 'Row' },
  problem: { zh: '问题', en: 'Problem' },
  changes: { zh: '按识别后的值存入的内容', en: 'Interpreted values' },
  noChanges: { zh: '没有需要识别的内容。', en: 'All values were stored as entered.' },
  typed: { zh: '原文', en: 'Original' },
  value: { zh: '识别为', en: 'Interpreted as' },
  first: (count: number): Text => ({
    zh: `只列出前 ${count} 条。`,
    en: `Only the first ${count} are listed.`,
  }),
  alike: { zh: '可能重复', en: 'Possible duplicates' },
  alikeAbout: {
    zh: '这些行的编号或名称与目录中的其他记录相同。请核对；如为同一份材料，可将两条记录关联为“等同于”。',
    en: 'These rows share a number or name with other records. If both are the same material, link the records as identical.',
  },
  other: { zh: '现有记录', en: 'Existing record' },
  link: { zh: '关联为等同', en: 'Link as identical' },
  linked: { zh: '已关联', en: 'Records linked' },
  returnedFile: { zh: '下载退回的行', en: 'Download rejected rows' },
  returnedAbout: {
    zh: '在表格软件中更正后，可直接再次导入；“退回原因”一列会自动忽略。',
    en: 'Correct them in a spreadsheet and import the file again. The column with reasons is ignored.',
  },
  stopped: { zh: '已停止导入', en: 'Import stopped' },
  undone: { zh: '已撤销导入', en: 'Import undone' },
  stored: { zh: '正在导入', en: 'Importing' },
} satisfies Words

/** How a state is called; a check that is done has stored nothing. */
export const importStateNames = {
  queued: { tone: 'note', text: { zh: '等待中', en: 'Waiting' } },
  running: { tone: 'note', text: { zh: '导入中', en: 'Running' } },
  done: { tone: 'good', text: { zh: '已完成', en: 'Done' } },
  failed: { tone: 'danger', text: { zh: '读取失败', en: 'Failed' } },
  cancelled: { tone: 'caution', text: { zh: '已停止', en: 'Stopped' } },
  undone: { tone: 'caution', text: { zh: '已撤销', en: 'Undone' } },
  checked: { tone: 'note', text: { zh: '已检查，未存入', en: 'Checked, not stored' } },
} as const satisfies Record<ImportState | 'checked', { tone: string; text: Text }>

/** Of an import as it is. */
export const stateNameOf = ({ state, dryRun }: { state: ImportState; dryRun: boolean }) =>
  importStateNames[dryRun && state === 'done' ? 'checked' : state]

export const importAudit = {
  entities: {
    import: { zh: '导入', en: 'Import' },
  },
  actions: {
    'import.start': { on: 'import', zh: '开始导入', en: 'Import started' },
    'import.cancel': { on: 'import', zh: '停止导入', en: 'Import stopped' },
    'import.undo': { on: 'import', zh: '撤销导入', en: 'Import undone' },
  },
} as const satisfies AuditNames
