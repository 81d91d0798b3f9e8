import type { AuditNames } from '../../audit/model.ts'

export const germplasmAudit = {
  entities: {
    library: { zh: '资源库', en: 'Library' },
    taxon: { zh: '分类单元', en: 'Taxon' },
  },
  actions: {
    'library.create': { on: 'library', zh: '新增资源库', en: 'Library made' },
    'library.edit': { on: 'library', zh: '修改资源库', en: 'Library changed' },
    'taxon.create': { on: 'taxon', zh: '收入学名', en: 'Name added to the taxonomy' },
    'taxon.edit': { on: 'taxon', zh: '修改分类', en: 'Taxon changed' },
  },
} as const satisfies AuditNames
