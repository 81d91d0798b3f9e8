import { columns, fieldsIn } from '../../core/field-list.ts'

const relation = {
  relationType: ['code', '关系', 'Relation', { vocabulary: 'datacite_relation_type' }],
  relationTypeInformation: ['text', '关系说明', 'Relation information', { max: 300 }],
} as const

const identifierType = [
  'code',
  '标识符类型',
  'Identifier type',
  { vocabulary: 'datacite_related_identifier_type' },
] as const

const scheme = {
  relatedMetadataScheme: ['text', '元数据方案', 'Metadata scheme', { max: 200 }],
  schemeUri: ['url', '元数据方案网址', 'Scheme URL'],
  schemeType: ['text', '元数据方案类型', 'Scheme type', { max: 60 }],
} as const

/** DataCite 4.7, properties 11, 12 and 20: what it has to do with things that are not records here. */
export const relationFields = fieldsIn('relations', {
  alternateIdentifiers: [
    'rows',
    '其他标识符',
    'Alternate identifiers',
    {
      max: 100,
      search: 'A',
      columns: columns({
        alternateIdentifier: ['text', '标识符', 'Identifier', { max: 500 }],
        alternateIdentifierType: ['text', '标识符类型', 'Identifier type', { max: 100 }],
      }),
    },
  ],
  relatedIdentifiers: [
    'rows',
    '相关标识符',
    'Related identifiers',
    {
      max: 500,
      search: 'D',
      columns: columns({
        ...relation,
        relatedIdentifier: ['text', '标识符', 'Identifier', { max: 2000 }],
        relatedIdentifierType: identifierType,
        resourceTypeGeneral: [
          'code',
          '对方的资源类型',
          'Related resource type',
          { vocabulary: 'datacite_resource_type' },
        ],
        ...scheme,
      }),
    },
  ],
  relatedItems: [
    'rows',
    '相关文献与资料',
    'Related items',
    {
      max: 200,
      search: 'D',
      columns: columns({
        ...relation,
        relatedItemType: [
          'code',
          '资料类型',
          'Item type',
          { vocabulary: 'datacite_resource_type' },
        ],
        title: ['text', '题名', 'Title', { max: 500 }],
        otherTitles: ['list', '其他题名', 'Other titles', { max: 20 }],
        creators: ['list', '作者', 'Creators', { max: 500, maxEntry: 300 }],
        contributors: ['list', '贡献者', 'Contributors', { max: 500, maxEntry: 300 }],
        publisher: ['text', '出版者', 'Publisher', { max: 300 }],
        publicationYear: ['integer', '出版年', 'Year', { from: 1000, to: 9999 }],
        volume: ['text', '卷', 'Volume', { max: 60 }],
        issue: ['text', '期', 'Issue', { max: 60 }],
        number: ['text', '编号', 'Number', { max: 60 }],
        numberType: ['code', '编号类型', 'Number type', { vocabulary: 'datacite_number_type' }],
        firstPage: ['text', '起始页', 'First page', { max: 30 }],
        lastPage: ['text', '终止页', 'Last page', { max: 30 }],
        edition: ['text', '版本', 'Edition', { max: 60 }],
        relatedItemIdentifier: ['text', '标识符', 'Identifier', { max: 2000 }],
        relatedItemIdentifierType: identifierType,
        ...scheme,
      }),
    },
  ],
  paperReferences: [
    'list',
    '相关论文',
    'Related papers',
    { max: 100, maxEntry: 2000, search: 'D', standardNames: ['paper_ref_way'] },
  ],
  citation: [
    'longtext',
    '引用方式',
    'How to cite',
    { max: 2000, search: 'D', standardNames: ['ds_ref_way'] },
  ],
})
