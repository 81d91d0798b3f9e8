import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, LocalAnswer } from '../../core/shapes.ts'
import { illustrationWords as words } from './words.ts'

export const illustrationForm = form(
  z.strictObject({ picture: idOf(words.noPicture), trait: idOf(words.noTrait) }),
  {
    picture: { as: 'reference', label: words.picture },
    trait: { as: 'reference', label: words.trait },
  },
)
export type NewIllustration = z.output<typeof illustrationForm.schema>

/** A picture of an accession that shows a trait of it. */
export const IllustrationAnswer = z
  .object({
    id: z.string(),
    trait: z.object({ id: z.string(), code: z.string(), name: LocalAnswer }),
    accession: z.object({ id: z.string(), number: z.string().nullable(), title: LocalAnswer }),
    picture: z.object({
      id: z.string().describe('Its sizes are under `/api/v1/images/{id}`.'),
      caption: LocalAnswer,
      credit: z.string().nullable(),
      licence: z.string().nullable(),
      width: z.int().describe('Pixels of the original, upright.'),
      height: z.int(),
      colour: z.string().nullable().describe('Dominant colour, `#rrggbb`.'),
    }),
  })
  .meta({ id: 'TraitPicture' })
