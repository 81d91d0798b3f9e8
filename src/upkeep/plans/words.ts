import type { Text, Words } from '../../core/text.ts'

type Recurrence = { everyDays: number | null; everyUseHours: number | null }

export const planWords = {
  plans: { zh: '维护与校准计划', en: 'Maintenance and calibration' },
  none: { zh: '还没有计划。', en: 'No plans yet.' },
  add: { zh: '新建计划', en: 'New plan' },
  added: { zh: '计划已添加', en: 'Plan added' },
  due: { zh: '到期', en: 'Due' },
  used: { zh: '已用机时（小时）', en: 'Hours used' },
  every: { zh: '周期', en: 'Every' },
  everyInWords: ({ everyDays: days, everyUseHours: hours }: Recurrence): Text => ({
    zh: [days && `${days} 天`, hours && `${hours} 使用小时`].filter(Boolean).join('或'),
    en: [days && `${days} days`, hours && `${hours} h of use`].filter(Boolean).join(' or '),
  }),
  done: { zh: '登记完成', en: 'Record completion' },
  end: { zh: '停用', en: 'Deactivate' },
  endOf: (name: string): Text => ({ zh: `停用：${name}`, en: `Deactivate: ${name}` }),
  endAbout: {
    zh: '停用后不再提醒到期。已有记录保留，以后可以重新启用。',
    en: 'Due reminders stop. Completed work stays listed, and the plan can be reactivated.',
  },
  endedNow: { zh: '计划已停用', en: 'Plan deactivated' },
  endedPlans: { zh: '已停用的计划', en: 'Inactive plans' },
  noneEnded: { zh: '没有停用的计划。', en: 'No inactive plans.' },
  resume: { zh: '重新启用', en: 'Reactivate' },
  resumedNow: { zh: '计划已重新启用', en: 'Plan reactivated' },
  followed: { zh: '这个计划未停用。', en: 'This plan is already active.' },
  nothingDue: { zh: '没有计划', en: 'No plans' },
  nothingDueHint: {
    zh: '在仪器的“停机与维护”页添加维护或校准计划。',
    en: 'Add plans on an instrument’s “Outages and maintenance” page.',
  },
  noPlan: { zh: '该计划不存在。', en: 'This plan does not exist.' },
  ended: { zh: '这个计划已经停用。', en: 'This plan is inactive.' },
  recurs: {
    zh: '请填写间隔天数、间隔机时，或两者都填，以先到者为准。',
    en: 'Enter an interval in days, in hours of use, or both. Whichever comes first applies.',
  },
  doneAhead: {
    zh: '完成时间不能晚于现在。',
    en: 'The completion time cannot be in the future.',
  },
} satisfies Words

export const planStateNames = {
  overdue: { tone: 'danger', text: { zh: '已逾期', en: 'Overdue' } },
  soon: { tone: 'caution', text: { zh: '即将到期', en: 'Due soon' } },
  fine: { tone: 'good', text: { zh: '未到期', en: 'Not due' } },
} as const
