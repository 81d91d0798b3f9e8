import type { AuditNames } from '../../audit/model.ts'

export const brapiAudit = {
  entities: {
    list: { zh: '清单', en: 'List' },
  },
  actions: {
    'list.create': { on: 'list', zh: '新建清单', en: 'List created' },
    'list.edit': { on: 'list', zh: '修改清单', en: 'List changed' },
  },
} as const satisfies AuditNames
