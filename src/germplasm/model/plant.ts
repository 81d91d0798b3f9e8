import { fieldsIn } from '../../core/field-list.ts'
import type { Field } from '../../core/fields.ts'
import { named } from './named.ts'

const names = fieldsIn('plant_names', {
  familyName: ['text', '科名', 'Family', { max: 200, search: 'B' }],
  genusName: ['text', '属名', 'Genus, as listed', { max: 200, search: 'B' }],
  speciesName: ['text', '种名', 'Species, as listed', { max: 300, search: 'B' }],
  germplasmType: ['code', '资源类型', 'Type of germplasm', { vocabulary: 'germplasm_type' }],
})

const growth = fieldsIn('plant_growth', {
  climateZone: ['text', '气候带', 'Climate zone', { max: 100, search: 'D' }],
  growthHabit: ['text', '生长习性', 'Growth habit', { max: 300, search: 'C' }],
  growthCycle: ['text', '生育周期', 'Life cycle', { max: 200, search: 'C' }],
  characteristics: ['longtext', '特征特性', 'Characteristics', { max: 5000, search: 'C' }],
  observationSite: ['text', '观测地点', 'Observation site', { max: 300, search: 'D' }],
  breedingYear: ['text', '选育年份', 'Year bred', { max: 40 }],
})

const environment = fieldsIn('plant_environment', {
  soilType: ['text', '土壤类型', 'Soil type', { max: 200, search: 'D' }],
  ecosystemType: ['text', '生态系统类型', 'Ecosystem type', { max: 200, search: 'D' }],
  annualTemperature: [
    'number',
    '年均温度',
    'Mean annual temperature',
    { from: -60, to: 60, decimals: 2, unit: '°C' },
  ],
  annualRainfall: [
    'number',
    '年均降雨量',
    'Mean annual rainfall',
    { from: 0, to: 20_000, decimals: 1, unit: 'mm' },
  ],
})

const keeping = fieldsIn('plant_keeping', {
  bankNumber: ['text', '库编号', 'Seed bank number', { max: 100, search: 'A', ofOneThing: true }],
  fieldBankNumber: [
    'text',
    '圃编号',
    'Field bank number',
    { max: 100, search: 'A', ofOneThing: true },
  ],
  introductionNumber: ['text', '引种号', 'Introduction number', { max: 100, search: 'A' }],
  plantMaterial: [
    'codes',
    '保存资源类型',
    'Stored material type',
    { vocabulary: 'plant_material', max: 10 },
  ],
  keepingMethod: ['text', '保存方式', 'Storage method', { max: 200, search: 'D' }],
})

/** Medicinal plants: descriptors that the common ones lack. */
const medicinal = fieldsIn('medicinal', {
  authenticRegion: ['text', '道地产区', 'Authentic region (daodi)', { max: 300, search: 'C' }],
  thousandSeedMass: [
    'number',
    '千粒重',
    'Thousand-seed weight',
    { from: 0, to: 1_000_000, decimals: 4, unit: 'g' },
  ],
  germinationRate: [
    'number',
    '发芽率',
    'Germination rate',
    { from: 0, to: 100, decimals: 2, unit: '%' },
  ],
  germinationEnergy: [
    'number',
    '发芽势',
    'Germination energy',
    { from: 0, to: 100, decimals: 2, unit: '%' },
  ],
})

/** Chinese common descriptors of crop, forage and medicinal germplasm that are a plant's own. */
export const plantFields: readonly Field[] = named([
  ...names,
  ...growth,
  ...environment,
  ...keeping,
  ...medicinal,
])
