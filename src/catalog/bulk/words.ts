import type { NavLink } from '../../core/navigation.ts'
import type { Text, Words } from '../../core/text.ts'

export const bulkWords = {
  bulkEdit: { zh: '批量修改', en: 'Bulk edit' },
  lead: {
    zh: '选择字段和新值，预览每条记录的变化后确认。确认后仍可整批撤销。',
    en: 'Choose a field and a new value, preview the change to each record, then confirm. The whole edit can be undone afterwards.',
  },
  chosen: (count: number): Text => ({
    zh: `已选 ${count} 条记录`,
    en: count === 1 ? '1 record selected' : `${count} records selected`,
  }),
  choose: { zh: '选择', en: 'Select' },
  chooseRecord: (title: string): Text => ({ zh: `选择 ${title}`, en: `Select ${title}` }),
  noneChosen: {
    zh: '请先在列表中勾选要修改的记录。',
    en: 'Select the records to change in the list first.',
  },
  tooMany: (most: number): Text => ({
    zh: `一次最多修改 ${most} 条记录。`,
    en: `At most ${most} records can be changed at once.`,
  }),
  field: { zh: '字段', en: 'Field' },
  next: { zh: '下一步', en: 'Next' },
  preview: { zh: '预览', en: 'Preview' },
  previewOf: { zh: '确认前请核对', en: 'Review before confirming' },
  confirm: (count: number): Text => ({
    zh: `修改 ${count} 条记录`,
    en: count === 1 ? 'Change 1 record' : `Change ${count} records`,
  }),
  nothing: {
    zh: '所选记录都不会改变。',
    en: 'None of the selected records would change.',
  },
  record: { zh: '记录', en: 'Record' },
  before: { zh: '当前值', en: 'Current value' },
  after: { zh: '新值', en: 'New value' },
  outcome: { zh: '结果', en: 'Result' },
  willChange: { zh: '将修改', en: 'Will change' },
  unchanged: { zh: '不变', en: 'Unchanged' },
  done: (changed: number, refused: number): Text => ({
    zh: refused > 0 ? `已修改 ${changed} 条，${refused} 条未能修改` : `已修改 ${changed} 条记录`,
    en: refused > 0 ? `${changed} changed, ${refused} refused` : `${changed} records changed`,
  }),
  edits: { zh: '批量修改记录', en: 'Bulk edits' },
  editsLead: {
    zh: '您的批量修改，最近的在前。撤销只恢复此后未再修改的记录。',
    en: 'Your bulk edits, latest first. Undo restores only records that have not been changed since.',
  },
  noEdits: { zh: '还没有批量修改', en: 'No bulk edits yet' },
  fields: { zh: '字段', en: 'Fields' },
  changed: { zh: '记录数', en: 'Records' },
  at: { zh: '时间', en: 'When' },
  by: { zh: '操作人', en: 'By' },
  undoneAt: { zh: '已撤销', en: 'Undone' },
  undo: { zh: '撤销', en: 'Undo' },
  undoAbout: {
    zh: '恢复这批记录的原值；此后又修改过的记录保持不变。',
    en: 'Restores the previous values. Records changed since then are left unchanged.',
  },
  undone: (restored: number, kept: number): Text => ({
    zh:
      kept > 0
        ? `已恢复 ${restored} 条，${kept} 条此后又有修改，未恢复`
        : `已恢复 ${restored} 条记录`,
    en:
      kept > 0
        ? `${restored} restored, ${kept} not restored because changed since`
        : `${restored} restored`,
  }),
  noEdit: { zh: '该批量修改不存在。', en: 'This bulk edit does not exist.' },
  undoneAlready: { zh: '这次批量修改已经撤销。', en: 'This edit has already been undone.' },
  notYours: {
    zh: '只有修改人或系统管理员可以撤销。',
    en: 'Only the person who made this edit and administrators can undo it.',
  },
  noField: { zh: '请选择一个字段。', en: 'Choose a field.' },
} satisfies Words

export const bulkLinks = {
  edits: { href: '/desk/bulk-edits', text: bulkWords.edits },
} as const satisfies Record<string, NavLink>
/** The page on which a field of several records is changed. */
export const bulkPath = '/desk/bulk'
