import { z } from 'zod'
import { idOf, LocalAnswer, Named } from '../../core/shapes.ts'
import { optional, PageInstitution, reportFormats, withDefault } from '../use/model.ts'
import { useWords } from '../use/words.ts'

const year = z.coerce.number().int().min(1900).max(2200)

export const MaterialQuery = z.object({
  year: optional(year).describe('By the calendar of Beijing; unset: this year.'),
  institution: optional(idOf(useWords.noInstitution)).describe('Unset: all that you manage.'),
  table: withDefault(z.enum(['collections', 'recipients']), 'collections').describe(
    'Which of both a file has.',
  ),
  format: withDefault(z.enum(reportFormats), 'json'),
})
export const MaterialPageQuery = z.object({ year: optional(year), institution: PageInstitution })

const Count = z.int()

const CollectionOfYear = z.object({
  id: z.string(),
  name: LocalAnswer,
  institution: Named,
  ethicsApproval: z.string().nullable(),
  hgrFiling: z.string().nullable(),
  collectedDonors: Count.describe('Donors of samples that were taken in the year.'),
  collectedSamples: Count,
  storedDonors: Count.describe('Of what is held as the report is made.'),
  storedSamples: Count,
  providedSamples: Count.describe('Sent in the year, loans too.'),
  returnedSamples: Count,
  usedUpSamples: Count,
  destroyedSamples: Count,
  withdrawnDonors: Count.describe('Donors who withdrew in the year.'),
})
export type CollectionOfYear = z.output<typeof CollectionOfYear>

const Recipient = z.object({
  collection: Named,
  institution: Named.nullable().describe('Null: the requester belongs to none.'),
  kind: z.string().nullable().describe('Of institution.'),
  country: z.string().nullable(),
  foreignControlled: z.boolean().nullable(),
  request: z.object({ id: z.string(), number: z.string() }),
  samples: Count,
  permits: z.array(z.string()).describe('Numbers of the permits shown for the request.'),
})
export type Recipient = z.output<typeof Recipient>

export const MaterialReport = z
  .object({
    year: z.int(),
    institution: z.string().nullable(),
    collections: z.array(CollectionOfYear),
    recipients: z.array(Recipient),
  })
  .meta({
    id: 'HumanMaterialReport',
    description:
      'The facts of the yearly report of human genetic resources (人类遗传资源管理条例, art. 15).',
  })
export type MaterialReport = z.output<typeof MaterialReport>
