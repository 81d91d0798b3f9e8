import type { Words } from '../../core/text.ts'

export const formWords = {
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
