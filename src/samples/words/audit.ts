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
    'sample_settings.edit': {
      on: 'sample_settings',
      zh: '修改样本设置',
      en: 'Sample settings changed',
    },
    'donor.withdraw': { on: 'donor', zh: '登记供体退出', en: 'Withdrawal of a donor recorded' },
  },
} as const satisfies AuditNames
