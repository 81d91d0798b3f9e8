import type { AuditNames } from '../../audit/model.ts'

export const noticeAudit = {
  entities: {
    calendar_feed: { zh: '日历订阅', en: 'Calendar feed' },
  },
  actions: {
    'calendar_feed.create': {
      on: 'calendar_feed',
      zh: '新建日历订阅',
      en: 'Calendar feed created',
    },
    'calendar_feed.revoke': {
      on: 'calendar_feed',
      zh: '撤销日历订阅',
      en: 'Calendar feed revoked',
    },
    'person.choose_letters': { on: 'person', zh: '选择接收的通知', en: 'Notices chosen' },
  },
} as const satisfies AuditNames
