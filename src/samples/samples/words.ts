import type { Words } from '../../core/text.ts'

export const madeWords = {
  codeTaken: {
    zh: '本单位已有这个编号的样本，请换一个编号。',
    en: 'The institution already has a sample of this code: choose another.',
  },
} satisfies Words
