/* oxlint-disable max-lines -- data */
import type { Text } from '../src/core/text.ts'
import type { InstitutionKind } from '../src/people/model/named.ts'

/** An owner of resources as the demo tells it: real names, since the landscape is Gansu's; nothing else is claimed. */
export type InstitutionStory = {
  key: string
  name: Text
  kind: InstitutionKind
  /** GB/T 2260, six digits. */
  region: string
  website?: string
  ror?: string
  address: string
  /** WGS84, to the street. */
  at: readonly [longitude: number, latitude: number]
  about: Text
  /** Who keeps its records: a key of `people`. */
  curator: string
}

const chengguan = '620102'
const anning = '620105'

export const institutions: readonly InstitutionStory[] = [
  {
    key: 'imp',
    name: { zh: '中国科学院近代物理研究所', en: 'Institute of Modern Physics, CAS' },
    kind: 'institute',
    region: chengguan,
    website: 'http://www.impcas.ac.cn',
    address: '甘肃省兰州市城关区南昌路',
    at: [103.876, 36.05],
    about: {
      zh: '以重离子加速器为平台，研究原子核、重离子束与物质和生命的相互作用。',
      en: 'Studies nuclei, and what beams of heavy ions do to matter and life, around its accelerators.',
    },
    curator: 'su',
  },
  {
    key: 'nieer',
    name: {
      zh: '中国科学院西北生态环境资源研究院',
      en: 'Northwest Institute of Eco-Environment and Resources, CAS',
    },
    kind: 'institute',
    region: chengguan,
    website: 'http://www.nieer.cas.cn',
    address: '甘肃省兰州市城关区东岗西路',
    at: [103.859, 36.047],
    about: {
      zh: '研究冰川、冻土、沙漠、高原大气与内陆河流域，在祁连山、青藏高原和河西走廊设有野外台站。',
      en: 'Glaciers, permafrost, deserts, high-altitude air and inland rivers, with stations from the Qilian Mountains to the Tibetan Plateau.',
    },
    curator: 'shen',
  },
  {
    key: 'lzu',
    name: { zh: '兰州大学', en: 'Lanzhou University' },
    kind: 'university',
    region: chengguan,
    website: 'https://www.lzu.edu.cn',
    ror: 'https://ror.org/01mkqqe32',
    address: '甘肃省兰州市城关区天水南路',
    at: [103.854, 36.046],
    about: {
      zh: '综合性大学，化学、大气科学、草业科学、生态学和磁学的仪器平台向校内外开放。',
      en: 'A university whose platforms for chemistry, atmosphere, grassland, ecology and magnetism are open to others.',
    },
    curator: 'jiang',
  },
  {
    key: 'gaas',
    name: { zh: '甘肃省农业科学院', en: 'Gansu Academy of Agricultural Sciences' },
    kind: 'genebank',
    region: anning,
    address: '甘肃省兰州市安宁区农科院新村',
    at: [103.69, 36.1],
    about: {
      zh: '保存甘肃粮食、小杂粮、马铃薯、果树和高原夏菜种质，设有中期库和资源圃。',
      en: 'Keeps Gansu’s grains, pulses, potatoes, fruit and upland vegetables in a medium-term bank and in orchards.',
    },
    curator: 'shen',
  },
  {
    key: 'gsau',
    name: { zh: '甘肃农业大学', en: 'Gansu Agricultural University' },
    kind: 'university',
    region: anning,
    website: 'https://www.gsau.edu.cn',
    ror: 'https://ror.org/05ym42410',
    address: '甘肃省兰州市安宁区营门村',
    at: [103.695, 36.092],
    about: {
      zh: '草业、畜牧与旱地农业见长，草业学院保存北方饲草种质。',
      en: 'Grassland, animals and dryland farming; its college of grassland keeps the forage plants of the north.',
    },
    curator: 'ye',
  },
  {
    key: 'lvri',
    name: {
      zh: '中国农业科学院兰州兽医研究所',
      en: 'Lanzhou Veterinary Research Institute, CAAS',
    },
    kind: 'institute',
    region: chengguan,
    address: '甘肃省兰州市城关区盐场堡',
    at: [103.874, 36.081],
    about: {
      zh: '研究家畜疫病的病原、免疫与诊断。',
      en: 'Pathogens, immunity and diagnosis of the diseases of livestock.',
    },
    curator: 'qin',
  },
  {
    key: 'lihps',
    name: {
      zh: '中国农业科学院兰州畜牧与兽药研究所',
      en: 'Lanzhou Institute of Husbandry and Pharmaceutical Sciences, CAAS',
    },
    kind: 'institute',
    region: '620103',
    address: '甘肃省兰州市七里河区小西湖',
    at: [103.786, 36.065],
    about: {
      zh: '培育牦牛和细毛羊品种，研究草畜与兽用药物。',
      en: 'Breeds yaks and fine-wool sheep; works on forage and veterinary medicines.',
    },
    curator: 'qin',
  },
  {
    key: 'gucm',
    name: { zh: '甘肃中医药大学', en: 'Gansu University of Chinese Medicine' },
    kind: 'university',
    region: '620123',
    website: 'https://www.gszy.edu.cn',
    address: '甘肃省兰州市榆中县和平镇',
    at: [103.968, 36.0],
    about: {
      zh: '研究陇药：当归、党参、黄芪、甘草和大黄的种质、栽培与质量。',
      en: 'The medicinal plants of Gansu: Angelica, Codonopsis, Astragalus, liquorice and rhubarb, from seed to quality.',
    },
    curator: 'du',
  },
  {
    key: 'dha',
    name: { zh: '敦煌研究院', en: 'Dunhuang Academy' },
    kind: 'institute',
    region: '620982',
    website: 'https://www.dha.ac.cn',
    address: '甘肃省敦煌市莫高窟',
    at: [94.806, 40.041],
    about: {
      zh: '保护和研究莫高窟等石窟，监测洞窟环境，分析壁画材料。',
      en: 'Conserves and studies the Mogao and other grottoes: their climate, their paintings and what these are made of.',
    },
    curator: 'tang',
  },
  {
    key: 'hxu',
    name: { zh: '河西学院', en: 'Hexi University' },
    kind: 'university',
    region: '620702',
    website: 'https://www.hxu.edu.cn',
    address: '甘肃省张掖市甘州区北环路',
    at: [100.455, 38.953],
    about: {
      zh: '地处河西走廊，研究绿洲农业、盐碱地与极端环境微生物。',
      en: 'In the middle of the Hexi Corridor: oasis farming, saline land and the microbes of extreme places.',
    },
    curator: 'tang',
  },
  {
    key: 'gea',
    name: { zh: '甘肃省地震局', en: 'Gansu Earthquake Agency' },
    kind: 'agency',
    region: chengguan,
    address: '甘肃省兰州市城关区东岗西路',
    at: [103.849, 36.051],
    about: {
      zh: '运行全省地震、地磁、重力和形变台网，研究黄土地区震害。',
      en: 'Runs the networks for earthquakes, magnetism, gravity and deformation, and studies what shaking does to loess.',
    },
    curator: 'fang',
  },
  {
    key: 'lut',
    name: { zh: '兰州理工大学', en: 'Lanzhou University of Technology' },
    kind: 'university',
    region: '620103',
    website: 'https://www.lut.edu.cn',
    ror: 'https://ror.org/03panb555',
    address: '甘肃省兰州市七里河区兰工坪路',
    at: [103.764, 36.056],
    about: {
      zh: '有色金属加工、材料与流体机械的测试平台。',
      en: 'Platforms for metals, materials and fluid machinery.',
    },
    curator: 'fang',
  },
  {
    key: 'lzuh',
    name: { zh: '兰州大学第一医院', en: 'The First Hospital of Lanzhou University' },
    kind: 'hospital',
    region: chengguan,
    address: '甘肃省兰州市城关区东岗西路',
    at: [103.842, 36.052],
    about: {
      zh: '临床研究与生物样本库，样本的使用须经伦理审查。',
      en: 'Clinical research and a biobank; its samples are used after ethical review.',
    },
    curator: 'du',
  },
  {
    key: 'licp',
    name: {
      zh: '中国科学院兰州化学物理研究所',
      en: 'Lanzhou Institute of Chemical Physics, CAS',
    },
    kind: 'institute',
    region: chengguan,
    website: 'http://www.licp.cas.cn',
    address: '甘肃省兰州市城关区天水中路',
    at: [103.851, 36.043],
    about: {
      zh: '固体润滑、催化与特色药用资源化学的仪器平台。',
      en: 'Solid lubrication, catalysis and the chemistry of medicinal plants.',
    },
    curator: 'fang',
  },
  {
    key: 'gdcri',
    name: { zh: '甘肃省治沙研究所', en: 'Gansu Desert Control Research Institute' },
    kind: 'institute',
    region: '620602',
    address: '甘肃省武威市凉州区北关西路',
    at: [102.637, 37.94],
    about: {
      zh: '在民勤等地观测风沙，选育固沙植物。',
      en: 'Watches sand and wind at Minqin and elsewhere, and selects plants that hold dunes.',
    },
    curator: 'tang',
  },
  {
    key: 'lefri',
    name: {
      zh: '陇南市经济林研究院',
      en: 'Longnan Economic Forest Research Institute',
    },
    kind: 'institute',
    region: '621202',
    address: '甘肃省陇南市武都区',
    at: [104.923, 33.388],
    about: {
      zh: '花椒、油橄榄和核桃的良种选育与资源圃。',
      en: 'Sichuan pepper, olive and walnut: breeding, and orchards that keep the old varieties.',
    },
    curator: 'ye',
  },
]
