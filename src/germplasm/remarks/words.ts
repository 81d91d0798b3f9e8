import type { Text, Words } from '../../core/text.ts'

export const remarkWords = {
  title: { zh: '请核对', en: 'Please check' },
  lead: {
    zh: '已保存；以下几处与目录中的其他内容有关，请确认无误。',
    en: 'Saved. These fields are related to other content of the catalogue; please check that they are right.',
  },
  synonym: (name: string, accepted: string): Text => ({
    zh: `“${name}”是“${accepted}”的异名。`,
    en: `“${name}” is a synonym of “${accepted}”.`,
  }),
  isOther: (number: string, title: Text): Text => ({
    zh: `编号 ${number} 被“${title.zh}”列为其他编号。`,
    en: `Number ${number} is listed as another number of “${title.en}”.`,
  }),
  isTheirs: (number: string, title: Text): Text => ({
    zh: `其他编号 ${number} 是“${title.zh}”的种质编号。`,
    en: `The other number ${number} is the accession number of “${title.en}”.`,
  }),
} satisfies Words
