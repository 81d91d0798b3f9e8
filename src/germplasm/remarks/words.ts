import type { Text, Words } from '../../core/text.ts'

export const remarkWords = {
  title: { zh: '请核对', en: 'Please check' },
  lead: {
    zh: '已保存。以下内容与目录中的其他资源有关，请确认无误。',
    en: 'Saved. The following details relate to other content of the catalogue. Please check that they are correct.',
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
