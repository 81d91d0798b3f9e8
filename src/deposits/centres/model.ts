import { z } from 'zod'
import { form } from '../../core/form.ts'
import { idOf, line, LocalAnswer, LocalName, saying } from '../../core/shapes.ts'
import { Day } from '../../core/time.ts'
import { planWords } from '../plans/words.ts'
import { centreWords as words } from './words.ts'

export const centreForm = form(
  z.strictObject({
    institution: idOf(planWords.noInstitution),
    code: line().refine((code) => /^[A-Z0-9]{2,12}$/.test(code), saying(words.codeShape)),
    checkDays: z.int().min(1).max(60).default(10),
  }),
  {
    institution: { as: 'reference', label: words.institution },
    code: { as: 'text', label: words.code, hint: words.codeHint, short: true },
    checkDays: { as: 'number', label: words.checkDays },
  },
)
export type NewCentre = z.output<typeof centreForm.schema>

export const CentreAnswer = z.object({ id: z.string(), ...centreForm.answer }).meta({
  id: 'DepositCentre',
})

export const partForm = form(
  z.strictObject({
    code: line().refine((code) => /^[a-z][a-z_]{1,39}$/.test(code), saying(words.partCodeShape)),
    name: LocalName.refine(({ zh, en }) => zh !== null && en !== null, saying(words.nameNeeded)),
    needed: z.boolean().default(false),
    position: z.int().min(1).max(1000),
  }),
  {
    code: { as: 'text', label: words.partCode, short: true },
    name: { as: 'pair', label: words.part },
    needed: { as: 'yesNo', label: words.needed },
    position: { as: 'number', label: words.position, short: true },
  },
)
export type Part = z.output<typeof partForm.schema>
export const PartAnswer = z
  .object({ code: z.string(), name: LocalAnswer, needed: z.boolean(), position: z.int() })
  .meta({ id: 'DepositPart' })

/** The longest holiday that the State Council arranges has nine days. */
export const mostDays = 31

export const holidayForm = form(
  z.strictObject({
    day: Day,
    until: Day.optional(),
    name: line().min(1).max(100),
    works: z.boolean().default(false),
  }),
  {
    day: { as: 'date', label: words.day },
    until: { as: 'date', label: words.until, hint: words.untilHint },
    name: { as: 'text', label: words.dayName, short: true },
    works: { as: 'yesNo', label: words.works },
  },
)
export type Holiday = z.output<typeof holidayForm.schema>
export const HolidayAnswer = z
  .object({ day: z.string(), name: z.string(), works: z.boolean() })
  .meta({ id: 'DepositHoliday' })
