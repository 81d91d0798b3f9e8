import type { AuditNames } from '../../audit/model.ts'

export const sampleAudit = {
  entities: {
    sample: { zh: '样本', en: 'Sample' },
    donor: { zh: '供体', en: 'Donor' },
    sample_source: { zh: '样本来源', en: 'Source of samples' },
    sample_kit: { zh: '采样套件', en: 'Kit' },
    biobank: { zh: '样本库', en: 'Biobank' },
    network: { zh: '样本库网络', en: 'Network' },
    sample_settings: { zh: '样本设置', en: 'Sample settings' },
    research_resource: { zh: '研究资源', en: 'Research resource' },
  },
  actions: {
    'place.read_scan': { on: 'place', zh: '读入架扫描文件', en: 'Rack scanner’s file read' },
    'sample.import': { on: 'sample', zh: '由表修改样本', en: 'Sample changed by a table' },
    'record.import_samples': { on: 'record', zh: '导入样本表', en: 'Table of samples imported' },
    'record.undo_samples': { on: 'record', zh: '撤销样本导入', en: 'Import of samples undone' },
    'sample.create': { on: 'sample', zh: '登记样本', en: 'Sample added' },
    'donor.create': { on: 'donor', zh: '登记供体', en: 'Donor added' },
    'donor.edit': { on: 'donor', zh: '修改供体', en: 'Donor changed' },
    'donor.consent': { on: 'donor', zh: '登记知情同意', en: 'Consent of a donor added' },
    'donor.end_consent': { on: 'donor', zh: '终止知情同意', en: 'Consent of a donor ended' },
    'sample_source.create': {
      on: 'sample_source',
      zh: '登记样本来源',
      en: 'Source of samples added',
    },
    'sample_source.edit': {
      on: 'sample_source',
      zh: '修改样本来源',
      en: 'Source of samples changed',
    },
    'sample_kit.create': { on: 'sample_kit', zh: '登记采样套件', en: 'Kit added' },
    'sample_kit.finish': { on: 'sample_kit', zh: '采样套件完成', en: 'Kit finished' },
    'sample.edit': { on: 'sample', zh: '修改样本', en: 'Sample changed' },
    'sample.take': { on: 'sample', zh: '取用样本', en: 'Some of a sample taken' },
    'sample.event': { on: 'sample', zh: '登记样本事件', en: 'Event of a sample recorded' },
    'donor.withdraw': { on: 'donor', zh: '登记供体退出', en: 'Withdrawal of a donor recorded' },
  },
} as const satisfies AuditNames
