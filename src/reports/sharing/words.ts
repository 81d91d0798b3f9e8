import type { Text, Words } from '../../core/text.ts'
import type { Indicator, SharingFigures } from './model.ts'

export const sharingWords = {
  sharing: { zh: '开放共享统计', en: 'Sharing' },
  sharingLead: {
    zh: '各单位开放了多少仪器，外单位用了多少机时。',
    en: 'How many instruments each institution opens, and how much other institutions use them.',
  },
  assessment: { zh: '考核指标', en: 'Assessment' },
  assessmentLead: {
    zh: '国家开放共享评价考核（2026 年 2 月起）九项指标的实测数据；等次由考核机构评定。',
    en: 'Measured data for the nine indicators of the national assessment (from February 2026). Grades are given by the assessors.',
  },
  institution: { zh: '单位', en: 'Institution' },
  indicator: { zh: '指标', en: 'Indicator' },
  measure: { zh: '实测数据', en: 'Measure' },
  value: { zh: '数值', en: 'Value' },
  total: { zh: '合计', en: 'Total' },
} satisfies Words

export const sharingNames: Record<keyof SharingFigures, Text> = {
  instruments: { zh: '仪器总数', en: 'Instruments' },
  aboveThreshold: { zh: '达到开放起点', en: 'At or above threshold' },
  open: { zh: '已开放', en: 'Open' },
  openRate: { zh: '开放率', en: 'Open rate' },
  usedHours: { zh: '使用机时', en: 'Hours used' },
  sharedHours: { zh: '开放机时', en: 'Hours shared' },
  externalHours: { zh: '对外机时', en: 'External hours' },
  sharedRate: { zh: '共享率', en: 'External share' },
  outsideBookings: { zh: '外单位使用次数', en: 'External uses' },
  outsidePeople: { zh: '外单位用户', en: 'External users' },
  outsideInstitutions: { zh: '外单位数', en: 'External institutions' },
  samples: { zh: '样品数', en: 'Samples' },
  incomeFen: { zh: '收入（元）', en: 'Income (CNY)' },
}

export const indicatorNames: Record<Indicator, Text> = {
  management: { zh: '统筹管理', en: 'Management' },
  openRate: { zh: '科研仪器开放率', en: 'Open instruments' },
  technicians: { zh: '实验技术队伍建设', en: 'Technical staff' },
  platform: { zh: '在线服务平台建设', en: 'Online service' },
  hours: { zh: '仪器运行机时', en: 'Operating hours' },
  effect: { zh: '运行使用及成效', en: 'Use and results' },
  sharedHours: { zh: '共享机时', en: 'Shared hours' },
  service: { zh: '对外服务成效及用户评价', en: 'External service and user ratings' },
  selfReliance: { zh: '服务科技基础条件自主保障', en: 'Self-reliance in research equipment' },
}

export const measureNames = {
  rulesShare: { zh: '已制定预约规则的仪器占比', en: 'Instruments with booking rules' },
  feesShare: { zh: '已公布收费标准的仪器占比', en: 'Instruments with published fees' },
  openRate: {
    zh: '达到开放起点的仪器中已开放占比',
    en: 'Share of instruments above the threshold that are open',
  },
  stewards: { zh: '资源管理员与审核人', en: 'Curators and stewards' },
  sessions: { zh: '培训场次', en: 'Training sessions' },
  trained: { zh: '培训合格人数', en: 'People who passed training' },
  bookings: { zh: '在线预约次数', en: 'Online bookings' },
  usedShare: { zh: '有在线预约的仪器占比', en: 'Instruments booked online' },
  effectiveEach: { zh: '台均有效机时', en: 'Effective hours per instrument' },
  nationalEffective: { zh: '同期全国台均有效机时', en: 'National average for the same period' },
  quotaRate: { zh: '定额机时完成率', en: 'Share of expected hours' },
  utilisation: { zh: '开放时间利用率', en: 'Utilisation of opening hours' },
  samples: { zh: '测试样品数', en: 'Samples' },
  externalEach: { zh: '台均对外机时', en: 'External hours per instrument' },
  nationalExternal: { zh: '同期全国台均对外机时', en: 'National average for the same period' },
  sharedRate: { zh: '共享率（对外机时占比）', en: 'External share of hours used' },
  outsidePeople: { zh: '外单位用户', en: 'External users' },
  outsideInstitutions: { zh: '服务外单位数', en: 'External institutions served' },
  income: { zh: '服务收入', en: 'Income' },
  domesticShare: { zh: '国产仪器占比', en: 'Instruments made in China' },
} satisfies Record<string, Text>
