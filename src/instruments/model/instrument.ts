import { fieldsIn, withHints } from '../../core/field-list.ts'
import type { Field, FieldGroup } from '../../core/fields.ts'
import { hints } from '../words.ts'

/** Names as the national instrument interface spells them (NRII); cname, ename, image and subject are the record's. */
export const instrumentGroups = [
  { key: 'identity', label: { zh: '标识与归属', en: 'Identity and ownership' } },
  { key: 'technical', label: { zh: '规格与功能', en: 'Specification and function' } },
  { key: 'service', label: { zh: '开放与服务', en: 'Opening and service' } },
  { key: 'use', label: { zh: '运行与状态', en: 'Use and condition' } },
  { key: 'place', label: { zh: '地点与联系', en: 'Place and contact' } },
  { key: 'reporting', label: { zh: '上报', en: 'Reporting' } },
  { key: 'customs', label: { zh: '海关监管', en: 'Customs supervision' } },
] as const satisfies readonly FieldGroup[]

const identity = fieldsIn('identity', {
  innerId: ['text', '单位内编号', 'Internal number', { max: 100, search: 'A', ofOneThing: true }],
  insCode: ['text', '单位编码', 'Institution code', { max: 100, search: 'D' }],
  instrBelongsType: [
    'code',
    '所属资源载体类型',
    'Type of host facility',
    { vocabulary: 'nrii_belongs' },
  ],
  instrBelongsName: ['text', '所属资源载体名称', 'Host facility', { max: 200, search: 'C' }],
  resourceName: [
    'text',
    '所属资源名称',
    'Name of the resource it is part of',
    { max: 200, search: 'C' },
  ],
  insideDepart: ['text', '所在单位内部门', 'Department', { max: 200, search: 'C' }],
  instrCategory: [
    'code',
    '仪器分类',
    'Instrument category',
    { vocabulary: 'instrument_category', neededToPublish: true, search: 'C' },
  ],
  serialNumber: ['text', '出厂编号', 'Serial number', { max: 100, search: 'A', ofOneThing: true }],
  assetNumber: [
    'text',
    '固定资产编号',
    'Inventory number',
    { max: 100, search: 'A', ofOneThing: true },
  ],
})

const technical = fieldsIn('technical', {
  instrVersion: ['text', '规格型号', 'Model', { max: 200, search: 'A' }],
  manufacturer: ['text', '生产制造商', 'Manufacturer', { max: 200, search: 'B' }],
  nation: ['code', '产地国别', 'Country of origin', { vocabulary: 'country' }],
  technical: ['longtext', '主要技术指标', 'Main specifications', { max: 500, search: 'C' }],
  function: [
    'longtext',
    '主要功能',
    'Main functions',
    { max: 300, search: 'C', neededToPublish: true },
  ],
  measuredVariables: [
    'list',
    '测量变量',
    'Measured variables',
    { max: 50, maxEntry: 200, search: 'C' },
  ],
  type: ['code', '仪器类型', 'General or special purpose', { vocabulary: 'nrii_type' }],
  instrSource: ['code', '设备来源', 'How it was obtained', { vocabulary: 'nrii_source' }],
  worth: [
    'number',
    '原值（万元）',
    'Original value (10,000 CNY)',
    { from: 0, to: 99_999_999, decimals: 2 },
  ],
  funds: ['codes', '购置经费来源', 'Sources of funds', { vocabulary: 'nrii_funds', max: 4 }],
  beginDate: ['date', '启用日期', 'In use since'],
  decommissionDate: ['date', '停用日期', 'Out of use since'],
})

const service = fieldsIn('service', {
  shareMode: ['code', '共享模式', 'Share mode', { vocabulary: 'nrii_share_mode' }],
  serviceContent: ['longtext', '服务内容', 'Services offered', { max: 200, search: 'C' }],
  requirement: [
    'longtext',
    '对外开放共享规定',
    'Rules for outside users',
    { max: 500, search: 'D' },
  ],
  fee: ['longtext', '参考收费标准', 'Indicative fees', { max: 500, search: 'D' }],
  serviceUrl: ['url', '预约服务网址', 'Service website'],
})

const use = fieldsIn('use', {
  status: ['code', '运行状态', 'Condition', { vocabulary: 'nrii_status' }],
  runMachine: [
    'number',
    '年总运行机时',
    'Hours run a year',
    { from: 0, to: 8784, decimals: 2, unit: 'h' },
  ],
  serviceMachine: [
    'number',
    '年服务机时',
    'Hours of service a year',
    { from: 0, to: 8784, decimals: 2, unit: 'h' },
  ],
  year: ['integer', '入网年份', 'Year of joining the network', { from: 1950, to: 2100 }],
  serviceIncome: [
    'number',
    '年服务收入（万元）',
    'Service income a year (10,000 CNY)',
    { from: 0, to: 99_999_999, decimals: 2, internal: true },
  ],
})

const place = fieldsIn('place', {
  province: ['code', '所在省', 'Province', { vocabulary: 'region' }],
  city: ['code', '所在市（州）', 'Prefecture', { vocabulary: 'region' }],
  county: ['code', '所在县（区）', 'County', { vocabulary: 'region' }],
  street: ['text', '街道门牌', 'Street', { max: 200, search: 'D' }],
  address: ['text', '通信地址', 'Postal address', { max: 300, search: 'D' }],
  postalcode: ['text', '邮政编码', 'Postcode', { max: 12 }],
  lng: ['number', '经度', 'Longitude', { from: -180, to: 180, unit: '°' }],
  lat: ['number', '纬度', 'Latitude', { from: -90, to: 90, unit: '°' }],
  contact: ['text', '联系人', 'Contact', { max: 100 }],
  phone: ['text', '联系电话', 'Telephone', { max: 60 }],
  email: ['email', '电子邮箱', 'E-mail'],
})

const reporting = fieldsIn('reporting', {
  auditStatus: [
    'code',
    '上报状态',
    'Reporting state',
    { vocabulary: 'nrii_audit_status', internal: true },
  ],
  auditReason: ['longtext', '审核意见', 'Reason given', { max: 500, internal: true }],
  flag: ['text', '上报标志', 'Reporting flag', { max: 20, internal: true }],
})

const customs = fieldsIn('customs', {
  instrSupervise: ['boolean', '是否海关监管', 'Under customs supervision'],
  customsNumber: [
    'text',
    '报关单编号',
    'Customs declaration number',
    { max: 18, internal: true, ofOneThing: true },
  ],
  customsItem: ['text', '报关单项号', 'Item of the declaration', { max: 2, internal: true }],
  customsReleaseDate: ['date', '放行日期', 'Released on', { internal: true }],
  customsName: ['text', '报关单名称', 'Name in the declaration', { max: 200, internal: true }],
})

export const instrumentFields: readonly Field[] = withHints(
  [...identity, ...technical, ...service, ...use, ...place, ...reporting, ...customs],
  hints,
)
