import type { AuditNames } from '../../audit/model.ts'
import { synonymAudit } from '../synonyms/words.ts'

export const catalogAudit = {
  entities: {
    record: { zh: '资源记录', en: 'Record' },
    bulk_edit: { zh: '批量修改', en: 'Bulk edit' },
    ...synonymAudit.entities,
  },
  actions: {
    'record.create': { on: 'record', zh: '新建资源', en: 'Record created' },
    'record.edit': { on: 'record', zh: '修改资源', en: 'Record changed' },
    'record.publish': { on: 'record', zh: '发布资源', en: 'Record published' },
    'record.withdraw': { on: 'record', zh: '撤回资源', en: 'Record withdrawn' },
    'record.delete': { on: 'record', zh: '删除草稿', en: 'Draft deleted' },
    'record.relate': { on: 'record', zh: '关联资源', en: 'Records related' },
    'bulk_edit.make': { on: 'bulk_edit', zh: '批量修改资源', en: 'Bulk edit made' },
    'bulk_edit.undo': { on: 'bulk_edit', zh: '撤销批量修改', en: 'Bulk edit undone' },
    'record.unrelate': { on: 'record', zh: '取消关联', en: 'Relation removed' },
    ...synonymAudit.actions,
  },
} as const satisfies AuditNames
