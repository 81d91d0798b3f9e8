import type { Text, Words } from '../../core/text.ts'
import type { Work } from './model.ts'

export const workWords = {
  title: { zh: '样本库工作', en: 'Work of the biobank' },
  of: (biobank: Text): Text => ({
    zh: `${biobank.zh}的工作`,
    en: `Work of ${biobank.en}`,
  }),
  lead: {
    zh: '需要处理的样本和供体，只有样本集的资源管理员能看到。',
    en: 'Samples and donors that need somebody’s attention; for curators of the collections alone.',
  },
  none: { zh: '没有需要处理的事项', en: 'Nothing needs attention' },
  kind: { zh: '事项', en: 'What is to be done' },
  code: { zh: '编号', en: 'Code' },
  collection: { zh: '样本集', en: 'Collection' },
  day: { zh: '日期', en: 'Day' },
} satisfies Words

export const workNames: Readonly<Record<Work, Text>> = {
  withdrawn: {
    zh: '供体已退出，样本仍在库：待销毁',
    en: 'Donor withdrew, sample in store: destroy it',
  },
  consent: { zh: '知情同意 60 天内到期', en: 'Consent ends within 60 days' },
  overdue: { zh: '借出超过 90 天未还', en: 'On loan for more than 90 days' },
  out: { zh: '借出未还', en: 'On loan' },
  empty: { zh: '余量为零，仍登记在库', en: 'Nothing left of it, and still in store' },
  unplaced: { zh: '没有存放位置', en: 'Has no place' },
}
