import { terms, type VocabularyData } from './define.ts'

export const datasets: readonly VocabularyData[] = [
  {
    name: 'data_grade',
    version: '1',
    title: { zh: '数据分级', en: 'Grades of data' },
    source: 'GB/T 43697-2024; codes are Hexi’s',
    terms: terms([
      ['core', '核心数据', 'Core data'],
      ['important', '重要数据', 'Important data'],
      ['general', '一般数据', 'General data'],
    ]),
  },
  {
    name: 'ncdc_share_type',
    version: '1',
    title: { zh: '数据共享方式', en: 'Ways of sharing data' },
    source: 'NCDC export (login-access, apply-access); open-access and offline-access not verified',
    terms: terms([
      ['open-access', '完全开放', 'Open'],
      ['login-access', '登录获取', 'After signing in'],
      ['apply-access', '申请获取', 'On request'],
      ['offline-access', '离线获取', 'Offline'],
    ]),
  },
]
