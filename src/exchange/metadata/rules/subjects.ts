import type { FieldRow } from '../../../core/fields.ts'

/** What a record holds of each; what is more stands among the subjects of other schemes. */
const mostCodes = 4
const mostKeywords = 50
const longestKeyword = 100

/** Codes of GB/T 13745 and keywords of a record, with what it has no room for. */
export function subjectsOf(codes: readonly string[], words: readonly string[]) {
  const short = words.filter((word) => word.length <= longestKeyword)
  const long = words.filter((word) => word.length > longestKeyword)
  const otherSubjects: FieldRow[] = [
    ...codes.slice(mostCodes).map((code) => ({
      subject: code,
      subjectScheme: 'GB/T 13745',
      classificationCode: code,
    })),
    ...[...short.slice(mostKeywords), ...long].map((subject) => ({ subject })),
  ]
  return {
    subjects: codes.slice(0, mostCodes),
    keywords: short.slice(0, mostKeywords),
    otherSubjects,
  }
}
