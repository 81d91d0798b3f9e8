import type { Letter } from './ports.ts'
import type { Lang, Text } from './text.ts'
import { isoOf, Temporal } from './time.ts'
import { lastingInWords, momentInWords } from './wall-clock.ts'

export type LetterText = { subject: Text; body: Text; attachments?: Letter['attachments'] }
export type LetterReader = { id: string; name: string; email: string; lang: Lang }

/** A kind of letter, as an area contributes it to `src/letters.ts`: everybody may switch it off. */
export type LetterKind<Facts> = {
  /** What its switch is called, and when such letters come. */
  name: Text
  hint: Text
  /** Its switch is offered only to staff of instruments or institutions. */
  forStaff?: true
  /** The page that it is about. */
  path: (facts: Facts) => string
  /** What it says. What people typed is one line each; every time names its zone. */
  letter: (facts: Facts, to: { link: string; baseUrl: string; reader: LetterReader }) => LetterText
}

export type FactsOf<Kind> = Kind extends LetterKind<infer Facts> ? Facts : never

/** A moment in the facts of a letter, and the zone by whose clock people read it. */
export type ZonedMoment = { at: string; zone: string }

export const zonedMoment = (moment: Temporal.Instant, zone: string): ZonedMoment => ({
  at: isoOf(moment),
  zone,
})

/** `3月2日 16:00（Asia/Shanghai）`. */
export const zonedInWords = ({ at, zone }: ZonedMoment): Text =>
  momentInWords(Temporal.Instant.from(at), zone)

/** Until when something lasts: `2026年3月2日（Asia/Shanghai）`, all of that day. */
export const lastDayInWords = ({ at, zone }: ZonedMoment): Text =>
  lastingInWords(Temporal.Instant.from(at), zone)
