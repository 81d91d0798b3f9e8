import type { AuditNames } from '../../audit/model.ts'

export const sampleAudit = {
  entities: {
    sample: { zh: '样本', en: 'Sample' },
    donor: { zh: '供体', en: 'Donor' },
    sample_source: { zh: '样本来源', en: 'Source of samples' },
    sample_kit: { zh: '采样套件', en: 'Kit' },
    biobank: { zh: '样本库', en: 'Biobank' },
    network: { zh: '样本库网络', en: 'Network' },
    research_resource: { zh: '研究资源', en: 'Research resource' },
  },
  actions: {
    'place.read_scan': { on: 'place', zh: '读入架扫描文件', en: 'Rack scanner’s file read' },
  },
} as const satisfies AuditNames
