import type { Words } from '../../core/text.ts'

/** What the administrator's first page says of the pages behind it. */
export const adminWords = {
  lead: {
    zh: '单位、人员和系统运行情况。',
    en: 'Institutions, people, and how the system is doing.',
  },
  institutions: { zh: '单位', en: 'Institutions' },
  institutionsAbout: {
    zh: '新增和修改单位，指定资源管理员。',
    en: 'Add and change institutions, and say who keeps their records.',
  },
  people: { zh: '人员', en: 'People' },
  peopleAbout: {
    zh: '邀请人员，分配角色，停用账户。',
    en: 'Invite people, give them roles, disable accounts.',
  },
  labs: { zh: '课题组', en: 'Labs' },
  labsAbout: {
    zh: '课题组及其负责人和成员。',
    en: 'Labs, who leads them and who belongs to them.',
  },
  jobs: { zh: '后台任务', en: 'Background jobs' },
  jobsAbout: {
    zh: '派生图片、邮件等任务；失败的可以重试或丢弃。',
    en: 'Pictures, letters and the like; what failed is tried again or discarded here.',
  },
  givenUp: (count: number) => ({
    zh: `${count} 项已放弃`,
    en: count === 1 ? 'One given up' : `${count} given up`,
  }),
  waiting: (count: number) => ({ zh: `${count} 项等待中`, en: `${count} waiting` }),
  reports: { zh: '统计与上报设置', en: 'Settings of reports' },
  reportsAbout: {
    zh: '定额机时、开放起点，以及国家网络上报的字段要求。',
    en: 'Expected hours, thresholds, and what the national network asks of each field.',
  },
  identifiers: { zh: '标识符登记', en: 'Registered identifiers' },
  identifiersAbout: {
    zh: '本系统分配的 DOI 与 CSTR，登记到哪一步，哪些失败了。',
    en: 'DOIs and CSTRs given here: what is registered, and what failed.',
  },
  integrity: { zh: '文件完整性', en: 'File integrity' },
  integrityAbout: {
    zh: '存储的数据文件定期核对的结果，以及损坏的文件。',
    en: 'What regular checks of stored data files found, and which are damaged.',
  },
  audit: { zh: '修改记录', en: 'Audit' },
  auditAbout: {
    zh: '谁在何时改了什么，可按单位和人员查看。',
    en: 'Who changed what and when, by institution and by person.',
  },
  outbox: { zh: '演示发件箱', en: 'Demo outbox' },
  outboxAbout: {
    zh: '演示中的邮件不会寄出，都在这里。',
    en: 'Letters of the demo are not sent: they are all here.',
  },
} satisfies Words
