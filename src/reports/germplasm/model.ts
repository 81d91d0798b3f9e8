import { z } from 'zod'
import { idOf, LocalAnswer, saying } from '../../core/shapes.ts'
import { Day } from '../../core/time.ts'
import { Missing } from '../../germplasm/quality/model.ts'
import { PageInstitution, optional, reportFormats, withDefault } from '../use/model.ts'
import { useWords } from '../use/words.ts'
import { germplasmWords as words } from './words.ts'

const Group = z.enum(['institution', 'library', 'collection'])

const asked = {
  from: optional(Day).describe('First day on which the accessions were listed; unset: all'),
  to: optional(Day).describe('Last day on which they were listed'),
  by: withDefault(Group, 'institution'),
}

const inOrder = ({
  from = '',
  to = '9999',
}: {
  from?: string | undefined
  to?: string | undefined
}) => from <= to
const order = { path: ['to'], ...saying(words.inOrder) }

export const GermplasmQuery = z
  .object({
    ...asked,
    institution: optional(idOf(useWords.noInstitution)),
    format: withDefault(z.enum(reportFormats), 'json'),
  })
  .refine(inOrder, order)

export const GermplasmPageQuery = z
  .object({ ...asked, institution: PageInstitution })
  .refine(inOrder, order)

export type GermplasmAsked = Omit<z.output<typeof GermplasmQuery>, 'format'>

const Index = z.number().nullable().describe('0 to 10')

const GermplasmFigures = z.object({
  passports: z.int().describe('Plant accessions that you may see'),
  mean: Index,
  lowest: Index,
  highest: Index,
  bins: z.array(z.int()).describe('Passports from 0 to 1, from 1 to 2 … from 9 to 10'),
})
export type GermplasmFigures = z.output<typeof GermplasmFigures>

export const GermplasmReport = z
  .object({
    from: z.string().nullable(),
    to: z.string().nullable(),
    by: Group,
    items: z.array(
      GermplasmFigures.extend({
        key: z.string().nullable().describe('Id or code; null for what is in none'),
        name: LocalAnswer,
      }),
    ),
    total: GermplasmFigures,
    next: Missing.describe(
      'What to fill in next: what it would add on average to the 100 least complete.',
    ),
  })
  .meta({ id: 'GermplasmReport', description: 'Completeness of plant passports (PDCI).' })
export type GermplasmReport = z.output<typeof GermplasmReport>
