import type { Text, Words } from '../../core/text.ts'
import type { FieldType } from './model.ts'

/** What is wrong with an answer. */
export const answerWords = {
  needed: { zh: '请填写。', en: 'Fill this in.' },
  fileNeeded: { zh: '请附上文件。', en: 'Attach a file.' },
  sendFile: { zh: '请以文件形式提交。', en: 'Send this as a file.' },
  noFile: { zh: '这里不收文件。', en: 'This takes no file.' },
  number: { zh: '应为数字。', en: 'A number, please.' },
  yesOrNo: { zh: '请选择“是”或“否”。', en: 'Yes or no, please.' },
  text: { zh: '应为文字。', en: 'A text, please.' },
  choice: { zh: '请从给出的选项中选择。', en: 'Choose one of those given.' },
  unknown: { zh: '表单中没有这一项。', en: 'The form has no such field.' },
} satisfies Words

/** Where staff write what a form asks. */
export const formWords = {
  form: { zh: '委托表单', en: 'What the form asks' },
  formLead: {
    zh: '名称为空的行不保存。已有委托保留提交时的表单。',
    en: 'Rows without a name are left out. Orders keep the form that they answered.',
  },
  fieldN: (n: number): Text => ({ zh: `第 ${n} 项`, en: `Field ${n}` }),
  fieldType: { zh: '类型', en: 'Kind' },
  label: { zh: '名称', en: 'Name' },
  help: { zh: '填写说明', en: 'Help' },
  fieldUnit: { zh: '单位（数字）', en: 'Unit of a number' },
  choices: { zh: '选项（用“；”分隔）', en: 'Choices, separated by “;”' },
  required: { zh: '必填', en: 'Required' },
} satisfies Words

export const fieldTypeNames: Record<FieldType, Text> = {
  text: { zh: '文字', en: 'Text' },
  number: { zh: '数字', en: 'Number' },
  choice: { zh: '单选', en: 'Choice' },
  yes_no: { zh: '是或否', en: 'Yes or no' },
  file: { zh: '文件', en: 'File' },
}
