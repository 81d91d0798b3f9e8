import type { Text, Words } from '../../core/text.ts'
import type { FieldType } from './model.ts'

/** What is wrong with an answer. */
export const answerWords = {
  needed: { zh: '请填写。', en: 'Fill this in.' },
  fileNeeded: { zh: '请附上文件。', en: 'Attach a file.' },
  sendFile: { zh: '请以文件形式提交。', en: 'Upload this as a file.' },
  emptyFile: { zh: '文件是空的，请重新选择。', en: 'The file is empty. Choose another file.' },
  noFile: { zh: '此处不接收文件。', en: 'Files are not accepted here.' },
  onlyShown: { zh: '这一项只是说明，不用填写。', en: 'This is only a note and takes no value.' },
  number: { zh: '应为数字。', en: 'Enter a number.' },
  date: { zh: '应为日期，例如 2026-11-23。', en: 'Enter a date, such as 2026-11-23.' },
  email: {
    zh: '应为邮箱地址，例如 name@example.org。',
    en: 'Enter an email address, such as name@example.org.',
  },
  yesOrNo: { zh: '请选择“是”或“否”。', en: 'Choose yes or no.' },
  text: { zh: '应为文字。', en: 'Enter text.' },
  choice: { zh: '请从给出的选项中选择。', en: 'Choose one of the options.' },
  choices: {
    zh: '请从给出的选项中选择，每项只选一次。',
    en: 'Choose from the options, each only once.',
  },
  table: (columns: readonly string[]): Text => ({
    zh: `应为表格，每行 ${columns.length} 格：${columns.join('、')}。`,
    en: `Enter a table with ${columns.length} cells per row: ${columns.join(', ')}.`,
  }),
  unknown: { zh: '表单中没有这一项。', en: 'The form does not have this field.' },
} satisfies Words

/** What is wrong with a condition. */
export const conditionWords = {
  gone: {
    zh: '条件所依据的字段不在表单中，请重新选择。',
    en: 'The field this condition depends on is not in the form. Choose again.',
  },
  later: {
    zh: '条件只能依据前面的字段，请调整顺序或重新选择。',
    en: 'A condition can only depend on an earlier field. Change the order or choose again.',
  },
  noAnswer: {
    zh: '条件所依据的字段没有这个选项，请重新选择。',
    en: 'The field this condition depends on does not have this option. Choose again.',
  },
} satisfies Words

/** Where staff write what a form asks. */
export const formWords = {
  form: { zh: '委托表单', en: 'Order form' },
  formLead: {
    zh: '名称为空的行不保存。已有的委托仍使用提交时的表单。',
    en: 'Rows without a name are not saved. Existing orders keep the form they were submitted with.',
  },
  fieldN: (n: number): Text => ({ zh: `第 ${n} 项`, en: `Field ${n}` }),
  fieldNamed: (n: number, label: Text): Text => ({
    zh: `第 ${n} 项：${label.zh}`,
    en: `Field ${n}: ${label.en}`,
  }),
  fieldType: { zh: '类型', en: 'Type' },
  label: { zh: '名称', en: 'Name' },
  help: { zh: '填写说明', en: 'Help' },
  fieldUnit: { zh: '单位（数字）', en: 'Unit (for numbers)' },
  choices: { zh: '选项（单选、多选）', en: 'Choices' },
  choicesHint: {
    zh: '用“；”分隔；需要中英文时写作：水稻 | Rice',
    en: 'Separate with “;”. For both languages write: 水稻 | Rice',
  },
  columns: { zh: '列（表格）', en: 'Columns (for tables)' },
  columnsHint: { zh: '用“；”分隔', en: 'Separate with “;”' },
  when: { zh: '显示条件', en: 'Shown' },
  always: { zh: '始终填写', en: 'Always' },
  required: { zh: '必填', en: 'Required' },
  twoChoices: { zh: '选择题至少要有两个选项。', en: 'A choice needs at least two options.' },
  oneColumn: { zh: '表格至少要有一列。', en: 'A table needs at least one column.' },
  oneKey: { zh: '两个字段的代码相同。', en: 'Two fields have the same key.' },
  whenIs: (field: Text, answer: Text): Text => ({
    zh: `“${field.zh}”为“${answer.zh}”时`,
    en: `When “${field.en}” is “${answer.en}”`,
  }),
  whenHas: (field: Text, answer: Text): Text => ({
    zh: `“${field.zh}”包含“${answer.zh}”时`,
    en: `When “${field.en}” includes “${answer.en}”`,
  }),
  onlyWhen: (condition: Text): Text => ({
    zh: `仅在${condition.zh}填写`,
    en: `Fill in only ${condition.en.replace(/^W/, 'w')}`,
  }),
  fileKept: (name: string): Text => ({
    zh: `已收到“${name}”，无需再次选择；选择其他文件将替换它。`,
    en: `“${name}” was received. Choose another file to replace it.`,
  }),
  row: (n: number): Text => ({ zh: `第 ${n} 行`, en: `Row ${n}` }),
} satisfies Words

export const fieldTypeNames: Record<FieldType, Text> = {
  text: { zh: '文字', en: 'Text' },
  long: { zh: '长文字', en: 'Long text' },
  number: { zh: '数字', en: 'Number' },
  date: { zh: '日期', en: 'Date' },
  email: { zh: '邮箱', en: 'Email address' },
  choice: { zh: '单选', en: 'Choice' },
  choices: { zh: '多选', en: 'Multiple choice' },
  yes_no: { zh: '是或否', en: 'Yes or no' },
  table: { zh: '表格', en: 'Table' },
  file: { zh: '文件', en: 'File' },
  label: { zh: '说明文字（不用填写）', en: 'Note (nothing to fill in)' },
}
