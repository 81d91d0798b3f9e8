import { z } from 'zod'
import { form } from '../../core/form.ts'
import { line } from '../../core/shapes.ts'
import { turns } from './rules/turn.ts'
import { scanWords as words, turnNames } from './words.ts'

/** A box has 10,000 wells at most. */
const mostText = 700_000
export const mostScanBytes = 900_000

const asked = {
  text: z.string().min(1).max(mostText),
  rack: line().min(1).max(200).optional(),
  turn: z.enum(turns).optional(),
}
const askedFields = {
  text: { as: 'long', label: words.text, hint: words.textHint },
  rack: { as: 'text', label: words.rack, hint: words.rackHint, short: true },
  turn: { as: 'choice', label: words.turn, names: turnNames },
} as const

export const ScanText = z.strictObject(asked)
export type ScanText = z.output<typeof ScanText>
export const scanForm = form(ScanText, askedFields)

/** With what was looked at: where that is not so any more, nothing is done. */
const AgreedScan = z.strictObject({ ...asked, seen: z.string().max(mostText).optional() })
export type AgreedScan = z.output<typeof AgreedScan>
export const agreedForm = form(AgreedScan, {
  ...askedFields,
  seen: { as: 'long', label: words.seen },
})

const Counted = {
  changed: z.int(),
  unchanged: z.int(),
  unread: z.int(),
}
export const ScanResult = z.object(Counted)

export const ScanPreview = z.object({
  ...Counted,
  rack: z.string().nullable().describe('The rack of the file that was taken'),
  otherRacks: z.array(z.string()),
  turn: z.enum(turns).nullable().describe('How the rack seems to have lain in the scanner'),
  seen: z.string().describe('To be sent when the file is applied'),
  moves: z.array(
    z.object({
      code: z.string(),
      from: z.string().nullable(),
      well: z.string().nullable().describe('Null: taken out, its location is unknown'),
    }),
  ),
  refused: z.array(z.object({ well: z.string(), code: z.string(), why: z.string() })),
})
