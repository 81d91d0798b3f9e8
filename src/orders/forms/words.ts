import type { Text, Words } from '../../core/text.ts'
import type { FieldType } from './model.ts'

/** What is wrong with an answer. */
export const answerWords = {
  needed: { zh: '请填写。', en: 'Fill this in.' },
  fileNeeded: { zh: '请附上文件。', en: 'Attach a file.' },
  sendFile: { zh: '请以文件形式提交。', en: 'Send this as a file.' },
  emptyFile: { zh: '文件是空的，请重新选择。', en: 'The file is empty: choose it again.' },
  noFile: { zh: '这里不收文件。', en: 'This takes no file.' },
  onlyShown: { zh: '这一项只是说明，不用填写。', en: 'This is only a note: leave it out.' },
  number: { zh: '应为数字。', en: 'A number, please.' },
  date: { zh: '应为日期，例如 2026-11-23。', en: 'A date such as 2026-11-23.' },
  email: {
    zh: '应为邮箱地址，例如 name@example.org。',
    en: 'An address such as name@example.org.',
  },
  yesOrNo: { zh: '请选择“是”或“否”。', en: 'Yes or no, please.' },
  text: { zh: '应为文字。', en: 'A text, please.' },
  choice: { zh: '请从给出的选项中选择。', en: 'Choose one of those given.' },
  choices: {
    zh: '请从给出的选项中选择，每项一次。',
    en: 'Choose among those given, each once.',
  },
  table: (columns: readonly string[]): Text => ({
    zh: `应为表格，每行 ${columns.length} 格：${columns.join('、')}。`,
    en: `A table with ${columns.length} cells a row, please: ${columns.join(', ')}.`,
  }),
  unknown: { zh: '表单中没有这一项。', en: 'The form has no such field.' },
} satisfies Words

/** What is wrong with a condition. */
export const conditionWords = {
  gone: {
    zh: '条件所依据的字段不在表单中，请重新选择。',
    en: 'The form has no field that this depends on: choose again.',
  },
  later: {
    zh: '条件只能依据前面的字段，请调整顺序或重新选择。',
    en: 'A condition is about a field above: change the order, or choose again.',
  },
  noAnswer: {
    zh: '条件所依据的字段没有这个选项，请重新选择。',
    en: 'The field that this depends on has no such answer: choose again.',
  },
} satisfies Words

/** Where staff write what a form asks. */
export const formWords = {
  form: { zh: '委托表单', en: 'What the form asks' },
  formLead: {
    zh: '名称为空的行不保存。已有委托保留提交时的表单。',
    en: 'Rows without a name are left out. Orders keep the form that they answered.',
  },
  fieldN: (n: number): Text => ({ zh: `第 ${n} 项`, en: `Field ${n}` }),
  fieldNamed: (n: number, label: Text): Text => ({
    zh: `第 ${n} 项：${label.zh}`,
    en: `Field ${n}: ${label.en}`,
  }),
  fieldType: { zh: '类型', en: 'Kind' },
  label: { zh: '名称', en: 'Name' },
  help: { zh: '填写说明', en: 'Help' },
  fieldUnit: { zh: '单位（数字）', en: 'Unit of a number' },
  choices: { zh: '选项（单选、多选）', en: 'Choices' },
  choicesHint: {
    zh: '用“；”分隔；需要中英文时写作：水稻 | Rice',
    en: 'Separated by “;”. In both languages: 水稻 | Rice',
  },
  columns: { zh: '列（表格）', en: 'Columns of a table' },
  columnsHint: { zh: '用“；”分隔', en: 'Separated by “;”' },
  when: { zh: '何时填写', en: 'When it is asked' },
  always: { zh: '总是填写', en: 'Always' },
  required: { zh: '必填', en: 'Required' },
  twoChoices: { zh: '选择题至少要有两个选项。', en: 'A choice has two answers at least.' },
  oneColumn: { zh: '表格至少要有一列。', en: 'A table has one column at least.' },
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
    zh: `已收到“${name}”，不用再选。选择另一个文件则替换它。`,
    en: `“${name}” has arrived and need not be chosen again. Choose another file to replace it.`,
  }),
  row: (n: number): Text => ({ zh: `第 ${n} 行`, en: `Row ${n}` }),
} satisfies Words

export const fieldTypeNames: Record<FieldType, Text> = {
  text: { zh: '文字', en: 'Text' },
  long: { zh: '长文字', en: 'Long text' },
  number: { zh: '数字', en: 'Number' },
  date: { zh: '日期', en: 'Date' },
  email: { zh: '邮箱', en: 'E-mail address' },
  choice: { zh: '单选', en: 'Choice' },
  choices: { zh: '多选', en: 'Several choices' },
  yes_no: { zh: '是或否', en: 'Yes or no' },
  table: { zh: '表格', en: 'Table' },
  file: { zh: '文件', en: 'File' },
  label: { zh: '说明文字（不用填写）', en: 'Note (nothing to fill in)' },
}
