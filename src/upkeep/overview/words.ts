/** The pages on which staff keep an instrument. */
export const pageWords = {
  keeping: { zh: '管理这台仪器', en: 'Manage this instrument' },
  tabs: {
    upkeep: { zh: '停机与维护', en: 'Outages and maintenance' },
    qualifications: { zh: '培训与资格', en: 'Training and qualifications' },
    label: { zh: '标签', en: 'Label' },
  },
  leads: {
    upkeep: {
      zh: '停机、问题，以及到期的维护和校准。',
      en: 'Outages, problems, and maintenance and calibration due.',
    },
    qualifications: {
      zh: '这台仪器的资格人员、有效期和培训。',
      en: 'Who is qualified to use this instrument and until when, and its training sessions.',
    },
    label: {
      zh: '打印后贴在仪器上。用户用手机扫码，即可开始使用、结束使用或报告问题。',
      en: 'Print the label and attach it to the instrument. Users scan it with a phone to start use, finish use or report a problem.',
    },
  },

  problems: { zh: '问题', en: 'Problems' },
  noProblems: { zh: '没有未解决的问题。', en: 'No open problems.' },
  reported: { zh: '报告时间', en: 'Reported' },
  resolution: { zh: '解决方法', en: 'Resolution' },
  keepOutage: { zh: '继续停机', en: 'Continue outage' },
  resolve: { zh: '标为已解决', en: 'Mark as resolved' },
  resolved: { zh: '问题已解决', en: 'Problem resolved' },
  resolvedOnes: { zh: '已解决的问题', en: 'Resolved problems' },
} as const

/** The page of trainings to come and of what the reader holds. */
export const trainingPageWords = {
  title: { zh: '培训与资格', en: 'Training and qualifications' },
  lead: {
    zh: '部分仪器须通过培训后才能使用。可在此报名培训，查看已取得的资格。',
    en: 'Some instruments require training before use. Enrol here and see your qualifications.',
  },
} as const

export const dueLead = {
  zh: '您管理的仪器的到期事项，已逾期的在前。',
  en: 'Maintenance and calibration due on the instruments you manage, overdue first.',
} as const
