import type { Words } from '../../core/text.ts'

export const shapeWords = {
  badCode: {
    zh: '只能包含字母、数字和 . _ - / ( ) + :，以字母或数字开头，最多 60 个字符。',
    en: 'Use letters, digits and . _ - / ( ) + :, starting with a letter or digit; up to 60 characters.',
  },
  badPseudonym: {
    zh: '供体编号须含数字，不得使用姓名或拼音。',
    en: 'A donor’s code must contain a digit and cannot be a name.',
  },
  badDiagnosis: {
    zh: '请填写 ICD-10 或 ORPHA 代码，例如 E11.9、ORPHA:558，用逗号分隔。',
    en: 'Enter ICD-10 or ORPHA codes separated by commas, for example E11.9, ORPHA:558.',
  },
  badDay: {
    zh: '请填写年份、年月或日期，例如 2021、2021-06、2021-06-03。',
    en: 'Enter a year, month or date, for example 2021, 2021-06 or 2021-06-03.',
  },
  badMoment: {
    zh: '请填写已知的部分，例如 2021、2021-06、2021-06-03 或 2021-06-03T09:30。',
    en: 'As precise as known: 2021, 2021-06, 2021-06-03 or 2021-06-03T09:30.',
  },
  noTerm: { zh: '请从列表中选择。', en: 'Choose from the list.' },
} satisfies Words
