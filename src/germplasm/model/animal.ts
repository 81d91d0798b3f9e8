import { fieldsIn } from '../../core/field-list.ts'
import type { Field } from '../../core/fields.ts'
import { named } from './named.ts'

const head = { from: 0, to: 2_000_000_000 }

const breed = fieldsIn('breed', {
  animalSpecies: ['text', '畜种', 'Animal species', { max: 200, search: 'B' }],
  breedNameZh: ['text', '品种中文名', 'Breed name in Chinese', { max: 200, search: 'A' }],
  breedNameEn: ['text', '品种英文名', 'Breed name in English', { max: 200, search: 'A' }],
  breedNameLocal: ['text', '品种地方名', 'Local breed name', { max: 200, search: 'A' }],
  breedCode: ['text', '品种代码', 'Breed code', { max: 60, search: 'A' }],
  riskStatus: ['code', '濒危状况', 'Risk status', { vocabulary: 'breed_risk_status' }],
  populationSize: ['integer', '群体数量', 'Population size', head],
  populationYear: ['integer', '群体数量年份', 'Population year', { from: 1900, to: 2100 }],
})

const animal = fieldsIn('animal', {
  sex: ['code', '性别', 'Sex', { vocabulary: 'animal_sex' }],
  birthDate: ['partial_date', '出生日期', 'Birth date'],
  earTag: ['text', '耳标号', 'Ear tag', { max: 100, search: 'A' }],
  sire: ['text', '父本', 'Sire', { max: 200, search: 'A' }],
  dam: ['text', '母本', 'Dam', { max: 200, search: 'A' }],
})

const conservation = fieldsIn('animal_keeping', {
  conservationForms: [
    'codes',
    '保存类型',
    'Conservation form',
    { vocabulary: 'animal_material', max: 10 },
  ],
  cryoconservedDoses: ['integer', '超低温保存剂数', 'Cryoconserved doses', head],
  sdgSufficiency: [
    'code',
    '保存材料充足性（SDG 2.5.1b）',
    'Sufficient material (SDG 2.5.1b)',
    { vocabulary: 'sdg_sufficiency' },
  ],
  conservationPlace: [
    'text',
    '保种场（保护区）',
    'Conservation farm or reserve',
    { max: 300, search: 'C' },
  ],
  conservationPlaceType: [
    'code',
    '保种单位类型',
    'Type of conservation site',
    { vocabulary: 'conservation_place' },
  ],
})

/** Added later: its column is the last one. */
const protection = fieldsIn('breed', {
  breedProtection: [
    'code',
    '畜禽遗传资源保护名录',
    'Listed as protected livestock',
    { vocabulary: 'breed_protection' },
  ],
})

/** Animal genetic resources: a breed's, a herd's or one animal's. */
export const animalFields: readonly Field[] = named([
  ...breed,
  ...animal,
  ...conservation,
  ...protection,
])
