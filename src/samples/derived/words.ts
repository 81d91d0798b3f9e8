import type { Text, Words } from '../../core/text.ts'

export const deriveWords = {
  aliquots: { zh: '分装', en: 'Aliquots' },
  making: { zh: '分装与衍生', en: 'Aliquots and derivatives' },
  aliquot: { zh: '分装这份样本', en: 'Make aliquots' },
  deriveNow: { zh: '登记衍生样本', en: 'Make the derivative' },
  aliquotsAbout: {
    zh: '编号接着这份样本的编号往下排，总量从这份样本中扣除。',
    en: 'Codes go on from this sample’s code, and the whole amount is taken from it.',
  },
  aliquoted: (count: number): Text => ({
    zh: `已分装 ${count} 份`,
    en: `${count} aliquots were made`,
  }),
  derive: { zh: '制备衍生样本', en: 'Make a derivative' },
  derived: (code: string): Text => ({ zh: `衍生样本 ${code} 已登记`, en: `${code} was made` }),
  pool: { zh: '混合样本', en: 'Pool samples' },
  poolLead: {
    zh: '把同一样本集、同一单位计量的几份样本混合成一份。',
    en: 'Makes one sample of several of this collection that are measured in one unit.',
  },
  pooled: (code: string): Text => ({
    zh: `混合样本 ${code} 已登记`,
    en: `The pool ${code} was made`,
  }),
  codeTooLong: {
    zh: '编号太长，请改用衍生样本并自己编号。',
    en: 'The codes would be too long: make derivatives with codes of your own.',
  },
  someUnknown: (codes: string): Text => ({
    zh: `本样本集没有这些样本：${codes}。`,
    en: `The collection has no such samples: ${codes}.`,
  }),
  twoNeeded: { zh: '请至少填写两份样本。', en: 'Name two samples at least.' },
  unlike: {
    zh: '混合的样本须属同一类、用同一单位计量。',
    en: 'Pooled samples are of one family and measured in one unit.',
  },
  typeNeeded: {
    zh: '这些样本类型不同，请选择混合后的类型。',
    en: 'These are of several types: choose the type of the pool.',
  },
  countHint: { zh: '一次最多 200 份。', en: '200 at once at most.' },
  takenHint: {
    zh: '从原样本中取用的量，用原样本的单位。',
    en: 'In the unit of the sample that it is made of.',
  },
  takenEachHint: { zh: '从每份样本中取用的量。', en: 'Of each of them.' },
  codesHint: {
    zh: '样本编号，用空格或逗号隔开，可逐个扫描。',
    en: 'Codes parted by spaces or commas; scan one after the other.',
  },
} satisfies Words

export const genealogyWords = {
  genealogy: { zh: '谱系', en: 'Genealogy' },
  ancestors: { zh: '来自', en: 'Made from' },
  descendants: { zh: '制成', en: 'Made into' },
  again: { zh: '（见上）', en: '(see above)' },
  more: { zh: '谱系较大，只列出一部分。', en: 'There are more: a part is shown.' },
} satisfies Words
