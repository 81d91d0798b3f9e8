import { inLang, type Lang } from '../../../core/text.ts'
import type {
  NriiField,
  NriiOrigin,
  NriiPart,
  NriiReport,
  NriiState,
  NriiStatus,
  NriiValues,
} from '../model.ts'
import { nriiPartNames, nriiStateNames, nriiWords as words } from '../words.ts'
import type { NriiProblem } from './nrii.ts'
import { bookingPaths } from '../../../bookings/words/paths.ts'
import { orderPaths } from '../../../orders/words/paths.ts'

type Item = {
  id: string
  instrumentId: string | null
  titleZh: string | null
  titleEn: string | null
  origin: NriiOrigin | null
  values: NriiValues
  problems: NriiProblem[]
  state: NriiState
  status: NriiStatus
  reason: string | null
}
type List = { fields: readonly NriiField[]; items: readonly Item[] }

export const nriiAnswer = (part: NriiPart, { fields, items }: List): NriiReport => ({
  part,
  fields: fields.map(({ name, labelZh, labelEn, type, maxLength, maxCount, required }) => ({
    name,
    label: { zh: labelZh, en: labelEn },
    type,
    maxLength,
    maxCount,
    required,
  })),
  items: items.map(({ id, instrumentId, values, problems, state, status, reason }) => ({
    id,
    instrumentId,
    values,
    problems,
    state,
    status,
    reason,
  })),
})

/**
 * Where a field of a record is put right: in the form of the instrument or the institution, on the page of the booking or the order that says it,
 * or beside the report where nothing else does.
 */
export function fieldPath(
  part: NriiPart,
  { id, instrumentId, origin }: Pick<Item, 'id' | 'instrumentId' | 'origin'>,
  { name, source }: Pick<NriiField, 'name' | 'source'>,
): string {
  if (source === null) return `/reports/nrii/${part}/${id}#field-${name}`
  const field = formFields[source] ?? source
  if (part === 'organisation')
    return `/admin/institutions/${id}#field-${regions.includes(source) ? 'region' : field}`
  if (part === 'service-records' && source !== 'innerId')
    return origin === 'order' ? orderPaths.one(id) : bookingPaths.booking(id)
  return `/records/${instrumentId}/edit#field-${field}`
}

/** An institution has one code of a region, which says them all. */
const regions: readonly string[] = ['province', 'city', 'county']

/** What forms call the facts that are named otherwise there. */
const formFields: Record<string, string> = {
  titleZh: 'title.zh',
  titleEn: 'title.en',
  nameZh: 'name.zh',
  nameEn: 'name.en',
}

/** The sheet to upload, under the network's own names, and what is to be put right in the records it leaves out. */
export function nriiSheets(
  part: NriiPart,
  { fields, items }: List,
  { lang, baseUrl }: { lang: Lang; baseUrl: string },
) {
  const byName = new Map(fields.map((field) => [field.name, field]))
  const fit = items.filter(({ problems }) => problems.length === 0)
  return [
    {
      name: nriiPartNames[part][lang],
      header: fields.map(({ name }) => name),
      rows: fit.map(({ values }) => fields.map(({ name }) => values[name] ?? null)),
    },
    {
      name: words.sheetProblems[lang],
      header: [words.id, words.record, words.field, words.problem, words.state, words.link].map(
        (text) => text[lang],
      ),
      rows: items.flatMap((item) =>
        item.problems.map(({ field, detail }) => [
          item.id,
          inLang({ zh: item.titleZh, en: item.titleEn }, lang),
          field,
          detail[lang],
          nriiStateNames[item.state][lang],
          baseUrl + fieldPath(part, item, byName.get(field) ?? { name: field, source: null }),
        ]),
      ),
    },
  ]
}
