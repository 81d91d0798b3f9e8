import { demoSignIns } from '../src/people/accounts/rules/demo.ts'

/** Somebody made up; nobody of this name is meant. */
export type PersonStory = {
  key: string
  name: string
  email: string
  lang?: 'en'
  isAdmin?: boolean
  /** Institutions that the person belongs to, and the title there. */
  belongs: readonly (readonly [institution: string, title: string])[]
  stewards?: readonly string[]
}

const at = (name: string) => `${name}@hexi.example`

/** The first six are the demo's sign-ins; whom an institution names its curator keeps its records. */
export const people: readonly PersonStory[] = [
  {
    key: 'lin',
    name: '林知夏 Lin Zhixia',
    email: demoSignIns['demo-admin'],
    isAdmin: true,
    belongs: [['lzu', '平台管理员']],
  },
  {
    key: 'shen',
    name: '沈砚秋 Shen Yanqiu',
    email: demoSignIns['demo-curator'],
    belongs: [
      ['nieer', '资源管理员'],
      ['gaas', '资源管理员'],
    ],
  },
  {
    key: 'wen_xi',
    name: '陆闻溪 Lu Wenxi',
    email: demoSignIns['demo-steward'],
    belongs: [
      ['nieer', '共享审核人'],
      ['gaas', '共享审核人'],
    ],
    stewards: ['nieer', 'gaas', 'gsau'],
  },
  {
    key: 'gu',
    name: '顾云樵 Gu Yunqiao',
    email: demoSignIns['demo-pi'],
    belongs: [['nieer', '研究员']],
  },
  {
    key: 'xu',
    name: '许清禾 Xu Qinghe',
    email: demoSignIns['demo-researcher'],
    belongs: [['nieer', '助理研究员']],
  },
  {
    key: 'bai',
    name: '白予安 Bai Yu’an',
    email: demoSignIns['demo-outsider'],
    lang: 'en',
    belongs: [['hxu', '讲师']],
  },
  { key: 'song', name: '宋疏影 Song Shuying', email: at('song'), belongs: [['nieer', '研究员']] },
  {
    key: 'su',
    name: '苏沐原 Su Muyuan',
    email: at('su'),
    belongs: [['imp', '高级工程师']],
    stewards: ['imp'],
  },
  { key: 'jiang', name: '江望舒 Jiang Wangshu', email: at('jiang'), belongs: [['lzu', '教授']] },
  {
    key: 'ye',
    name: '叶小满 Ye Xiaoman',
    email: at('ye'),
    belongs: [
      ['gaas', '研究员'],
      ['gsau', '兼职教授'],
      ['lefri', '特聘研究员'],
    ],
  },
  {
    key: 'lu',
    name: '鹿鸣野 Lu Mingye',
    email: at('lu'),
    belongs: [['gsau', '教授']],
    stewards: ['gsau'],
  },
  {
    key: 'qin',
    name: '秦朔野 Qin Shuoye',
    email: at('qin'),
    belongs: [
      ['lvri', '研究员'],
      ['lihps', '研究员'],
    ],
  },
  {
    key: 'du',
    name: '杜若川 Du Ruochuan',
    email: at('du'),
    belongs: [
      ['gucm', '教授'],
      ['lzuh', '主任技师'],
    ],
    stewards: ['lzuh'],
  },
  {
    key: 'tang',
    name: '唐槐序 Tang Huaixu',
    email: at('tang'),
    belongs: [
      ['dha', '研究馆员'],
      ['hxu', '客座教授'],
      ['gdcri', '研究员'],
    ],
  },
  { key: 'wen', name: '闻笙歌 Wen Shengge', email: at('wen'), belongs: [['hxu', '副教授']] },
  {
    key: 'fang',
    name: '方既白 Fang Jibai',
    email: at('fang'),
    belongs: [
      ['gea', '高级工程师'],
      ['lut', '教授'],
      ['licp', '研究员'],
    ],
  },
  { key: 'he', name: '何雁归 He Yangui', email: at('he'), belongs: [['gsau', '博士研究生']] },
]
