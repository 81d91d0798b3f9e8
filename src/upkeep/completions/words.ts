import type { Words } from '../../core/text.ts'

export const completionWords = {
  noted: { zh: '已登记，下次日期重新计算', en: 'Noted; the next date is counted anew' },
  title: { zh: '做过的维护与校准', en: 'Work done' },
  none: { zh: '还没有记录。', en: 'Nothing is noted yet.' },
  doneBy: { zh: '经手人', en: 'By' },
} satisfies Words
