import type { Words } from '../../core/text.ts'

/** What the administrator's first page says of the pages behind it. */
export const adminWords = {
  lead: {
    zh: '管理单位、用户和系统运行。',
    en: 'Manage institutions, people and system operations.',
  },
  institutions: { zh: '单位', en: 'Institutions' },
  institutionsAbout: {
    zh: '新增和修改单位，指定资源管理员。',
    en: 'Add and edit institutions, and appoint their curators.',
  },
  people: { zh: '用户', en: 'People' },
  peopleAbout: {
    zh: '邀请用户，授予角色，停用账户。',
    en: 'Invite people, grant roles and disable accounts.',
  },
  labs: { zh: '课题组', en: 'Labs' },
  labsAbout: {
    zh: '课题组及其负责人和成员。',
    en: 'Labs, their PIs and members.',
  },
  jobs: { zh: '后台任务', en: 'Background jobs' },
  jobsAbout: {
    zh: '图片、邮件等后台任务；失败的任务可重试或丢弃。',
    en: 'Pictures, emails and other tasks. Failed jobs can be retried or discarded.',
  },
  givenUp: (count: number) => ({
    zh: `${count} 项已失败`,
    en: count === 1 ? '1 failed' : `${count} failed`,
  }),
  waiting: (count: number) => ({ zh: `${count} 项等待中`, en: `${count} waiting` }),
  reports: { zh: '统计与上报设置', en: 'Report settings' },
  reportsAbout: {
    zh: '定额机时、开放起点，以及国家网络上报的字段要求。',
    en: 'Expected hours, thresholds and field requirements of the national network.',
  },
  identifiers: { zh: '标识符登记', en: 'Registered identifiers' },
  identifiersAbout: {
    zh: '本系统分配的 DOI 与 CSTR 的登记状态。',
    en: 'Registration status of the DOIs and CSTRs assigned here.',
  },
  integrity: { zh: '文件完整性', en: 'File integrity' },
  integrityAbout: {
    zh: '存储文件的定期检查结果和损坏的文件。',
    en: 'Results of regular checks of stored files, and damaged files.',
  },
  vocabularies: { zh: '词表', en: 'Vocabularies' },
  vocabulariesAbout: {
    zh: '目录使用的代码表、版本、词条和同义词。',
    en: 'Code lists of the catalogue: versions, terms and synonyms.',
  },
  audit: { zh: '操作记录', en: 'Audit log' },
  auditAbout: {
    zh: '查看何人在何时修改了什么，可按日期、用户、对象和操作筛选。',
    en: 'Who changed what and when, by day, person, object or action.',
  },
  outbox: { zh: '演示发件箱', en: 'Demo outbox' },
  outboxAbout: {
    zh: '演示中的邮件不会发送，保存在此处。',
    en: 'Demo emails are not sent. They are kept here.',
  },
} satisfies Words
