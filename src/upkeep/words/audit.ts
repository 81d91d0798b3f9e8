import type { AuditNames } from '../../audit/model.ts'

export const upkeepAudit = {
  entities: {
    outage: { zh: '停机', en: 'Outage' },
    problem_report: { zh: '问题', en: 'Problem' },
    maintenance_plan: { zh: '维护计划', en: 'Maintenance plan' },
    qualification: { zh: '资格', en: 'Qualification' },
    training: { zh: '培训', en: 'Training' },
  },
  actions: {
    'outage.open': { on: 'outage', zh: '登记停机', en: 'Outage registered' },
    'outage.change': { on: 'outage', zh: '修改停机', en: 'Outage changed' },
    'outage.end': { on: 'outage', zh: '恢复使用', en: 'Back in service' },
    'problem.report': { on: 'problem_report', zh: '报告问题', en: 'Problem reported' },
    'problem.resolve': { on: 'problem_report', zh: '解决问题', en: 'Problem resolved' },
    'plan.create': { on: 'maintenance_plan', zh: '添加维护计划', en: 'Plan added' },
    'plan.complete': { on: 'maintenance_plan', zh: '完成维护', en: 'Plan completed' },
    'plan.end': { on: 'maintenance_plan', zh: '停用维护计划', en: 'Plan deactivated' },
    'plan.resume': { on: 'maintenance_plan', zh: '重新启用维护计划', en: 'Plan reactivated' },
    'qualification.grant': { on: 'qualification', zh: '授予资格', en: 'Qualification granted' },
    'qualification.revoke': { on: 'qualification', zh: '撤销资格', en: 'Qualification revoked' },
    'training.create': { on: 'training', zh: '发布培训', en: 'Training announced' },
    'training.list': { on: 'training', zh: '修改培训名单', en: 'Training attendees changed' },
    'training.pass': { on: 'training', zh: '登记通过培训', en: 'Training passed' },
    'training.cancel': { on: 'training', zh: '取消培训', en: 'Training cancelled' },
    'kiosk.make_code': { on: 'instrument', zh: '生成二维码', en: 'QR code created' },
  },
} as const satisfies AuditNames
