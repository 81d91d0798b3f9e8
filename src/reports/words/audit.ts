import type { AuditNames } from '../../audit/model.ts'

export const reportAudit = {
  entities: {
    report_norm: { zh: '年度参照值', en: 'Yearly reference values' },
    nrii_field: { zh: '国家网络字段要求', en: 'Field requirements of the national network' },
    nrii: { zh: '国家网络上报', en: 'Report to the national network' },
  },
  actions: {
    'report_norm.edit': {
      on: 'report_norm',
      zh: '修改年度参照值',
      en: 'Yearly reference values changed',
    },
    'nrii_field.edit': {
      on: 'nrii_field',
      zh: '修改国家网络字段要求',
      en: 'Field requirements of the national network changed',
    },
    'nrii.review': { on: 'nrii', zh: '批准上报内容', en: 'Report entries approved' },
    'nrii.report': { on: 'nrii', zh: '标记为已上报', en: 'Report entries marked as reported' },
    'nrii.fail': { on: 'nrii', zh: '标记为上报失败', en: 'Report entries marked as failed' },
    'nrii.reset': { on: 'nrii', zh: '重新准备上报', en: 'Report entries reset' },
    'nrii.add': { on: 'nrii', zh: '补充上报内容', en: 'Report entry completed' },
  },
} as const satisfies AuditNames
