import type { Text } from '../src/core/text.ts'

type BiobankStory = {
  key: string
  institution: string
  /** Who keeps that institution's records. */
  by: string
  name: Text
  description: Text
  acronym: string
  infrastructure: readonly string[]
  organisation?: readonly string[]
  bioprocessing?: readonly string[]
  quality?: readonly string[]
  phone: string
  address: string
  /** Keys of its collections. */
  collections: readonly string[]
}

/** Banks of institutes that there are; telephone numbers and standards are made up. */
export const biobankStories: readonly BiobankStory[] = [
  {
    key: 'lzuh-bb',
    institution: 'lzuh',
    by: 'fang',
    acronym: 'LZUH-BB',
    name: {
      zh: '兰州大学第一医院生物样本库',
      en: 'Biobank of the First Hospital of Lanzhou University',
    },
    description: {
      zh: '保存人群队列、专病和出生队列的血液、组织与核酸，按伦理审查和知情同意范围提供。',
      en: 'Keeps blood, tissue and nucleic acids of cohorts, provided within ethics approval and consent.',
    },
    infrastructure: ['sample_storage', 'data_storage', 'biosafety'],
    organisation: ['recontact', 'clinical_data', 'laboratory_data', 'pathology'],
    bioprocessing: ['nucleic_acids', 'processing', 'shipping', 'quality_control'],
    quality: ['iso20387', 'iso9001'],
    phone: '0931-5550101',
    address: '兰州市城关区东岗西路',
    collections: ['hexi-cohort', 'gastric', 'plateau-birth', 'mouse-tumours', 'lung-serum'],
  },
  {
    key: 'yak',
    institution: 'lihps',
    by: 'qin',
    acronym: 'LIHPS-ATB',
    name: { zh: '青藏高原家畜组织与 DNA 库', en: 'Tissue and DNA bank of plateau livestock' },
    description: {
      zh: '牦牛、藏羊和细毛羊的血液、组织与 DNA，配套系谱和表型。',
      en: 'Blood, tissue and DNA of yaks, Tibetan and fine-wool sheep, with pedigrees and phenotypes.',
    },
    infrastructure: ['sample_storage', 'data_storage'],
    bioprocessing: ['nucleic_acids', 'shipping'],
    phone: '0931-5550102',
    address: '兰州市七里河区小西湖硷沟沿',
    collections: ['yak-tissues'],
  },
  {
    key: 'lvri',
    institution: 'lvri',
    by: 'qin',
    acronym: 'LVRI-BB',
    name: { zh: '兽医血清与细胞材料库', en: 'Bank of veterinary sera and cells' },
    description: {
      zh: '家畜流行病学血清，以及作实验材料共享的细胞株。',
      en: 'Sera of livestock for epidemiology, and cell lines shared as experimental material.',
    },
    infrastructure: ['sample_storage', 'biosafety'],
    bioprocessing: ['virology', 'cell_lines', 'shipping'],
    quality: ['iso9001'],
    phone: '0931-5550103',
    address: '兰州市城关区盐场堡徐家坪',
    collections: ['livestock-sera', 'cell-lines'],
  },
  {
    key: 'ice',
    institution: 'nieer',
    by: 'shen',
    acronym: 'NIEER-ICE',
    name: { zh: '冰冻圈环境样品库', en: 'Archive of the cryosphere' },
    description: {
      zh: '冰芯、雪坑和冰川融水样品，低温库房 −20 ℃ 全年监测。',
      en: 'Ice cores, snow pits and meltwater in cold rooms at −20 °C, watched all year.',
    },
    infrastructure: ['sample_storage', 'data_storage'],
    bioprocessing: ['processing', 'shipping'],
    phone: '0931-5550104',
    address: '兰州市城关区东岗西路 320 号',
    collections: ['ice-archive'],
  },
  {
    key: 'earth',
    institution: 'lzu',
    by: 'jiang',
    acronym: 'LZU-GEO',
    name: { zh: '西部地质与古生物标本馆', en: 'Rocks, fossils and sediments of the west' },
    description: {
      zh: '黄土、沙漠沉积物、岩石与古动物化石标本，可预约观察和取样。',
      en: 'Loess, desert sediments, rocks and fossil mammals, to be seen and sampled by appointment.',
    },
    infrastructure: ['sample_storage'],
    bioprocessing: ['processing'],
    phone: '0931-5550105',
    address: '兰州市城关区天水南路 222 号',
    collections: ['hezheng-fossils', 'loess-soils'],
  },
  {
    key: 'insects',
    institution: 'gsau',
    by: 'ye',
    acronym: 'GSAU-ENT',
    name: {
      zh: '甘肃农业大学昆虫标本馆',
      en: 'Entomological museum of Gansu Agricultural University',
    },
    description: {
      zh: '昆虫标本的鉴定、借阅和交换。',
      en: 'Insects, to be identified, lent and exchanged.',
    },
    infrastructure: ['sample_storage', 'data_storage'],
    phone: '0931-5550106',
    address: '兰州市安宁区营门村 1 号',
    collections: ['insects'],
  },
  {
    key: 'herbs',
    institution: 'gucm',
    by: 'du',
    acronym: 'GUCM-HB',
    name: { zh: '陇药标本馆', en: 'Herbarium of Gansu’s medicinal plants' },
    description: {
      zh: '道地药材的腊叶标本、药材标本与 DNA，供质量评价对照。',
      en: 'Pressed plants, drugs and DNA from the authentic regions, for comparison.',
    },
    infrastructure: ['sample_storage'],
    bioprocessing: ['nucleic_acids'],
    phone: '0931-5550107',
    address: '兰州市城关区定西东路 35 号',
    collections: ['herb-specimens'],
  },
  {
    key: 'alloys',
    institution: 'lut',
    by: 'fang',
    acronym: 'LUT-RM',
    name: { zh: '有色金属标准物质库', en: 'Reference materials of non-ferrous metals' },
    description: {
      zh: '镍、钴、铜合金成分分析用标准物质，随附定值证书。',
      en: 'Reference materials for the analysis of nickel, cobalt and copper alloys, with certificates.',
    },
    infrastructure: ['sample_storage'],
    quality: ['iso9001'],
    phone: '0931-5550108',
    address: '兰州市七里河区兰工坪路 287 号',
    collections: ['alloy-references'],
  },
]
