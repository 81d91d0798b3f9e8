import type { Text } from '../../../core/text.ts'
import type { Access, Audience, Kind, Visibility } from '../model/record.ts'

export const kindNames = {
  instrument: { zh: '仪器', en: 'Instruments' },
  dataset: { zh: '科学数据', en: 'Datasets' },
  accession: { zh: '种质', en: 'Germplasm' },
  collection: { zh: '生物样本库', en: 'Collections' },
} as const satisfies Record<Kind, Text>

export const oneOfKind = {
  instrument: { zh: '仪器', en: 'Instrument' },
  dataset: { zh: '科学数据', en: 'Dataset' },
  accession: { zh: '种质', en: 'Accession' },
  collection: { zh: '生物样本库', en: 'Collection' },
} as const satisfies Record<Kind, Text>

export const accessNames = {
  open: { zh: '公开获取', en: 'Open' },
  registered: { zh: '登录获取', en: 'Sign in' },
  on_request: { zh: '申请获取', en: 'On request' },
  closed: { zh: '不对外提供', en: 'Closed' },
} as const satisfies Record<Access, Text>

export const visibilityNames = {
  draft: { zh: '草稿', en: 'Draft' },
  published: { zh: '已发布', en: 'Published' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Record<Visibility, Text>

export const audienceNames = {
  public: { zh: '所有人可见', en: 'Everyone' },
  members: { zh: '登录用户可见', en: 'Signed-in people' },
  institution: { zh: '本单位可见', en: 'This institution' },
} as const satisfies Record<Audience, Text>
