import type { Access, Kind } from '../../catalog/records/model/record.ts'
import type { Text } from '../../core/text.ts'

/** What a thing is in words, where its record does not say more. */
export const kindNames: Readonly<Record<Kind, Text>> = {
  instrument: { zh: '仪器', en: 'Instrument' },
  dataset: { zh: '数据集', en: 'Dataset' },
  accession: { zh: '种质资源', en: 'Germplasm accession' },
  collection: { zh: '生物样本库', en: 'Sample collection' },
}

export const accessNames: Readonly<Record<Access, Text>> = {
  open: { zh: '开放获取', en: 'Open' },
  registered: { zh: '登录后获取', en: 'After sign-in' },
  on_request: { zh: '申请获取', en: 'On request' },
  closed: { zh: '暂不提供', en: 'Closed' },
}

/** COAR Access Rights 1.0, with its own labels. */
export const coarTerms = {
  open: {
    uri: 'http://purl.org/coar/access_right/c_abf2',
    label: { zh: '开放获取', en: 'open access' },
  },
  embargoed: {
    uri: 'http://purl.org/coar/access_right/c_f1cf',
    label: { zh: '限时禁用', en: 'embargoed access' },
  },
  restricted: {
    uri: 'http://purl.org/coar/access_right/c_16ec',
    label: { zh: '限制获取', en: 'restricted access' },
  },
  metadataOnly: {
    uri: 'http://purl.org/coar/access_right/c_14cb',
    label: { zh: '仅元数据', en: 'metadata only access' },
  },
} as const satisfies Record<string, { uri: string; label: Text }>

export const describedWords = {
  embargo: { zh: '保护期至', en: 'Under embargo until' },
  inUse: { zh: '启用', en: 'In use since' },
  outOfUse: { zh: '停用', en: 'Out of use since' },
  dataSource: { zh: '数据来源：', en: 'Data source: ' },
  quality: { zh: '数据质量：', en: 'Data quality: ' },
} as const
