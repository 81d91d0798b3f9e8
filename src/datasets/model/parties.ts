import { columns, fieldsIn } from '../../core/field-list.ts'

const party = {
  name: ['text', '名称', 'Name', { max: 300, search: 'B' }],
  nameType: ['code', '个人或机构', 'Person or organisation', { vocabulary: 'datacite_name_type' }],
  familyName: ['text', '姓', 'Family name', { max: 100 }],
  givenName: ['text', '名', 'Given name', { max: 100 }],
  nameIdentifiers: ['list', '标识符（ORCID、ROR 等）', 'Identifiers (ORCID, ROR …)', { max: 10 }],
  affiliations: ['list', '所属机构', 'Affiliations', { max: 20 }],
  affiliationIdentifiers: ['list', '所属机构标识符', 'Affiliation identifiers', { max: 20 }],
  lang: ['code', '语言', 'Language', { vocabulary: 'language' }],
} as const

const contributorType = [
  'code',
  '贡献类型',
  'Contribution',
  { vocabulary: 'datacite_contributor_type' },
] as const

/** DataCite 4.7, properties 2, 4, 7 and 19: who made, published and paid for it. */
export const partyFields = fieldsIn('parties', {
  creators: [
    'rows',
    '作者',
    'Creators',
    { columns: columns(party), max: 2000, search: 'B', neededToPublish: true },
  ],
  contributors: [
    'rows',
    '贡献者',
    'Contributors',
    { columns: columns({ contributorType, ...party }), max: 2000, search: 'C' },
  ],
  publisher: ['text', '发布机构', 'Publisher', { max: 300, search: 'C' }],
  publisherIdentifier: ['text', '发布机构标识符', 'Publisher identifier', { max: 300 }],
  publisherIdentifierScheme: [
    'text',
    '发布机构标识符体系',
    'Publisher identifier scheme',
    { max: 60 },
  ],
  fundingReferences: [
    'rows',
    '资助信息',
    'Funding',
    {
      max: 100,
      search: 'D',
      columns: columns({
        funderName: ['text', '资助机构', 'Funder', { max: 300 }],
        funderIdentifier: ['text', '资助机构标识符', 'Funder identifier', { max: 300 }],
        funderIdentifierType: [
          'code',
          '标识符类型',
          'Identifier type',
          { vocabulary: 'datacite_funder_identifier_type' },
        ],
        awardNumber: ['text', '项目编号', 'Grant number', { max: 100 }],
        awardUri: ['url', '项目网址', 'Grant URL'],
        awardTitle: ['text', '项目名称', 'Grant title', { max: 500 }],
      }),
    },
  ],
})
