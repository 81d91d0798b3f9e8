/** The pages on which staff keep an instrument. */
export const pageWords = {
  keeping: { zh: '管理这台仪器', en: 'Keep this instrument' },
  tabs: {
    upkeep: { zh: '停机与维护', en: 'Outages and upkeep' },
    qualifications: { zh: '培训与资格', en: 'Trainings and qualifications' },
    label: { zh: '标签', en: 'Label' },
  },
  leads: {
    upkeep: {
      zh: '停机、问题，以及到期要做的维护和校准。',
      en: 'Outages, problems, and the maintenance and calibration that are due.',
    },
    qualifications: {
      zh: '谁可以使用这台仪器、到什么时候，以及培训。',
      en: 'Who may use this instrument and until when, and its trainings.',
    },
    label: {
      zh: '打印后贴在仪器上。使用者用手机扫码，即可开始、结束使用或报告问题。',
      en: 'Print it and put it on the instrument. People scan it with a phone to start, finish or report a problem.',
    },
  },

  problems: { zh: '问题', en: 'Problems' },
  noProblems: { zh: '没有未解决的问题。', en: 'No problem is open.' },
  reported: { zh: '报告于', en: 'Reported' },
  resolution: { zh: '怎么解决的', en: 'How it was solved' },
  keepOutage: { zh: '停机继续', en: 'The outage goes on' },
  resolve: { zh: '已解决', en: 'Solved' },
  resolved: { zh: '问题已解决', en: 'The problem is solved' },
  resolvedOnes: { zh: '已解决的问题', en: 'Solved problems' },
} as const

/** The page of trainings to come and of what the reader holds. */
export const trainingPageWords = {
  title: { zh: '培训与资格', en: 'Trainings and qualifications' },
  lead: {
    zh: '有些仪器要先通过培训才能使用。在这里报名，并查看您已有的资格。',
    en: 'Some instruments need a training before you may use them. Enrol here, and see what you hold.',
  },
} as const

export const dueLead = {
  zh: '您管理的所有仪器到期要做的事，已到期的在前。',
  en: 'What is due at all instruments that you decide about, overdue first.',
} as const
