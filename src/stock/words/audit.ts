import type { AuditNames } from '../../audit/model.ts'

export const stockAudit = {
  entities: {
    lot: { zh: '批次', en: 'Lot' },
    place: { zh: '存放位置', en: 'Location' },
  },
  actions: {
    'place.create': { on: 'place', zh: '新增存放位置', en: 'Location added' },
    'place.edit': { on: 'place', zh: '修改存放位置', en: 'Location changed' },
    'lot.create': { on: 'lot', zh: '新建批次', en: 'Lot added' },
    'lot.edit': { on: 'lot', zh: '修改批次', en: 'Lot changed' },
    'lot.enter': { on: 'lot', zh: '登记出入库', en: 'Stock transaction recorded' },
    'lot.close': { on: 'lot', zh: '收获结束', en: 'Harvest closed' },
    'lot.declare_duplicate': { on: 'lot', zh: '登记安全备份', en: 'Safety duplicate added' },
    'lot.confirm_duplicate': { on: 'lot', zh: '确认安全备份', en: 'Safety duplicate confirmed' },
    'lot.end_duplicate': { on: 'lot', zh: '终止安全备份', en: 'Safety duplicate ended' },
    'place.set_climate': { on: 'place', zh: '设定温湿度', en: 'Climate class set' },
    'place.enter_climate': { on: 'place', zh: '登记温湿度', en: 'Climate readings recorded' },
    'place.fill': { on: 'place', zh: '放入或取出样本', en: 'Samples stored or removed' },
    'place.block_wells': { on: 'place', zh: '停用或启用孔位', en: 'Wells blocked or unblocked' },
    'lot.freeze': { on: 'lot', zh: '冻结批次', en: 'Lot frozen' },
  },
} as const satisfies AuditNames
