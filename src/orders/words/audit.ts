import type { AuditNames } from '../../audit/model.ts'

export const orderAudit = {
  entities: {
    service: { zh: '委托服务', en: 'Service' },
    service_order: { zh: '委托单', en: 'Order' },
  },
  actions: {
    'service.create': { on: 'service', zh: '新增委托服务', en: 'Service created' },
    'service.change': { on: 'service', zh: '修改委托服务', en: 'Service changed' },
    'order.submission': { on: 'service_order', zh: '提交委托', en: 'Order submitted' },
    'order.quote': { on: 'service_order', zh: '委托报价', en: 'Order quoted' },
    'order.acceptance': { on: 'service_order', zh: '接受委托报价', en: 'Quote accepted' },
    'order.refusal': { on: 'service_order', zh: '拒绝委托报价', en: 'Quote declined' },
    'order.decline': { on: 'service_order', zh: '不受理委托', en: 'Order declined' },
    'order.start': { on: 'service_order', zh: '开始委托工作', en: 'Order started' },
    'order.delivery': { on: 'service_order', zh: '交付委托结果', en: 'Order delivered' },
    'order.rating': { on: 'service_order', zh: '评价委托', en: 'Order rated' },
    'order.withdrawal': { on: 'service_order', zh: '撤回委托', en: 'Order withdrawn' },
    'order.cancellation': { on: 'service_order', zh: '终止委托', en: 'Order cancelled' },
    'order.note': { on: 'service_order', zh: '委托留言', en: 'Message on an order' },
    'order.machine_hours': {
      on: 'service_order',
      zh: '登记机时',
      en: 'Instrument hours of an order recorded',
    },
  },
} as const satisfies AuditNames
