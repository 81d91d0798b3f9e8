import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line, LocalName, saying } from '../../core/shapes.ts'
import { protectionNames, rankNames, taxonWords as words } from './words.ts'

export const ranks = [
  'domain',
  'kingdom',
  'phylum',
  'class',
  'order',
  'family',
  'genus',
  'species',
  'subspecies',
  'variety',
  'form',
] as const
export type Rank = (typeof ranks)[number]

/** `Medicago × varia` has spaces around its sign, and a hybrid genus has none before it: so are records’ names read. */
const ScientificName = line()
  .overwrite((name) =>
    name
      .replace(/^\s*×/, '')
      .replace(/\s*×\s*/g, ' × ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .max(200)
  .refine((name) => /^\p{Lu}[\p{L} .×-]*$/u.test(name), saying(words.badName))

const described = {
  scientificName: ScientificName,
  rank: z.enum(ranks),
  authorship: line().max(300).optional(),
  name: LocalName.optional(),
  otherNames: line().max(500).optional(),
  parent: line().max(200).optional(),
  accepted: line().max(200).optional(),
  protection: z.enum(['national_1', 'national_2', 'provincial']).optional(),
  source: line().max(300).optional(),
}

export const taxonForm = form(z.strictObject(described), {
  scientificName: { as: 'text', label: { zh: '学名', en: 'Scientific name' } },
  rank: { as: 'choice', label: { zh: '等级', en: 'Rank' }, names: rankNames },
  authorship: { as: 'text', label: { zh: '命名人', en: 'Authorship' } },
  name: { as: 'pair', label: { zh: '常用名', en: 'Common name' } },
  otherNames: {
    as: 'text',
    label: { zh: '其他常用名', en: 'Other common names' },
    hint: words.otherNamesHint,
  },
  parent: { as: 'text', label: { zh: '上级', en: 'Parent' }, hint: words.parentHint },
  accepted: { as: 'text', label: words.accepted, hint: words.acceptedHint },
  protection: {
    as: 'choice',
    label: { zh: '保护级别', en: 'Protection class' },
    hint: words.protectionHint,
    names: protectionNames,
  },
  source: { as: 'text', label: { zh: '依据', en: 'Source' } },
})
export type NewTaxon = z.output<typeof taxonForm.schema>
export type Protection = NonNullable<NewTaxon['protection']>
export type TaxonChange = z.output<typeof taxonForm.edit.schema>

export const taxonFilter = form(
  z.strictObject({ q: line().max(200).optional(), rank: z.enum(ranks).optional() }),
  {
    q: { as: 'text', type: 'search', label: words.find },
    rank: { as: 'choice', label: taxonForm.labels.rank, names: rankNames },
  },
)
export type TaxonFilter = z.output<typeof taxonFilter.schema>

export const TaxonAnswer = z
  .object({
    id: z.string(),
    ...taxonForm.answer,
    parentId: z.string().nullable(),
    acceptedId: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Taxon' })

/** A taxon on the way from a record's name up to its family and beyond. */
export type LineTaxon = {
  id: string
  rank: Rank
  scientificName: string
  name: { zh: string | null; en: string | null }
}
