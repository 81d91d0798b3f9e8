import type { AuditNames } from '../../audit/model.ts'

export const noticeAudit = {
  entities: {
    calendar_feed: { zh: '日历订阅', en: 'Calendar subscription' },
  },
  actions: {
    'calendar_feed.create': {
      on: 'calendar_feed',
      zh: '新建日历订阅',
      en: 'Calendar subscription created',
    },
    'calendar_feed.revoke': {
      on: 'calendar_feed',
      zh: '撤销日历订阅',
      en: 'Calendar subscription revoked',
    },
    'person.choose_letters': {
      on: 'person',
      zh: '修改通知设置',
      en: 'Notification settings changed',
    },
  },
} as const satisfies AuditNames
