import type { Lang } from '../../core/text.ts'
import type { AssessmentReport, SharingFigures, SharingReport } from './model.ts'
import { sharingNames, sharingWords as words } from './words.ts'
import { fileName, tableOf } from '../use/rules/figures.ts'

export const sharingKeys = [
  'instruments',
  'aboveThreshold',
  'open',
  'openRate',
  'usedHours',
  'sharedHours',
  'externalHours',
  'sharedRate',
  'outsideBookings',
  'outsidePeople',
  'outsideInstitutions',
  'samples',
  'incomeFen',
] as const satisfies readonly (keyof SharingFigures)[]

/** The report as a table with a total. */
export const sharingTable = (report: SharingReport, lang: Lang) =>
  tableOf(
    report,
    { name: 'sharing', groups: words.institution, keys: sharingKeys, names: sharingNames },
    lang,
  )

/** One line a measure. */
export const assessmentTable = (report: AssessmentReport, lang: Lang) => ({
  name: fileName('assessment', report),
  header: [words.indicator[lang], words.measure[lang], words.value[lang], ''],
  rows: report.indicators.flatMap(({ name, measures }) =>
    measures.map((measure) => [name[lang], measure.name[lang], measure.value, measure.unit]),
  ),
})
