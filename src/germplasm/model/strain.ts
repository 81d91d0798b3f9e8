import { columns, fieldsIn } from '../../core/field-list.ts'
import { coarsened } from '../rules/site.ts'

const names = { max: 100, maxEntry: 300 }
const story = { max: 2000 }

/** Labels in English are the headers of the MIRRI strain workbook. */
const identity = fieldsIn('strain', {
  otherCollectionNumbers: [
    'list',
    '其他保藏中心编号',
    'Other culture collection numbers',
    { ...names, search: 'A' },
  ],
  otherDenominations: ['list', '其他名称', 'Other denomination', { ...names, search: 'A' }],
  organismType: ['codes', '生物类型', 'Organism type', { vocabulary: 'organism_type', max: 5 }],
  taxonName: ['text', '学名', 'Taxon name', { max: 300, search: 'B' }],
  taxonAuthority: ['text', '学名命名人', 'Taxon authority', { max: 300 }],
  infrasubspecificNames: [
    'list',
    '亚种以下名称',
    'Infrasubspecific names',
    { ...names, search: 'B' },
  ],
  taxonomyComment: ['longtext', '分类说明', 'Comment on taxonomy', { ...story, search: 'D' }],
  typeStrain: ['boolean', '模式菌株', 'Type strain'],
  strainStatus: ['text', '菌株状态', 'Status', { max: 500, search: 'D' }],
  serovar: ['text', '血清型', 'Serovar', { max: 200, search: 'C' }],
})

const history = fieldsIn('strain_history', {
  historyOfDeposit: ['longtext', '来源历史', 'History of deposit', { ...story, search: 'C' }],
  depositor: ['text', '寄存人', 'Depositor', { max: 300, search: 'C' }],
  depositDate: ['partial_date', '寄存日期', 'Date of deposit'],
  strainCollector: ['text', '样品采集人', 'Collected by', { max: 300 }],
  isolator: ['text', '分离人', 'Isolated by', { max: 300, search: 'C' }],
  isolationDate: ['partial_date', '分离日期', 'Date of isolation'],
  inclusionDate: ['partial_date', '入藏日期', 'Date of inclusion in the catalogue'],
  substrate: ['text', '分离基物', 'Substrate/host of isolation', { max: 500, search: 'C' }],
  isolationHabitat: ['text', '生境', 'Isolation habitat', { max: 500, search: 'C' }],
  habitatTerms: [
    'list',
    '生境术语',
    'Ontobiotope term for the isolation habitat',
    { max: 20, maxEntry: 60 },
  ],
  geographicOrigin: [
    'text',
    '地理来源',
    'Geographic origin',
    { max: 500, search: 'C', publicly: coarsened.county },
  ],
})

const genetics = fieldsIn('strain_genetics', {
  genotype: ['text', '基因型', 'Genotype', { max: 1000, search: 'D' }],
  gmo: ['boolean', '转基因', 'GMO'],
  gmoConstruction: ['longtext', '构建信息', 'GMO construction information', story],
  mutantInfo: ['longtext', '突变信息', 'Mutant information', { ...story, search: 'D' }],
  sexualState: ['text', '有性态', 'Sexual state', { max: 300 }],
  ploidy: ['text', '倍性', 'Ploidy', { max: 60 }],
  interspecificHybrid: ['boolean', '种间杂种', 'Interspecific hybrid'],
  plasmids: ['list', '质粒', 'Plasmids', { ...names, search: 'D' }],
  plasmidCollections: ['list', '质粒保藏编号', 'Plasmids collections fields', names],
  sequences: [
    'rows',
    '序列',
    'Sequences',
    {
      max: 200,
      search: 'A',
      columns: columns({
        marker: ['text', '标记', 'Marker', { max: 100 }],
        accession: ['text', '登录号', 'Accession', { max: 60 }],
        sequenceUrl: ['url', '网址', 'Address'],
      }),
    },
  ],
})

const use = fieldsIn('strain_use', {
  applications: ['longtext', '应用', 'Applications', { ...story, search: 'C' }],
  enzymeProduction: ['list', '产酶', 'Enzyme production', { ...names, search: 'C' }],
  metabolites: ['list', '代谢产物', 'Production of metabolites', { ...names, search: 'C' }],
  pathogenicity: ['text', '致病性', 'Pathogenicity', { max: 500, search: 'C' }],
  plantPathogenicityCode: ['text', '植物致病性代码', 'Plant pathogenicity code', { max: 60 }],
})

/** What a strain is, where it came from, and what it is good for. */
export const strainFields = [...identity, ...history, ...genetics, ...use]
