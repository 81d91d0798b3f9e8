import type { QualityFacts, RecordQuality } from '../../../catalog/records/model/record.ts'
import type { FieldValues } from '../../../core/fields.ts'
import { pdciPoints } from './completeness.ts'
import { findingsIn } from './findings.ts'

/** The index is made for plant passports; a strain’s or a breed’s says nothing by it. */
export const hasIndex = (profile: string | null) => profile === null || profile === 'plant'

/** What is kept of an accession’s quality, for lists and reports. */
export const accessionQuality = (values: FieldValues, facts: QualityFacts): RecordQuality => ({
  completeness: hasIndex(facts.profile) ? pdciPoints(values) : null,
  findings: [...new Set(findingsIn(values, facts).map(({ code }) => code))],
})
