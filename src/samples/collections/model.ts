import { columns, fieldsIn, withHints } from '../../core/field-list.ts'
import type { Field, FieldGroup, FieldValues } from '../../core/fields.ts'
import { hints } from './words.ts'

/** MIABIS Core 3.0: Collection 01–23, and of Biobank what is not the institution's. Name and description are the record's. */
export const collectionGroups = [
  { key: 'collection', label: { zh: '样本集', en: 'Collection' } },
  { key: 'content', label: { zh: '样本与数据', en: 'Samples and data' } },
  { key: 'donors', label: { zh: '来源对象', en: 'Subjects' } },
  { key: 'access', label: { zh: '使用与合规', en: 'Use and compliance' } },
  { key: 'biobank', label: { zh: '样本库', en: 'Biobank' } },
  { key: 'contact', label: { zh: '联系', en: 'Contact' } },
] as const satisfies readonly FieldGroup[]

const age = { from: 0, to: 100_000 }
const total = { from: 0, to: 2_000_000_000 }

const collection = fieldsIn('collection', {
  miabisId: ['text', '样本集标识', 'Collection ID', { max: 200, search: 'A', ofOneThing: true }],
  acronym: ['text', '简称', 'Acronym', { max: 60, search: 'A' }],
  collectionUrl: ['url', '网址', 'Website'],
  collectionDesign: ['codes', '建设方式', 'Design', { vocabulary: 'miabis_collection_design' }],
  collectionSetting: ['codes', '采集场景', 'Setting', { vocabulary: 'miabis_collection_setting' }],
  collectionStatus: ['code', '建设状态', 'Status', { vocabulary: 'miabis_collection_status' }],
  foundedYear: ['integer', '建立年份', 'Founded in', { from: 1800, to: 2100 }],
  publications: ['list', '主要论著', 'Key publications', { max: 100, maxEntry: 2000, search: 'D' }],
})

const content = fieldsIn('content', {
  sampleSource: [
    'code',
    '样本来源',
    'Sample source',
    { vocabulary: 'miabis_sample_source', neededToPublish: true },
  ],
  sampleTypes: [
    'codes',
    '样本类型',
    'Sample types',
    { vocabulary: 'miabis_sample_type', neededToPublish: true, search: 'C' },
  ],
  storageTemperatures: [
    'codes',
    '保存温度',
    'Storage temperatures',
    { vocabulary: 'miabis_storage_temperature' },
  ],
  datasetTypes: [
    'codes',
    '数据类型',
    'Data types',
    { vocabulary: 'miabis_dataset_type', search: 'D' },
  ],
  sampleTotal: ['integer', '样本总数', 'Total samples', total],
  organisms: ['list', '物种', 'Species', { max: 500, maxEntry: 200, search: 'B' }],
})

const donors = fieldsIn('donors', {
  subjectsTotal: ['integer', '对象总数', 'Total subjects', total],
  sex: ['codes', '性别', 'Sex', { vocabulary: 'miabis_sex' }],
  ageLow: ['integer', '最小年龄', 'Minimum age', age],
  ageLowUnit: ['code', '最小年龄单位', 'Minimum age unit', { vocabulary: 'miabis_age_unit' }],
  ageHigh: ['integer', '最大年龄', 'Maximum age', age],
  ageHighUnit: ['code', '最大年龄单位', 'Maximum age unit', { vocabulary: 'miabis_age_unit' }],
  diseases: [
    'rows',
    '疾病',
    'Diseases',
    {
      max: 200,
      search: 'C',
      columns: columns({
        ontology: ['text', '编码体系', 'Ontology', { max: 60 }],
        ontologyVersion: ['text', '编码体系版本', 'Ontology version', { max: 60 }],
        code: ['text', '代码', 'Code', { max: 60 }],
        name: ['text', '名称', 'Name', { max: 300 }],
        explanation: ['text', '补充说明', 'Explanation', { max: 500 }],
      }),
    },
  ],
  inclusionCriteria: [
    'codes',
    '纳入标准',
    'Inclusion criteria',
    { vocabulary: 'miabis_inclusion_criteria' },
  ],
})

/** 人类遗传资源管理条例, articles 9 and 11: human material is collected and kept with ethics approval and a filing or permit. */
const ofPeople = ({ sampleSource }: FieldValues) => sampleSource === 'human'

const access = fieldsIn('access', {
  useConditions: [
    'codes',
    '使用条件',
    'Use and access conditions',
    { vocabulary: 'miabis_use_condition' },
  ],
  ethicsApproval: [
    'text',
    '伦理审批号',
    'Ethics approval',
    { max: 200, search: 'D', neededToPublish: ofPeople },
  ],
  hgrFiling: [
    'text',
    '人类遗传资源备案号',
    'Human genetic resources filing',
    { max: 200, search: 'D', neededToPublish: ofPeople },
  ],
  consentScope: ['longtext', '知情同意范围', 'Scope of consent', { max: 2000, search: 'D' }],
})

const biobank = fieldsIn('biobank', {
  biobankId: ['text', '样本库标识', 'Biobank ID', { max: 200, search: 'A' }],
  biobankAcronym: ['text', '样本库简称', 'Biobank acronym', { max: 60, search: 'A' }],
  biobankName: ['text', '样本库名称', 'Biobank', { max: 300, search: 'B' }],
  biobankUrl: ['url', '样本库网址', 'Biobank website'],
  biobankDescription: ['longtext', '样本库简介', 'About the biobank', { max: 2000, search: 'D' }],
  infrastructure: [
    'codes',
    '基础设施能力',
    'Infrastructure',
    { vocabulary: 'miabis_infrastructure' },
  ],
  organisation: ['codes', '组织能力', 'Organisation', { vocabulary: 'miabis_organisation' }],
  bioprocessing: [
    'codes',
    '加工与分析能力',
    'Bioprocessing',
    { vocabulary: 'miabis_bioprocessing' },
  ],
  qualityStandards: [
    'codes',
    '质量管理标准',
    'Quality standards',
    { vocabulary: 'miabis_quality' },
  ],
})

const contact = fieldsIn('contact', {
  contactName: ['text', '联系人', 'Contact', { max: 100 }],
  contactPhone: ['text', '联系电话', 'Telephone', { max: 60 }],
  contactEmail: ['email', '邮箱', 'Email'],
  contactAddress: ['text', '联系地址', 'Address', { max: 300 }],
})

export const collectionFields: readonly Field[] = withHints(
  [...collection, ...content, ...donors, ...access, ...biobank, ...contact],
  hints,
)
