import type { Text } from '../../core/text.ts'

/** The pages on which staff keep an instrument. */
export const pageWords = {
  keeping: { zh: '管理这台仪器', en: 'Keep this instrument' },
  tabs: {
    upkeep: { zh: '停机与维护', en: 'Outages and upkeep' },
    qualifications: { zh: '培训与资格', en: 'Trainings and qualifications' },
    label: { zh: '标签', en: 'Label' },
  },
  upkeepLead: {
    zh: '停机、问题，以及到期要做的维护和校准。',
    en: 'Outages, problems, and the maintenance and calibration that are due.',
  },
  action: { zh: '处理', en: 'Do' },
  state: { zh: '状态', en: 'State' },
  when: { zh: '时间', en: 'When' },
  from: { zh: '开始', en: 'From' },
  to: { zh: '结束', en: 'To' },
  zoneHint: (zone: string): Text => ({
    zh: `按仪器所在时区：${zone}`,
    en: `In the instrument’s zone: ${zone}`,
  }),

  outages: { zh: '停机', en: 'Outages' },
  noOutages: { zh: '没有正在进行或已安排的停机。', en: 'No outage goes on or is planned.' },
  newOutage: { zh: '登记停机', en: 'Register an outage' },
  outageKind: { zh: '类别', en: 'Kind' },
  outageReason: { zh: '原因', en: 'Reason' },
  outageReasonHint: { zh: '所有人都能看到。', en: 'Everybody can read it.' },
  startHint: { zh: '留空表示从现在开始。', en: 'Empty: from now on.' },
  endHint: {
    zh: '留空表示还不知道：先占用一天，之后可以修改。',
    en: 'Empty: nobody knows yet; it takes a day until you say better.',
  },
  displace: {
    zh: '取消这段时间里的预约，并通知预约人',
    en: 'Cancel the bookings in this time, and tell their people',
  },
  displaceHint: {
    zh: '不勾选时，有预约就不登记，只列出它们。',
    en: 'Without it, nothing is registered where there are bookings; they are listed.',
  },
  wouldHit: { zh: '这段时间里的预约', en: 'Bookings in this time' },
  openedPlain: { zh: '停机已登记', en: 'The outage is registered' },
  openedDisplacing: (count: number): Text => ({
    zh: `停机已登记，${count} 个预约已取消并通知`,
    en: `The outage is registered; ${count} booking${count === 1 ? '' : 's'} cancelled, and told`,
  }),
  estimate: { zh: '预计', en: 'estimated' },
  endNow: { zh: '恢复使用', en: 'Back in service' },
  cancelOutage: { zh: '取消停机', en: 'Cancel it' },
  ended: { zh: '仪器已恢复使用', en: 'The instrument is back in service' },
  outageCancelled: { zh: '停机已取消', en: 'The outage is cancelled' },
  changeEnd: { zh: '改结束时间', en: 'Change the end' },
  newEnd: { zh: '新的结束时间', en: 'New end' },
  endChanged: { zh: '结束时间已修改', en: 'The end is changed' },

  problems: { zh: '问题', en: 'Problems' },
  noProblems: { zh: '没有未解决的问题。', en: 'No problem is open.' },
  reported: { zh: '报告于', en: 'Reported' },
  resolution: { zh: '怎么解决的', en: 'How it was solved' },
  keepOutage: { zh: '停机继续', en: 'The outage goes on' },
  resolve: { zh: '已解决', en: 'Solved' },
  resolved: { zh: '问题已解决', en: 'The problem is solved' },
  resolvedOnes: { zh: '已解决的问题', en: 'Solved problems' },
} as const
