import type { Access, Audience, Identifier } from '../model/record.ts'

type CommonColumns = {
  institutionId: string
  collectionId: string | null
  library: string | null
  titleZh: string | null
  titleEn: string | null
  summaryZh: string | null
  summaryEn: string | null
  keywords: string[]
  subjects: string[]
  identifiers: Identifier[]
  access: Access
  audience: Audience
}

/** The common part of a record in the shape of its input: what history compares and a form shows. */
export const commonOf = (record: CommonColumns) => ({
  title: { zh: record.titleZh, en: record.titleEn },
  summary: { zh: record.summaryZh, en: record.summaryEn },
  institution: record.institutionId,
  collection: record.collectionId,
  library: record.library,
  keywords: record.keywords,
  subjects: record.subjects,
  identifiers: record.identifiers,
  access: record.access,
  audience: record.audience,
})
