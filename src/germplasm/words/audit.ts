import type { AuditNames } from '../../audit/model.ts'

export const germplasmAudit = {
  entities: {
    trait: { zh: '性状', en: 'Trait' },
    trial: { zh: '试验', en: 'Trial' },
  },
  actions: {
    'trait.create': { on: 'trait', zh: '新增性状', en: 'Trait added' },
    'trait.edit': { on: 'trait', zh: '修改性状', en: 'Trait changed' },
    'trial.create': { on: 'trial', zh: '新增试验', en: 'Trial added' },
    'trial.edit': { on: 'trial', zh: '修改试验', en: 'Trial changed' },
    'trial.observe': { on: 'trial', zh: '登记观测值', en: 'Observations entered' },
    'trial.remove_observation': { on: 'trial', zh: '删除观测值', en: 'Observation removed' },
  },
} as const satisfies AuditNames
