import { fieldsIn } from '../../core/field-list.ts'
import type { Field } from '../../core/fields.ts'
import { parseCoordinate } from '../rules/coordinates.ts'
import { coarsened } from '../rules/site.ts'

const code = { max: 20, maxEntry: 20 }
const many = { max: 100, maxEntry: 300 }

const identity = fieldsIn('identity', {
  puid: [
    'text',
    '永久唯一标识符',
    'Persistent unique identifier',
    { max: 300, search: 'A', ofOneThing: true },
  ],
  instcode: ['text', '保存单位代码', 'Institute code', { ...code, search: 'D' }],
  accenumb: [
    'text',
    '种质编号',
    'Accession number',
    {
      max: 100,
      search: 'A',
      neededToPublish: true,
      ofOneThing: true,
      standardNames: ['保存单位编号', '菌种保藏编号', 'Accession number'],
    },
  ],
  accename: ['list', '种质名称', 'Accession names', { ...many, search: 'A' }],
  othernumb: ['list', '其他编号', 'Other numbers', { ...many, search: 'A', ofOneThing: true }],
})

const taxonomy = fieldsIn('taxonomy', {
  genus: ['text', '属（拉丁名）', 'Genus', { max: 100, search: 'B' }],
  species: ['text', '种加词', 'Species', { max: 150, search: 'B' }],
  spauthor: ['text', '种命名人', 'Species authority', { max: 200 }],
  subtaxa: ['text', '种下分类', 'Subtaxon', { max: 200, search: 'B' }],
  subtauthor: ['text', '种下命名人', 'Subtaxon authority', { max: 200 }],
  cropname: ['text', '作物名称', 'Common crop name', { max: 200, search: 'B' }],
})

const collecting = fieldsIn('collecting', {
  collnumb: [
    'text',
    '采集号',
    'Collecting number',
    { max: 100, search: 'A', standardNames: ['采集号'] },
  ],
  collcode: ['list', '采集单位代码', 'Collecting institute code', code],
  collname: ['list', '采集单位', 'Collecting institute', { ...many, search: 'C' }],
  collinstaddress: [
    'list',
    '采集单位地址',
    'Collecting institute address',
    { ...many, maxEntry: 500 },
  ],
  collmissid: ['text', '采集任务编号', 'Collecting mission', { max: 100, search: 'D' }],
  colldate: ['partial_date', '采集日期', 'Collecting date'],
  collsrc: ['code', '采集来源', 'Collecting source', { vocabulary: 'mcpd_collsrc' }],
  origcty: ['code', '原产国', 'Country of origin', { vocabulary: 'country', search: 'C' }],
  collsite: [
    'text',
    '采集地点',
    'Collecting site',
    { max: 1000, search: 'C', publicly: coarsened.place },
  ],
  declatitude: [
    'number',
    '纬度（十进制）',
    'Latitude, decimal',
    { from: -90, to: 90, unit: '°', standardNames: ['纬度'], publicly: coarsened.decimal },
  ],
  latitude: [
    'text',
    '纬度（度分秒）',
    'Latitude, degrees',
    { max: 12, parse: parseCoordinate('latitude'), publicly: coarsened.sexagesimal },
  ],
  declongitude: [
    'number',
    '经度（十进制）',
    'Longitude, decimal',
    { from: -180, to: 180, unit: '°', standardNames: ['经度'], publicly: coarsened.decimal },
  ],
  longitude: [
    'text',
    '经度（度分秒）',
    'Longitude, degrees',
    { max: 12, parse: parseCoordinate('longitude'), publicly: coarsened.sexagesimal },
  ],
  coorduncert: [
    'number',
    '坐标误差',
    'Coordinate uncertainty',
    { from: 0, unit: 'm', publicly: coarsened.uncertainty },
  ],
  coorddatum: ['text', '大地基准', 'Coordinate datum', { max: 60 }],
  georefmeth: ['text', '定位方法', 'Georeferencing method', { max: 100 }],
  elevation: [
    'number',
    '海拔',
    'Elevation',
    { from: -12_000, to: 9000, unit: 'm', standardNames: ['海拔'] },
  ],
})

const origin = fieldsIn('origin', {
  acqdate: ['partial_date', '获得日期', 'Acquisition date'],
  sampstat: ['code', '生物学状态', 'Biological status', { vocabulary: 'mcpd_sampstat' }],
  ancest: [
    'longtext',
    '系谱',
    'Ancestral data',
    { max: 2000, search: 'C', standardNames: ['系谱'] },
  ],
  bredcode: ['list', '育种单位代码', 'Breeding institute code', code],
  bredname: [
    'list',
    '育种单位',
    'Breeding institute',
    { ...many, search: 'C', standardNames: ['选育单位'] },
  ],
  donorcode: ['text', '提供单位代码', 'Donor institute code', { max: 20 }],
  donorname: ['text', '提供单位', 'Donor institute', { max: 300, search: 'C' }],
  donornumb: ['text', '提供单位编号', 'Donor accession number', { max: 100, search: 'A' }],
})

const keeping = fieldsIn('keeping', {
  storage: ['codes', '保存方式', 'Type of storage', { vocabulary: 'mcpd_storage', max: 10 }],
  duplsite: ['list', '安全备份单位代码', 'Safety duplicate at (code)', code],
  duplinstname: ['list', '安全备份单位', 'Safety duplicate at', many],
  mlsstat: ['code', '多边系统状态', 'Multilateral System status', { vocabulary: 'mcpd_mlsstat' }],
  remarks: ['longtext', '备注', 'Remarks', { max: 5000, search: 'D' }],
})

const upperCased = (field: Field): Field => ({
  ...field,
  standardNames: [field.key.toUpperCase(), ...(field.standardNames ?? [])],
})

/** All 41 descriptors of FAO/Bioversity MCPD v2.1; keys are its names in lower case. */
export const mcpdFields: readonly Field[] = [
  ...identity,
  ...taxonomy,
  ...collecting,
  ...origin,
  ...keeping,
].map(upperCased)
