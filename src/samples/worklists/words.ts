import type { Text, Words } from '../../core/text.ts'
import type { Work } from './model.ts'

export const workWords = {
  title: { zh: '样本库待办', en: 'Biobank tasks' },
  of: (biobank: Text): Text => ({
    zh: `${biobank.zh}的待办`,
    en: `Tasks of ${biobank.en}`,
  }),
  lead: {
    zh: '需要处理的样本和供体，仅样本集的资源管理员可见。',
    en: 'Samples and donors that need attention. Visible only to curators of the collections.',
  },
  none: { zh: '没有需要处理的事项', en: 'Nothing needs attention' },
  kind: { zh: '事项', en: 'Task' },
  code: { zh: '编号', en: 'Code' },
  collection: { zh: '样本集', en: 'Collection' },
  day: { zh: '日期', en: 'Day' },
} satisfies Words

export const workNames: Readonly<Record<Work, Text>> = {
  withdrawn: {
    zh: '供体已撤回同意，样本仍在库：待销毁',
    en: 'Consent withdrawn, sample still in store: to be destroyed',
  },
  consent: { zh: '知情同意 60 天内到期', en: 'Consent expires within 60 days' },
  overdue: { zh: '借出超过 90 天未还', en: 'On loan for more than 90 days' },
  out: { zh: '借出未还', en: 'On loan' },
  empty: { zh: '余量为零，仍登记在库', en: 'Used up but still recorded in store' },
  unplaced: { zh: '没有存放位置', en: 'No location' },
}
