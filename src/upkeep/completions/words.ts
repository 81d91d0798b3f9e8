import type { Words } from '../../core/text.ts'

export const completionWords = {
  noted: { zh: '已登记，下次日期已重新计算', en: 'Recorded. The next due date was recalculated' },
  title: { zh: '维护与校准记录', en: 'Completed work' },
  none: { zh: '还没有记录。', en: 'No records yet.' },
  doneBy: { zh: '经手人', en: 'Done by' },
} satisfies Words
