import type { Text } from '../../../core/text.ts'

export type Terms = { title: Text; terms: ReadonlyMap<string, { code: string; label: Text }> }

/** By code, by label in either language, or by a name that everybody uses for it. */
export function codeOf(text: string, vocabulary: string, { terms }: Terms): string | undefined {
  const exact =
    terms.get(text) ?? terms.get(text.toUpperCase()) ?? terms.get(text.replace(/\.0+$/, ''))
  if (exact) return exact.code
  const wanted = plain(text)
  for (const { code, label } of terms.values())
    if (plain(label.en) === wanted || plain(label.zh) === wanted) return code
  const usual = usualNames[vocabulary]?.[wanted]
  return usual !== undefined && terms.has(usual) ? usual : codeByHead(text, terms)
}

/** `第四类` of `第四类：通常不引起人或动物疾病`: a label by what stands before its colon, where only one has it. */
function codeByHead(text: string, terms: Terms['terms']): string | undefined {
  const wanted = closed(text)
  const named = [...terms.values()].filter(({ label }) =>
    [label.zh, label.en].some((one) => /[:：]/.test(one) && headOf(one) === wanted),
  )
  return named.length === 1 ? named[0]?.code : undefined
}

const headOf = (label: string) => closed(label.replace(/[:：].*$/s, ''))
const closed = (text: string) => plain(text).replaceAll(' ', '')

/** Without case, accents and marks, and without 资源 and 共享 at the end, which people leave away. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(?<=.)(?:资源|共享)$/u, '')

/** Names in files that are not the code lists' own, by vocabulary. */
const usualNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  country: {
    bolivia: 'BOL',
    'cote d ivoire': 'CIV',
    'ivory coast': 'CIV',
    gambia: 'GMB',
    iran: 'IRN',
    'korea republic of': 'KOR',
    'south korea': 'KOR',
    laos: 'LAO',
    moldova: 'MDA',
    netherlands: 'NLD',
    niger: 'NER',
    philippines: 'PHL',
    russia: 'RUS',
    sudan: 'SDN',
    swaziland: 'SWZ',
    syria: 'SYR',
    taiwan: 'TWN',
    tanzania: 'TZA',
    'united kingdom': 'GBR',
    uk: 'GBR',
    'united states of america': 'USA',
    'united states': 'USA',
    usa: 'USA',
    'union of soviet socialist republics': 'SUN',
    ussr: 'SUN',
    venezuela: 'VEN',
    vietnam: 'VNM',
    zaire: 'ZAR',
  },
  mcpd_sampstat: {
    landrace: '300',
    'traditional cultivar landrace': '300',
    地方种: '300',
    wild: '100',
    野生种: '100',
    weedy: '200',
    'breeding line': '410',
    'breeder s line': '410',
    品系: '410',
    'breeding material': '400',
    'genetic stock': '420',
    mutant: '421',
    'released cultivar': '500',
    'improved cultivar': '500',
    'advanced cultivar': '500',
    cultivar: '500',
    other: '999',
    others: '999',
  },
  mcpd_storage: {
    短期库: '11',
    中期库: '12',
    长期库: '13',
    种质圃: '20',
    资源圃: '20',
    试管苗: '30',
    超低温: '40',
  },
  mcpd_mlsstat: { y: '1', yes: '1', true: '1', 是: '1', n: '0', no: '0', false: '0', 否: '0' },
  germplasm_type: { 野生种: 'wild', 农家品种: 'landrace', 育成品种: 'cultivar', 选育: 'cultivar' },
  plant_material: { 块茎: 'tuber', 薯块: 'tuber', 种薯: 'tuber', 苗木: 'plant', 离体: 'culture' },
  microbe_material: {
    液氮: 'liquid_nitrogen',
    液氮超低温: 'liquid_nitrogen',
    液氮冻结法: 'liquid_nitrogen',
    '80 c': 'minus80',
    '80 c冻结': 'minus80',
    真空冷冻干燥: 'freeze_dried',
    冷冻干燥: 'freeze_dried',
    冻干: 'freeze_dried',
    lyophilized: 'freeze_dried',
    矿物油: 'mineral_oil',
    定期移植: 'subculture',
    斜面: 'subculture',
  },
  animal_sex: { 公: 'male', 母: 'female', 阉: 'castrated', m: 'male', f: 'female' },
  supply_form: {
    'liquid culture medium': 'Liquid',
    'liquid medium': 'Liquid',
    'dry ice': 'Dry Ice',
    冻干: 'Lyo',
    斜面: 'Agar',
  },
  // As the microbial data standard has them.
  organism_type: { protist: 'protozoa' },
  oxygen_relation: {
    'obligate aerobe': 'aerobe',
    'facultative aerobe': 'facultative_anaerobe',
    microaerotolerant: 'aerotolerant',
  },
  microbe_restriction: {
    'no known restrictions apply': '1',
    'only for non commercial purposes': '2',
    'for commercial development a special agreement is requested': '3',
  },
  nagoya_status: {
    'no known restrictions under the nagoya protocol': '1',
    'documents providing proof of legal access and terms of use available at the collection': '2',
    'strain probably in scope please contact the culture collection': '3',
  },
}
