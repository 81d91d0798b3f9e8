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
    'biobank.create': { on: 'biobank', zh: '新增样本库', en: 'Biobank added' },
    'biobank.edit': { on: 'biobank', zh: '修改样本库', en: 'Biobank changed' },
    'biobank.host': { on: 'biobank', zh: '样本集归入样本库', en: 'Collection put into a biobank' },
    'biobank.release': {
      on: 'biobank',
      zh: '样本集移出样本库',
      en: 'Collection taken out of a biobank',
    },
    'network.create': { on: 'network', zh: '新增样本库网络', en: 'Network added' },
    'network.edit': { on: 'network', zh: '修改样本库网络', en: 'Network changed' },
    'network.add_member': { on: 'network', zh: '添加网络成员', en: 'Member of a network added' },
    'network.remove_member': {
      on: 'network',
      zh: '移出网络成员',
      en: 'Member of a network removed',
    },
    'research_resource.create': {
      on: 'research_resource',
      zh: '新增研究资源',
      en: 'Research resource added',
    },
    'research_resource.edit': {
      on: 'research_resource',
      zh: '修改研究资源',
      en: 'Research resource changed',
    },
    'research_resource.add_collection': {
      on: 'research_resource',
      zh: '研究资源添加样本集',
      en: 'Collection of a research resource added',
    },
    'research_resource.remove_collection': {
      on: 'research_resource',
      zh: '研究资源移出样本集',
      en: 'Collection of a research resource removed',
    },
    'sample_settings.edit': {
      on: 'sample_settings',
      zh: '修改样本设置',
      en: 'Sample settings changed',
    },
  },
} as const satisfies AuditNames
