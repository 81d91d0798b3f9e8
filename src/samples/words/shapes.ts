import type { Words } from '../../core/text.ts'

export const shapeWords = {
  badCode: {
    zh: '请用字母、数字和 . _ - / ( ) + :，以字母或数字开头，最多 60 位。',
    en: 'Letters, digits and . _ - / ( ) + :, beginning with a letter or digit; 60 at most.',
  },
  badPseudonym: {
    zh: '供体编号须含数字，不能用姓名或拼音。',
    en: 'A donor’s code has a digit in it: it is no name.',
  },
  badDiagnosis: {
    zh: '请填写 ICD-10 或 ORPHA 代码，例如 E11.9、ORPHA:558，用逗号隔开。',
    en: 'Codes of ICD-10 or ORPHA such as E11.9, ORPHA:558, parted by commas.',
  },
  badDay: {
    zh: '请填写年份、年月或日期，例如 2021、2021-06、2021-06-03。',
    en: 'A year, a month or a day, such as 2021, 2021-06 or 2021-06-03.',
  },
  badMoment: {
    zh: '请填写已知的部分，例如 2021、2021-06、2021-06-03 或 2021-06-03T09:30。',
    en: 'As much as is known: 2021, 2021-06, 2021-06-03 or 2021-06-03T09:30.',
  },
  noTerm: { zh: '请从列表中选择。', en: 'Choose one of the list.' },
} satisfies Words
