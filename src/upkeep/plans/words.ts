import type { Text, Words } from '../../core/text.ts'
import type { PlanKind, PlanState } from './model.ts'

export const planWords = {
  noPlan: { zh: '没有这个计划。', en: 'There is no such plan.' },
  ended: { zh: '这个计划已经停用。', en: 'This plan is not followed any more.' },
  recurs: {
    zh: '请写明每隔多少天、每隔多少使用小时，或两者都写，以先到的为准。',
    en: 'Give the days, the hours of use, or both: whichever comes first counts.',
  },
  doneAhead: {
    zh: '完成时间不能晚于现在。',
    en: 'It cannot have been done later than now.',
  },
  dueOn: (day: Text): Text => ({ zh: `将于 ${day.zh}到期`, en: `is due on ${day.en}` }),
  overdueSince: (day: Text): Text => ({
    zh: `已于 ${day.zh}到期`,
    en: `has been due since ${day.en}`,
  }),
  overByHours: (hours: number): Text => ({
    zh: `已使用 ${hours} 小时，到了该做的时候`,
    en: `is due: the instrument was used for ${hours} h`,
  }),
} satisfies Words

export const planKindNames = {
  maintenance: { zh: '维护', en: 'Maintenance' },
  calibration: { zh: '校准', en: 'Calibration' },
} as const satisfies Record<PlanKind, Text>

export const planStateNames = {
  overdue: { zh: '已到期', en: 'Overdue' },
  soon: { zh: '即将到期', en: 'Due soon' },
  fine: { zh: '未到期', en: 'Not due' },
} as const satisfies Record<PlanState, Text>
