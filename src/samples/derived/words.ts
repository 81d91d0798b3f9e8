import type { Text, Words } from '../../core/text.ts'

export const deriveWords = {
  aliquots: { zh: '分装', en: 'Aliquots' },
  making: { zh: '分装与衍生', en: 'Aliquots and derivatives' },
  aliquot: { zh: '制作分装', en: 'Create aliquots' },
  deriveNow: { zh: '登记衍生样本', en: 'Register derivative' },
  aliquotsAbout: {
    zh: '编号在这份样本的编号之后顺延，总量从中扣除。',
    en: 'Codes continue from this sample’s code. The total amount is deducted from this sample.',
  },
  aliquoted: (count: number): Text => ({
    zh: `已分装 ${count} 份`,
    en: `${count} aliquots created`,
  }),
  derive: { zh: '制备衍生样本', en: 'Create a derivative' },
  derived: (code: string): Text => ({ zh: `衍生样本 ${code} 已登记`, en: `${code} registered` }),
  pool: { zh: '混合样本', en: 'Pool samples' },
  poolLead: {
    zh: '将同一样本集内、同一计量单位的多份样本混合为一份。',
    en: 'Combines several samples of this collection with the same unit into one.',
  },
  pooled: (code: string): Text => ({
    zh: `混合样本 ${code} 已登记`,
    en: `Pooled sample ${code} registered`,
  }),
  codeTooLong: {
    zh: '编号过长，请改为登记衍生样本并自行编号。',
    en: 'The codes would be too long. Create derivatives with your own codes instead.',
  },
  someUnknown: (codes: string): Text => ({
    zh: `本样本集没有这些样本：${codes}。`,
    en: `These samples are not in the collection: ${codes}.`,
  }),
  twoNeeded: { zh: '请至少填写两份样本。', en: 'Enter at least two samples.' },
  unlike: {
    zh: '混合的样本须属同一类别并使用同一计量单位。',
    en: 'Pooled samples must be of the same family and unit.',
  },
  typeNeeded: {
    zh: '这些样本类型不同，请选择混合后的类型。',
    en: 'These samples have different types. Choose the type of the pool.',
  },
  countHint: { zh: '一次最多 200 份。', en: 'Up to 200 at once.' },
  takenHint: {
    zh: '从原样本取用的量，按原样本的单位。',
    en: 'In the unit of the original sample.',
  },
  takenEachHint: { zh: '从每份样本中取用的量。', en: 'Amount taken from each sample.' },
  codesHint: {
    zh: '样本编号，用空格或逗号分隔，可逐个扫描。',
    en: 'Sample codes separated by spaces or commas. You can scan them one by one.',
  },
} satisfies Words

export const genealogyWords = {
  genealogy: { zh: '谱系', en: 'Genealogy' },
  ancestors: { zh: '来源样本', en: 'Made from' },
  descendants: { zh: '衍生样本', en: 'Made into' },
  again: { zh: '（见上）', en: '(see above)' },
  more: { zh: '谱系较大，仅显示一部分。', en: 'The genealogy is large; only part of it is shown.' },
} satisfies Words
