import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line, LocalAnswer, saying } from '../../core/shapes.ts'
import { InstantAnswer } from '../../core/time.ts'
import { Code, PartialDay, Term } from '../model.ts'
import { sourceKindNames, sourceWords as words } from './words.ts'

const kinds = ['animal', 'plant', 'environment', 'geological', 'material'] as const
export type SourceKind = (typeof kinds)[number]

const NewSource = z
  .strictObject({
    code: Code,
    kind: z.enum(kinds),
    title: line().max(200).optional(),
    taxon: line().max(200).optional(),
    sex: Term.optional(),
    breed: line().max(200).optional(),
    locality: line().max(500).optional(),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
    collectedOn: PartialDay.optional(),
    permit: line().max(200).optional(),
    note: z.string().trim().max(2000).optional(),
  })
  .refine(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined), {
    path: ['longitude'],
    ...saying(words.bothCoordinates),
  })
export type NewSource = z.output<typeof NewSource>

export const sourceForm = form(NewSource, {
  code: { as: 'text', label: { zh: '来源编号', en: 'Code' }, hint: words.codeHint, short: true },
  kind: { as: 'choice', label: { zh: '类别', en: 'Kind' }, names: sourceKindNames },
  title: { as: 'text', label: { zh: '名称', en: 'Name' }, hint: words.titleHint },
  taxon: { as: 'text', label: { zh: '物种', en: 'Species' }, hint: words.taxonHint },
  sex: { as: 'reference', label: { zh: '性别', en: 'Sex' } },
  breed: { as: 'text', label: { zh: '品种或群体', en: 'Breed or population' } },
  locality: { as: 'text', label: { zh: '地点', en: 'Locality' } },
  latitude: { as: 'number', unit: '°', label: { zh: '纬度', en: 'Latitude' } },
  longitude: { as: 'number', unit: '°', label: { zh: '经度', en: 'Longitude' } },
  collectedOn: { as: 'text', label: { zh: '采集日期', en: 'Collected on' }, short: true },
  permit: { as: 'text', label: { zh: '许可', en: 'Permit' }, hint: words.permitHint },
  note: { as: 'long', label: { zh: '备注', en: 'Note' } },
})
export type SourceChange = z.output<typeof sourceForm.edit.schema>

export const sourceFilter = form(
  z.strictObject({ code: line().max(60).optional(), kind: z.enum(kinds).optional() }),
  {
    code: { as: 'text', type: 'search', label: sourceForm.labels.code },
    kind: { as: 'choice', label: sourceForm.labels.kind, names: sourceKindNames },
  },
)
export type SourceFilter = z.output<typeof sourceFilter.schema>

export const SourceAnswer = z
  .object({
    id: z.string(),
    ...sourceForm.answer,
    collection: z.object({ id: z.string(), title: LocalAnswer }),
    samples: z.int(),
    createdAt: InstantAnswer,
    version: z.int(),
  })
  .meta({ id: 'SampleSource' })
