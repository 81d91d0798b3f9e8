import type { AuditNames } from '../../audit/model.ts'

export const depositAudit = {
  entities: {
    deposit_project: { zh: '汇交项目', en: 'Project of deposits' },
    deposit: { zh: '数据汇交', en: 'Deposit of data' },
    deposit_centre: { zh: '数据汇交设置', en: 'Settings of deposits' },
  },
  actions: {
    'deposit_project.create': {
      on: 'deposit_project',
      zh: '登记汇交项目',
      en: 'Project registered',
    },
    'deposit_project.edit': { on: 'deposit_project', zh: '修改汇交项目', en: 'Project changed' },
    'deposit.promise': { on: 'deposit', zh: '列入汇交计划', en: 'Deposit promised' },
    'deposit.replan': { on: 'deposit', zh: '修改汇交计划', en: 'Plan changed' },
    'deposit.beginning': { on: 'deposit', zh: '开始准备数据包', en: 'Package begun' },
    'deposit.parts': { on: 'deposit', zh: '填写组成部分', en: 'Parts of the package given' },
    'deposit.submission': { on: 'deposit', zh: '提交审核', en: 'Package submitted' },
    'deposit.recall': { on: 'deposit', zh: '撤回数据包', en: 'Package taken back' },
    'deposit.approval': { on: 'deposit', zh: '单位初审通过', en: 'Passed by the unit' },
    'deposit.return': { on: 'deposit', zh: '退回修改', en: 'Package returned' },
    'deposit.acceptance': { on: 'deposit', zh: '接收并出具凭证', en: 'Accepted and receipted' },
    'deposit.ending': { on: 'deposit', zh: '不再汇交', en: 'Deposit given up' },
    'deposit.remark': { on: 'deposit', zh: '添加审核意见', en: 'Remark made' },
    'deposit.unremark': { on: 'deposit', zh: '删除审核意见', en: 'Remark removed' },
    'deposit.answer': { on: 'deposit', zh: '回复审核意见', en: 'Remark answered' },
    'deposit_centre.create': { on: 'deposit_centre', zh: '增加数据中心', en: 'Data centre added' },
    'deposit_part.set': { on: 'deposit_centre', zh: '设置组成部分', en: 'Part of packages set' },
    'deposit_holiday.set': { on: 'deposit_centre', zh: '录入节假日', en: 'Holiday entered' },
    'deposit_holiday.remove': { on: 'deposit_centre', zh: '删除节假日', en: 'Holiday removed' },
    'record.deposit': { on: 'record', zh: '数据已汇交', en: 'Deposited and receipted' },
  },
} as const satisfies AuditNames
