import { columns, fieldsIn } from '../../core/field-list.ts'

/** DataCite 4.7, properties 3, 5, 6, 8, 9, 10, 13–17. The main title, abstract, GB/T 13745 subjects and identifiers are the record's. */
export const descriptionFields = fieldsIn('description', {
  resourceTypeGeneral: [
    'code',
    '资源类型（通用）',
    'General type',
    { vocabulary: 'datacite_resource_type', neededToPublish: true },
  ],
  resourceType: ['text', '资源类型（具体）', 'Specific type', { max: 200, search: 'C' }],
  publicationYear: [
    'integer',
    '发布年份',
    'Publication year',
    { from: 1000, to: 9999, neededToPublish: true },
  ],
  datasetVersion: ['text', '数据版本', 'Data version', { max: 60 }],
  language: ['code', '数据语言', 'Data language', { vocabulary: 'language' }],
  alternativeTitles: [
    'rows',
    '其他题名',
    'Other titles',
    {
      max: 50,
      search: 'B',
      columns: columns({
        title: ['text', '题名', 'Title', { max: 500 }],
        titleType: ['code', '题名类型', 'Title type', { vocabulary: 'datacite_title_type' }],
        lang: ['code', '语言', 'Language', { vocabulary: 'language' }],
      }),
    },
  ],
  descriptions: [
    'rows',
    '其他说明',
    'Other descriptions',
    {
      max: 50,
      search: 'C',
      columns: columns({
        descriptionType: [
          'code',
          '说明类型',
          'Description type',
          { vocabulary: 'datacite_description_type' },
        ],
        description: ['longtext', '说明', 'Description'],
        lang: ['code', '语言', 'Language', { vocabulary: 'language' }],
      }),
    },
  ],
  dates: [
    'rows',
    '日期',
    'Dates',
    {
      max: 100,
      columns: columns({
        dateType: ['code', '日期类型', 'Date type', { vocabulary: 'datacite_date_type' }],
        date: ['text', '日期或区间', 'Date or range', { max: 60 }],
        dateInformation: ['text', '日期说明', 'Date information', { max: 300 }],
      }),
    },
  ],
  otherSubjects: [
    'rows',
    '其他主题词',
    'Other subjects',
    {
      max: 200,
      search: 'C',
      columns: columns({
        subject: ['text', '主题词', 'Subject', { max: 300 }],
        subjectScheme: ['text', '主题词表', 'Scheme', { max: 200 }],
        schemeUri: ['url', '主题词表网址', 'Scheme URL'],
        valueUri: ['url', '主题词网址', 'Subject URL'],
        classificationCode: ['text', '分类号', 'Classification code', { max: 100 }],
        lang: ['code', '语言', 'Language', { vocabulary: 'language' }],
      }),
    },
  ],
  sizes: ['list', '大小', 'Sizes', { max: 20, maxEntry: 100 }],
  formats: [
    'list',
    '格式',
    'Formats',
    { max: 50, maxEntry: 100, search: 'D', standardNames: ['ds_format'] },
  ],
  rightsList: [
    'rows',
    '许可协议',
    'Rights and licences',
    {
      max: 20,
      columns: columns({
        rightsIdentifier: ['code', '标准许可', 'Standard licence', { vocabulary: 'licence' }],
        rights: ['text', '许可说明', 'Rights statement', { max: 500 }],
        rightsUri: ['url', '许可全文网址', 'Licence text URL'],
        rightsIdentifierScheme: ['text', '许可标识体系', 'Scheme', { max: 60 }],
        schemeUri: ['url', '许可标识体系网址', 'Scheme URL'],
        lang: ['code', '语言', 'Language', { vocabulary: 'language' }],
      }),
    },
  ],
})
