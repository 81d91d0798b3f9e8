import type { AuditNames } from '../../audit/model.ts'
import { signed } from '../../core/numbers.ts'
import type { Text, Words } from '../../core/text.ts'

export const viabilityWords = {
  viability: { zh: '活力', en: 'Viability' },
  due: { zh: '待检测', en: 'Due for testing' },
  dueLead: {
    zh: '按到期日排列的批次；不含正在检测和需要繁殖更新的批次。',
    en: 'Lots by due date, excluding lots being tested or waiting for regeneration.',
  },
  dueToday: { zh: '今天到期的检测', en: 'Tests due today' },
  dueSince: (title: Text, day: string): Text => ({
    zh: `${title.zh}，${day} 到期`,
    en: `${title.en}, due ${day}`,
  }),
  noneDue: { zh: '没有待检测的批次。', en: 'No lots are due for testing.' },
  noneDueHint: {
    zh: '批次每夜安排检测；新批次次日显示。',
    en: 'Seed lots are scheduled every night. New lots appear the next day.',
  },
  regeneration: { zh: '待繁殖更新', en: 'Regeneration queue' },
  regenerationLead: {
    zh: '活力降至阈值或数量低于保底量、尚未繁殖收获的批次，最紧急的在前。',
    en: 'Lots whose viability or quantity is too low and that have not been harvested since, most urgent first.',
  },
  noneToRegenerate: { zh: '没有需要繁殖更新的批次。', en: 'No lots need regeneration.' },
  tabs: { zh: '活力检测', en: 'Viability' },
  institution: { zh: '单位', en: 'Institution' },
  reason: { zh: '原因', en: 'Reason' },
  state: { zh: '状态', en: 'Status' },
  dueOn: { zh: '下次检测', en: 'Next test' },
  initial: { zh: '初始值', en: 'Initial value' },
  initialLow: { zh: '初始值偏低', en: 'Initial value is low' },
  latest: { zh: '最近一次', en: 'Latest' },
  latestPercent: { zh: '最近一次（%）', en: 'Latest (%)' },
  initialPercent: { zh: '初始值（%）', en: 'Initial value (%)' },
  latestOn: { zh: '最近检测', en: 'Last tested' },
  predictedOn: { zh: '预计降至阈值', en: 'Predicted to reach the threshold' },
  threshold: { zh: '繁殖更新阈值', en: 'Regeneration threshold' },
  keptAt: { zh: '保存条件', en: 'Storage conditions' },
  percentOn: (percent: string, day: string): Text => ({
    zh: `${percent}%（${day}）`,
    en: `${percent}% (${day})`,
  }),
  percent: (percent: string): Text => ({ zh: `${percent}%`, en: `${percent}%` }),
  storedAt: (celsius: string | null, moisture: string | null): Text => {
    const kept = celsius && `${signed(celsius)} °C`
    const zh = [kept, moisture && `含水量 ${moisture}%`]
    const en = [kept, moisture && `moisture ${moisture}%`]
    return { zh: zh.filter(Boolean).join('，'), en: en.filter(Boolean).join(', ') }
  },
  noneYet: { zh: '还没有检测。', en: 'Not tested yet.' },
  curve: { zh: '活力曲线', en: 'Viability over time' },
  curveAbout: (tests: number, latest: string): Text => ({
    zh: `共检测 ${tests} 次，最近一次 ${latest}%；虚线为推算值。`,
    en: `${tests} tests, latest ${latest}%; the dashed line is the prediction.`,
  }),
  thresholdLine: { zh: '阈值', en: 'threshold' },
  edit: { zh: '种子与保存条件', en: 'Seed and storage conditions' },
  rule: { zh: '检测规则', en: 'Testing rule' },
  ruleLead: {
    zh: '检测和繁殖更新的时间安排。默认值取自 FAO 种质库标准（2014）4.3、4.4。',
    en: 'When lots are tested and regenerated. Defaults follow the FAO Genebank Standards (2014), 4.3 and 4.4.',
  },
  ruleOf: (name: Text): Text => ({ zh: `${name.zh}的检测规则`, en: `Testing rule: ${name.en}` }),
  ruleSaved: {
    zh: '已保存，到期日正在重新计算。',
    en: 'Saved; due dates are being recalculated.',
  },
  shareHint: { zh: '0 到 1，例如 0.85。', en: '0 to 1, for example 0.85.' },
  initialHint: {
    zh: '繁殖后此天数内首次有结论的检测为初始值，确定后不变。',
    en: 'The first conclusive test within this many days after harvest becomes the initial value and does not change.',
  },
  propagatedHint: {
    zh: '留空表示入库日期。',
    en: 'Leave empty to use the date the lot was received.',
  },
  moistureHint: {
    zh: '占鲜重的百分比；推算寿命需要。',
    en: 'Percentage of fresh weight; required to predict longevity.',
  },
  celsiusHint: {
    zh: '留空表示采用存放位置的温度等级。',
    en: 'Leave empty to use the temperature class of its location.',
  },
  notSeeds: {
    zh: '只有以粒或克计的批次才有发芽检测。',
    en: 'Only lots measured in seeds or grams can be germination-tested.',
  },
} satisfies Words

export const dueStateNames = {
  overdue: { tone: 'danger', text: { zh: '已到期', en: 'Overdue' } },
  soon: { tone: 'caution', text: { zh: '90 天内', en: 'Within 90 days' } },
  later: { tone: 'good', text: { zh: '以后', en: 'Later' } },
} as const

export const reasonNames = {
  viability: { zh: '活力降至阈值', en: 'Viability below threshold' },
  stock: { zh: '低于保底量', en: 'Below minimum stock' },
} as const satisfies Words

export const viabilityAudit = {
  entities: {
    test_protocol: { zh: '检测方案', en: 'Test protocol' },
    viability_test: { zh: '活力检测', en: 'Viability test' },
    life_constants: { zh: '寿命常数', en: 'Longevity constants' },
  },
  actions: {
    'test_protocol.create': { on: 'test_protocol', zh: '新增检测方案', en: 'Test protocol added' },
    'test_protocol.edit': { on: 'test_protocol', zh: '修改检测方案', en: 'Test protocol changed' },
    'life_constants.enter': {
      on: 'life_constants',
      zh: '录入寿命常数',
      en: 'Longevity constants added',
    },
    'viability_test.start': {
      on: 'viability_test',
      zh: '开始活力检测',
      en: 'Viability test started',
    },
    'viability_test.enter': { on: 'viability_test', zh: '录入检测结果', en: 'Test result added' },
    'viability_test.count': { on: 'viability_test', zh: '发芽计数', en: 'Germination counted' },
    'viability_test.finish': {
      on: 'viability_test',
      zh: '完成活力检测',
      en: 'Viability test finished',
    },
    'viability_test.abandon': {
      on: 'viability_test',
      zh: '放弃活力检测',
      en: 'Viability test abandoned',
    },
    'lot.describe_seeds': {
      on: 'lot',
      zh: '修改种子与保存条件',
      en: 'Seed and storage conditions changed',
    },
    'institution.testing_rule': {
      on: 'institution',
      zh: '修改检测规则',
      en: 'Testing rule changed',
    },
  },
} as const satisfies AuditNames
