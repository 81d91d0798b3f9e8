import type { RecordItem } from '../../catalog/records/pages/cards.tsx'
import type { GalleryImage } from '../../web/components/pictures.tsx'
import type { Facet } from '../../web/components/facets.tsx'

const picture = (name: Landscape, zh: string, en: string): GalleryImage => ({
  id: name,
  width: 1200,
  height: 900,
  colour: '#b98f4a',
  alt: { zh, en },
  address: `/styleguide/pictures/${name}`,
})

export const pictures: GalleryImage[] = [
  {
    ...picture(
      'qilian',
      '祁连山北坡的采集地',
      'Collecting site on the northern slope of the Qilian',
    ),
    caption: {
      zh: '采集地：天祝县抓喜秀龙，海拔 2,960 m',
      en: 'Collecting site: Tianzhu, 2,960 m above sea level',
    },
    credit: '草业研究所',
    licence: 'CC BY 4.0',
  },
  {
    ...picture('loess', '原生境群体', 'The population in its habitat'),
    caption: { zh: '原生境群体', en: 'The population in its habitat' },
  },
  {
    ...picture('danxia', '结荚期植株', 'Plants with pods'),
    caption: { zh: '结荚期植株', en: 'Plants with pods' },
  },
]

const grassland = { name: { zh: '兰州草业研究所', en: 'Lanzhou Institute of Grassland Science' } }
const physics = { name: { zh: '河西近代物理研究中心', en: 'Hexi Centre for Modern Physics' } }
const cryosphere = { name: { zh: '西北冰冻圈研究站', en: 'Northwest Cryosphere Station' } }

export const records: RecordItem[] = [
  {
    id: 'alfalfa',
    kind: 'accession',
    title: { zh: '紫花苜蓿 河西地方种 ZXM000123', en: 'Alfalfa, Hexi landrace ZXM000123' },
    summary: {
      zh: '河西走廊灌区长期种植的地方品种，耐寒、再生快；种子来自张掖的农户留种。',
      en: 'A landrace long grown in the irrigated Hexi corridor: hardy and quick to regrow. Seed saved by farmers near Zhangye.',
    },
    institution: grassland,
    access: 'on_request',
    visibility: 'published',
    image: picture('qilian', '紫花苜蓿的采集地', 'Where the alfalfa was collected'),
    markedTitle: {
      zh: [
        { text: '紫花', hit: false },
        { text: '苜蓿', hit: true },
        { text: ' 河西地方种 ZXM000123', hit: false },
      ],
    },
    highlights: [
      {
        label: { zh: '种质名称', en: 'Accession name' },
        parts: [
          { text: '河西', hit: false },
          { text: '苜蓿', hit: true },
          { text: '，又名“老', hit: false },
          { text: '苜蓿', hit: true },
          { text: '”', hit: false },
        ],
      },
    ],
    updatedAt: '2026-11-20T08:30:00Z',
  },
  {
    id: 'irms',
    kind: 'instrument',
    title: { zh: '稳定同位素比质谱仪 Delta V', en: 'Isotope ratio mass spectrometer Delta V' },
    summary: {
      zh: '测定水、碳酸盐和有机质的碳、氮、氧、氢同位素比值，配元素分析仪与气相色谱。',
      en: 'Carbon, nitrogen, oxygen and hydrogen isotope ratios of water, carbonate and organic matter, with EA and GC.',
    },
    institution: cryosphere,
    access: 'registered',
    visibility: 'published',
    updatedAt: '2026-11-18T02:00:00Z',
  },
  {
    id: 'glacier',
    kind: 'dataset',
    title: {
      zh: '祁连山冰川物质平衡观测数据集（2005–2025）',
      en: 'Glacier mass balance in the Qilian Mountains, 2005–2025',
    },
    summary: {
      zh: '七条冰川的花杆与雪坑观测，年尺度，附误差说明与原始记录扫描件。',
      en: 'Stake and snow-pit measurements of seven glaciers, yearly, with error notes and scans of the field books.',
    },
    institution: cryosphere,
    access: 'open',
    visibility: 'published',
    image: picture('glacier', '七一冰川末端', 'Snout of the July First glacier'),
    updatedAt: '2026-11-15T05:10:00Z',
  },
  {
    id: 'biobank',
    kind: 'collection',
    title: { zh: '河西走廊消化道肿瘤样本库', en: 'Hexi Corridor Collection of Digestive Tumours' },
    summary: {
      zh: '血浆、组织与配对正常组织，随访五年。',
      en: 'Plasma, tissue and paired normal tissue, with five years of follow-up.',
    },
    institution: { name: { zh: '金城医学中心', en: 'Jincheng Medical Centre' } },
    access: 'on_request',
    visibility: 'draft',
    updatedAt: '2026-11-12T09:45:00Z',
  },
  {
    id: 'ion-line',
    kind: 'instrument',
    title: { zh: '重离子束材料辐照终端', en: 'Heavy-ion beam line for materials irradiation' },
    summary: {
      zh: '能量 5–80 MeV/u，束斑可调，真空样品台。',
      en: '5–80 MeV/u, adjustable spot, vacuum sample stage.',
    },
    institution: physics,
    access: 'on_request',
    visibility: 'published',
    image: picture('dusk', '辐照终端大厅', 'The irradiation hall'),
    updatedAt: '2026-11-10T01:00:00Z',
  },
  {
    id: 'dunhuang-microbe',
    kind: 'accession',
    title: { zh: null, en: 'Deinococcus gobiensis I-0' },
    summary: {
      zh: '分离自戈壁砂土的耐辐射菌株。',
      en: 'A radiation-tolerant strain isolated from Gobi sand.',
    },
    institution: {
      name: { zh: '甘肃极端环境微生物保藏中心', en: 'Gansu Collection of Extremophiles' },
    },
    access: 'closed',
    visibility: 'withdrawn',
    updatedAt: '2026-10-30T01:00:00Z',
  },
]

export const facets: Facet[] = [
  {
    key: 'kind',
    label: { zh: '类别', en: 'Kind' },
    values: [
      {
        label: { zh: '种质', en: 'Germplasm' },
        count: { value: 10000, relation: 'gte' },
        checked: true,
        href: '#results',
      },
      {
        label: { zh: '仪器', en: 'Instruments' },
        count: { value: 60, relation: 'eq' },
        checked: false,
        href: '#results',
      },
      {
        label: { zh: '科学数据', en: 'Datasets' },
        count: { value: 30, relation: 'eq' },
        checked: false,
        href: '#results',
      },
    ],
  },
  {
    key: 'institution',
    label: { zh: '单位', en: 'Institution' },
    values: [
      grassland,
      physics,
      cryosphere,
      { name: { zh: '陇东果树试验站', en: 'Longdong Fruit Station' } },
    ].map(({ name }, index) => ({
      label: name,
      count: { value: 4210 - index * 987, relation: 'eq' },
      checked: false,
      href: '#results',
    })),
  },
]

/** Palettes from far to near: sky above, then five ridges. */
const palettes = {
  danxia: ['#f1dcc0', '#e3a878', '#cf7f55', '#b4563c', '#8c3d31', '#5f2a26'],
  glacier: ['#dcebf1', '#b9d6e2', '#8fb9cb', '#6397ae', '#3f7289', '#264c5e'],
  loess: ['#f3e6c4', '#e6cd95', '#d3b06c', '#b98f4a', '#8f6c34', '#5e4723'],
  qilian: ['#e2ecdc', '#b7cdb1', '#86a98a', '#5a8669', '#38644c', '#1f4434'],
  dusk: ['#e9dfe6', '#c9b3c2', '#a2879f', '#7a627d', '#53455c', '#332d3c'],
} as const

export const landscapes = ['danxia', 'glacier', 'loess', 'qilian', 'dusk'] as const
type Landscape = (typeof landscapes)[number]

/** A made-up view of ridges behind one another, as an SVG picture of 1200 × 900. */
export function landscapeSvg(name: Landscape): string {
  const [sky, ...ridges] = palettes[name]
  const shift = landscapes.indexOf(name) * 1.7
  const paths = ridges.map((colour, index) => {
    const base = 300 + index * 120
    const points = Array.from({ length: 25 }, (_, step) => {
      const x = step * 50
      const wave = Math.sin(step / (2.1 + index) + shift + index * 2) * (70 - index * 6)
      const ripple = Math.sin(step * (1.3 + index / 5) + shift * 3) * 18
      return `${x} ${Math.round(base + wave + ripple)}`
    })
    return `<path fill="${colour}" d="M0 900L${points.join('L')}L1200 900z"/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 900" width="1200" height="900"><rect width="1200" height="900" fill="${sky}"/><circle cx="${300 + shift * 90}" cy="190" r="70" fill="#fff" fill-opacity=".7"/>${paths.join('')}</svg>`
}
