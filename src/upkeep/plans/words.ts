import type { Text, Words } from '../../core/text.ts'

type Recurrence = { everyDays: number | null; everyUseHours: number | null }

export const planWords = {
  plans: { zh: '维护与校准计划', en: 'Maintenance and calibration' },
  none: { zh: '还没有计划。', en: 'There are no plans yet.' },
  add: { zh: '新的计划', en: 'New plan' },
  added: { zh: '计划已添加', en: 'The plan is added' },
  due: { zh: '到期', en: 'Due' },
  used: { zh: '已用小时', en: 'Hours used' },
  every: { zh: '周期', en: 'Every' },
  everyInWords: ({ everyDays: days, everyUseHours: hours }: Recurrence): Text => ({
    zh: [days && `${days} 天`, hours && `${hours} 使用小时`].filter(Boolean).join('或'),
    en: [days && `${days} d`, hours && `${hours} h of use`].filter(Boolean).join(' or '),
  }),
  done: { zh: '已完成', en: 'Done' },
  end: { zh: '停用', en: 'End' },
  endAbout: {
    zh: '停用后不再提醒到期。做过的记录保留，以后可以重新启用。',
    en: 'Nobody is told any more when it is due. What was done stays listed, and it can be followed again.',
  },
  endedNow: { zh: '计划已停用', en: 'The plan is ended' },
  endedPlans: { zh: '已停用的计划', en: 'Ended plans' },
  noneEnded: { zh: '没有停用的计划。', en: 'No plan was ended.' },
  resume: { zh: '重新启用', en: 'Follow again' },
  resumedNow: { zh: '计划已重新启用', en: 'The plan is followed again' },
  followed: { zh: '这个计划没有停用。', en: 'This plan was not ended.' },
  nothingDue: { zh: '没有计划', en: 'There are no plans' },
  nothingDueHint: {
    zh: '在仪器的“停机与维护”页添加维护或校准计划。',
    en: 'Add plans on the page “Outages and upkeep” of an instrument.',
  },
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
} satisfies Words

export const planStateNames = {
  overdue: { tone: 'danger', text: { zh: '已到期', en: 'Overdue' } },
  soon: { tone: 'caution', text: { zh: '即将到期', en: 'Due soon' } },
  fine: { tone: 'good', text: { zh: '未到期', en: 'Not due' } },
} as const
