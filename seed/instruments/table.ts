import type { InstitutionKey } from '../institutions.ts'

/** One instrument: whose, names, model, maker, its country, category, in use since, worth (10,000 CNY), picture, subject, what it does. */
export type InstrumentRow = readonly [
  institution: InstitutionKey,
  zh: string,
  en: string,
  model: string,
  manufacturer: string,
  nation: string,
  category: string,
  beginDate: string,
  worth: number,
  picture: string,
  subject: string,
  functionZh: string,
  functionEn: string,
]
