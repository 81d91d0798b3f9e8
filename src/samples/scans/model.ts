import { z } from 'zod'
import { form, type Typed } from '../../core/form.ts'
import { line } from '../../core/shapes.ts'
import { decisions } from './rules/plan.ts'
import { turns } from './rules/turn.ts'
import { scanWords as words, turnNames } from './words.ts'

/** A box has 10,000 wells at most. */
const mostText = 700_000
export const mostScanBytes = 900_000

const text = {
  text: z.string().min(1).max(mostText),
  rack: line().min(1).max(200).optional(),
  turn: z.enum(turns).optional(),
}
/** What is mended before one looks again. */
export const textForm = form(z.strictObject(text), {
  text: { as: 'long', label: words.text, hint: words.textHint },
  rack: { as: 'text', label: words.rack, hint: words.rackHint, short: true },
  turn: { as: 'choice', label: words.turn, names: turnNames },
})

const asked = {
  ...text,
  decided: z
    .array(z.string().regex(/^\S.{0,19} (?:take|keep|aside)$/))
    .max(10_000)
    .default([])
    .describe(
      '`A1 take`: what was scanned is put there; `keep`: all stays; `aside`: out of the box.',
    ),
  others: z.enum(decisions).optional().describe('What is done with all the others that differ.'),
}
export const ScanText = z.strictObject(asked)
export type ScanText = z.output<typeof ScanText>

/** With what was looked at: where that is not so any more, nothing is done. */
const AgreedScan = z.strictObject({ ...asked, seen: z.string().max(mostText).optional() })
export type AgreedScan = z.output<typeof AgreedScan>

const readText = (typed: Typed) => ({
  ...textForm.read(typed),
  decided: typed['decided']?.filter(Boolean) ?? [],
  others: typed['others']?.[0] || undefined,
})
export const scanForm = { schema: ScanText, read: readText }
export const agreedForm = {
  schema: AgreedScan,
  read: (typed: Typed) => ({ ...readText(typed), seen: typed['seen']?.[0] }),
}

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
  undecided: z
    .array(
      z.object({
        well: z.string(),
        code: z.string(),
        why: z.string(),
        ways: z.array(z.enum(decisions)),
      }),
    )
    .describe('While there are any, nothing is applied'),
})
