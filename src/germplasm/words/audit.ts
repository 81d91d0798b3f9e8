import type { AuditNames } from '../../audit/model.ts'
import { viabilityAudit } from '../viability/words.ts'

export const germplasmAudit = {
  entities: {
    library: { zh: '资源库', en: 'Library' },
    mission: { zh: '采集任务', en: 'Collecting mission' },
    taxon: { zh: '分类单元', en: 'Taxon' },
    trait: { zh: '性状', en: 'Trait' },
    trial: { zh: '试验', en: 'Trial' },
    ...viabilityAudit.entities,
  },
  actions: {
    'library.create': { on: 'library', zh: '新增资源库', en: 'Library added' },
    'library.edit': { on: 'library', zh: '修改资源库', en: 'Library changed' },
    'mission.create': { on: 'mission', zh: '登记采集任务', en: 'Mission added' },
    'mission.edit': { on: 'mission', zh: '修改采集任务', en: 'Mission changed' },
    'introduction.add': { on: 'record', zh: '添加引种记录', en: 'Introduction step added' },
    'introduction.remove': { on: 'record', zh: '移除引种记录', en: 'Introduction step removed' },
    'illustration.add': { on: 'record', zh: '标注性状图片', en: 'Trait picture tagged' },
    'illustration.remove': {
      on: 'record',
      zh: '移除性状图片标注',
      en: 'Trait picture tag removed',
    },
    'pedigree.add': { on: 'record', zh: '添加亲本', en: 'Parent added' },
    'pedigree.remove': { on: 'record', zh: '移除亲本', en: 'Parent removed' },
    'taxon.create': { on: 'taxon', zh: '收入学名', en: 'Name added to the taxonomy' },
    'taxon.edit': { on: 'taxon', zh: '修改分类', en: 'Taxon changed' },
    'trait.create': { on: 'trait', zh: '新增性状', en: 'Trait added' },
    'trait.edit': { on: 'trait', zh: '修改性状', en: 'Trait changed' },
    'trial.create': { on: 'trial', zh: '新增试验', en: 'Trial added' },
    'trial.edit': { on: 'trial', zh: '修改试验', en: 'Trial changed' },
    'trial.observe': { on: 'trial', zh: '登记观测值', en: 'Observations recorded' },
    'trial.remove_observation': { on: 'trial', zh: '删除观测值', en: 'Observation removed' },
    ...viabilityAudit.actions,
  },
} as const satisfies AuditNames
