import type { AuditNames } from '../../audit/model.ts'

export const depositAudit = {
  entities: {
    deposit_project: { zh: '汇交项目', en: 'Deposit project' },
    deposit: { zh: '数据汇交', en: 'Data deposit' },
    deposit_centre: { zh: '数据汇交设置', en: 'Deposit settings' },
  },
  actions: {
    'deposit_project.create': {
      on: 'deposit_project',
      zh: '登记汇交项目',
      en: 'Deposit project registered',
    },
    'deposit_project.edit': {
      on: 'deposit_project',
      zh: '修改汇交项目',
      en: 'Deposit project changed',
    },
    'deposit.promise': { on: 'deposit', zh: '列入汇交计划', en: 'Added to the deposit plan' },
    'deposit.replan': { on: 'deposit', zh: '修改汇交计划', en: 'Deposit plan changed' },
    'deposit.beginning': { on: 'deposit', zh: '开始准备数据包', en: 'Package preparation started' },
    'deposit.parts': { on: 'deposit', zh: '填写组成部分', en: 'Package parts specified' },
    'deposit.submission': { on: 'deposit', zh: '提交审核', en: 'Package submitted for review' },
    'deposit.recall': { on: 'deposit', zh: '撤回数据包', en: 'Package recalled' },
    'deposit.approval': { on: 'deposit', zh: '单位初审通过', en: 'Approved by the institution' },
    'deposit.return': { on: 'deposit', zh: '退回修改', en: 'Package returned' },
    'deposit.acceptance': { on: 'deposit', zh: '接收并出具凭证', en: 'Accepted; receipt issued' },
    'deposit.ending': { on: 'deposit', zh: '取消汇交', en: 'Deposit cancelled' },
    'deposit.remark': { on: 'deposit', zh: '添加审核意见', en: 'Review comment added' },
    'deposit.unremark': { on: 'deposit', zh: '删除审核意见', en: 'Review comment deleted' },
    'deposit.answer': { on: 'deposit', zh: '回复审核意见', en: 'Review comment answered' },
    'deposit_centre.create': { on: 'deposit_centre', zh: '增加数据中心', en: 'Data centre added' },
    'deposit_part.set': { on: 'deposit_centre', zh: '设置组成部分', en: 'Package part set' },
    'deposit_holiday.set': { on: 'deposit_centre', zh: '录入节假日', en: 'Holiday entered' },
    'deposit_holiday.remove': { on: 'deposit_centre', zh: '删除节假日', en: 'Holiday deleted' },
    'record.deposit': { on: 'record', zh: '数据已汇交', en: 'Data deposited' },
  },
} as const satisfies AuditNames
