import type { Text, Words } from '../../core/text.ts'

export const figureWords = {
  title: { zh: '共享申请', en: 'Sharing requests' },
  answered: { zh: '近两年已审批', en: 'Decided in the past two years' },
  median: { zh: '审批用时中位数', en: 'Median decision time' },
  p90: { zh: '90% 的申请在此时间内审批', en: '90% decided within' },
  reports: { zh: '利用情况反馈', en: 'Use reports' },
  publications: { zh: '反馈的论文、专著', en: 'Publications reported' },
  patents: { zh: '反馈的专利', en: 'Patents reported' },
  varieties: { zh: '反馈的品种权、审定', en: 'Variety rights and registrations reported' },
  derived: { zh: '反馈的衍生种质', en: 'Derived accessions reported' },
  contracts: { zh: '反馈的技术合同', en: 'Technology contracts reported' },
  contractTotal: { zh: '技术合同总额', en: 'Total contract value' },
  counted: {
    zh: '用时为提交至首次审批的工作日数。',
    en: 'Working days from submission to the first decision.',
  },
} as const satisfies Words

export const workingDays = (days: number): Text => ({
  zh: `${days} 个工作日`,
  en: days === 1 ? '1 working day' : `${days} working days`,
})
