import { fieldsIn, withHints } from '../../core/field-list.ts'
import type { Field, FieldGroup } from '../../core/fields.ts'
import { hints } from '../words/hints.ts'
import { animalFields } from './animal.ts'
import { mcpdFields } from './mcpd.ts'
import { microbeFields } from './microbe.ts'
import { plantFields } from './plant.ts'
import { platformFields } from './platform.ts'

export const accessionGroups = [
  { key: 'identity', label: { zh: '标识', en: 'Identity' } },
  { key: 'plant_names', label: { zh: '名称与类型', en: 'Names and type' } },
  { key: 'strain', label: { zh: '菌种', en: 'Strain' } },
  { key: 'breed', label: { zh: '品种', en: 'Breed' } },
  { key: 'taxonomy', label: { zh: '分类', en: 'Taxonomy' } },
  { key: 'platform', label: { zh: '平台共性描述', en: 'Platform descriptors' } },
  { key: 'collecting', label: { zh: '采集', en: 'Collecting' } },
  { key: 'origin', label: { zh: '来源与系谱', en: 'Origin and pedigree' } },
  { key: 'strain_history', label: { zh: '来源历史', en: 'Strain history' } },
  { key: 'animal', label: { zh: '个体', en: 'Animal' } },
  { key: 'plant_growth', label: { zh: '生长与特性', en: 'Growth and characteristics' } },
  { key: 'plant_environment', label: { zh: '原生环境', en: 'Environment of origin' } },
  { key: 'medicinal', label: { zh: '种子与产区', en: 'Seed and region' } },
  { key: 'culture', label: { zh: '培养与提供', en: 'Culture and supply' } },
  { key: 'extreme', label: { zh: '极端环境适应性', en: 'Tolerance of extremes' } },
  { key: 'strain_genetics', label: { zh: '遗传信息', en: 'Genetics' } },
  { key: 'strain_use', label: { zh: '用途与文献', en: 'Uses and literature' } },
  { key: 'strain_safety', label: { zh: '安全与合规', en: 'Safety and compliance' } },
  { key: 'keeping', label: { zh: '保存', en: 'Storage' } },
  { key: 'plant_keeping', label: { zh: '库圃与实物', en: 'Banks and material' } },
  { key: 'animal_keeping', label: { zh: '保种', en: 'Conservation' } },
] as const satisfies readonly FieldGroup[]

export const accessionProfiles = [
  { key: 'plant', label: { zh: '植物', en: 'Plant' } },
  { key: 'microbe', label: { zh: '微生物', en: 'Microbe' } },
  { key: 'animal', label: { zh: '动物', en: 'Animal' } },
] as const

/** What neither the passport nor the platforms’ list has a place for. */
const furtherFields = [
  ...fieldsIn('platform', {
    foreignName: [
      'text',
      '种质外文名',
      'Foreign name',
      { max: 300, search: 'A', standardNames: ['外文名', '外文名称'] },
    ],
  }),
  ...fieldsIn('taxonomy', {
    placedAs: ['text', '归类学名', 'Classified as', { max: 200, search: 'B' }],
  }),
  ...fieldsIn('origin', {
    crossType: ['code', '杂交方式', 'Cross type', { vocabulary: 'cross_type' }],
    crossYear: ['integer', '杂交年份', 'Cross year', { from: 1800, to: 2200 }],
  }),
  ...fieldsIn('strain_use', {
    literature: ['list', '文献', 'Literature', { max: 100, maxEntry: 2000, search: 'D' }],
  }),
  ...fieldsIn('collecting', {
    protectionLevel: ['code', '保护级别', 'Protection', { vocabulary: 'protection_level' }],
    newlyFound: ['boolean', '新发现或未定名', 'Newly discovered or unnamed'],
    wildMedicineClass: [
      'code',
      '野生药材保护等级',
      'Class of wild medicinal material',
      { vocabulary: 'wild_medicine_class' },
    ],
  }),
]

/** What an accession has of its taxon: read with its own fields, and written there. */
export const ofTaxonFields: readonly Field[] = fieldsIn('taxonomy', {
  taxonProtection: ['code', '物种保护级别', 'Taxon protection', { vocabulary: 'protection_level' }],
})

/** Fields of every accession: its passport, and what the national platforms ask of all. */
export const accessionFields: readonly Field[] = withHints(
  [...mcpdFields, ...platformFields, ...furtherFields],
  hints,
)

/** Fields of one profile each. */
export const profileFields = {
  plant: withHints(plantFields, hints),
  microbe: withHints(microbeFields, hints),
  animal: withHints(animalFields, hints),
} satisfies Record<(typeof accessionProfiles)[number]['key'], readonly Field[]>
