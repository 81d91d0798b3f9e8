import { fieldsIn } from '../../core/field-list.ts'

const celsius = { from: -30, to: 130, decimals: 1, unit: '°C' }
const acidity = { from: 0, to: 14, decimals: 2 }
/** Weight by volume: saturated brine holds about 36 g per 100 mL. */
const salt = { from: 0, to: 40, decimals: 2, unit: '% w/v' }
const pressure = { from: 0, to: 300, decimals: 2, unit: 'MPa' }

const growth = fieldsIn('culture', {
  growthMedium: [
    'list',
    '培养基编号',
    'Recommended medium for growth',
    { max: 20, maxEntry: 300, search: 'D' },
  ],
  temperatureRecommended: ['number', '培养温度', 'Recommended growth temperature', celsius],
  temperatureTestedLow: ['number', '测试最低温度', 'Lowest temperature tested', celsius],
  temperatureTestedHigh: ['number', '测试最高温度', 'Highest temperature tested', celsius],
  preservation: ['codes', '保存方法', 'Preservation', { vocabulary: 'microbe_material', max: 10 }],
  supplyForms: ['codes', '提供形式', 'Form of supply', { vocabulary: 'supply_form', max: 10 }],
})

const extreme = fieldsIn('extreme', {
  oxygenRelation: ['code', '需氧类型', 'Oxygen relation', { vocabulary: 'oxygen_relation' }],
  temperatureMin: ['number', '最低生长温度', 'Lowest growth temperature', celsius],
  temperatureOptimum: ['number', '最适生长温度', 'Optimum growth temperature', celsius],
  temperatureMax: ['number', '最高生长温度', 'Highest growth temperature', celsius],
  phMin: ['number', '最低生长 pH', 'Lowest pH', acidity],
  phOptimum: ['number', '最适生长 pH', 'Optimum pH', acidity],
  phMax: ['number', '最高生长 pH', 'Highest pH', acidity],
  naclMin: ['number', '最低 NaCl 浓度', 'Lowest NaCl', salt],
  naclOptimum: ['number', '最适 NaCl 浓度', 'Optimum NaCl', salt],
  naclMax: ['number', '最高 NaCl 浓度', 'Highest NaCl', salt],
  pressureOptimum: ['number', '最适压力', 'Optimum pressure', pressure],
  pressureMax: ['number', '最高耐受压力', 'Highest pressure', pressure],
  radiationTolerance: ['text', '耐辐射性', 'Radiation tolerance', { max: 500, search: 'C' }],
  desiccationTolerance: ['text', '耐干燥性', 'Desiccation tolerance', { max: 500, search: 'C' }],
})

const safety = fieldsIn('strain_safety', {
  restrictionsOnUse: [
    'code',
    '使用限制',
    'Restrictions on use',
    { vocabulary: 'microbe_restriction' },
  ],
  nagoyaStatus: [
    'code',
    '名古屋议定书状态',
    'Nagoya protocol restrictions and compliance conditions',
    { vocabulary: 'nagoya_status' },
  ],
  absFiles: ['list', 'ABS 文件', 'ABS related files', { max: 20, maxEntry: 2000 }],
  mtaFile: ['text', 'MTA 文件', 'MTA file', { max: 2000 }],
  registeredCollection: ['boolean', '来自注册保藏机构', 'Strain from a registered collection'],
  riskGroup: ['code', '生物危害程度', 'Risk Group', { vocabulary: 'risk_group' }],
  dualUse: ['boolean', '两用物项', 'Dual use'],
  quarantine: [
    'boolean',
    '检疫性有害生物',
    'Quarantine',
    { standardNames: ['Quarantine in Europe'] },
  ],
  pathogenClass: [
    'code',
    '病原微生物类别',
    'Chinese pathogen class',
    { vocabulary: 'pathogen_class' },
  ],
})

/** How a strain grows, what it endures, in which form it is had, and what must be minded. */
export const cultureFields = [...growth, ...extreme, ...safety]
