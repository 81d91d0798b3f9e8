import { inLang, type Lang } from '../../../core/text.ts'
import type { AssessmentReport, SharingFigures, SharingReport } from '../model.ts'
import { sharingNames, sharingWords as words } from '../words.ts'

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

const nameOf = (kind: string, { from, to }: { from: string; to: string }) =>
  `${kind}-${from.slice(0, 10)}-${to.slice(0, 10)}`

/** The report as a table with a total; money is in yuan there. */
export const sharingTable = (report: SharingReport, lang: Lang) => ({
  name: nameOf('sharing', report),
  header: [words.institution[lang], 'id', ...sharingKeys.map((key) => sharingNames[key][lang])],
  rows: [
    ...report.items.map((item) => [inLang(item.name, lang), item.key, ...cellsOf(item)]),
    [words.total[lang], '', ...cellsOf(report.total)],
  ],
})

const cellsOf = (figures: SharingFigures) =>
  sharingKeys.map((key) => {
    const value = figures[key]
    return key === 'incomeFen' && value !== null ? value / 100 : value
  })

/** One line a measure. */
export const assessmentTable = (report: AssessmentReport, lang: Lang) => ({
  name: nameOf('assessment', report),
  header: [words.indicator[lang], words.measure[lang], words.value[lang], ''],
  rows: report.indicators.flatMap(({ name, measures }) =>
    measures.map((measure) => [name[lang], measure.name[lang], measure.value, measure.unit]),
  ),
})
