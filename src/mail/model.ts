import type { FactsOf } from '../core/letters.ts'
import type { notedLetters } from '../letters.ts'

type Noted = typeof notedLetters
export type NotedLetter = keyof Noted

/** Something that people are to be told of. */
export type Fact<Name extends NotedLetter = NotedLetter> = {
  letter: Name
  /** Whose accounts are open, that is; everybody once. Staff of an instrument, curators of an institution. */
  to:
    | { people: readonly string[] }
    | { staffOf: string; except?: string | null }
    | { curatorsOf: string }
  /** The instrument, and the booking of it, that it is about; its times are those that it has then. */
  instrumentId?: string
  booking?: { id: string; start: string; end: string }
  facts: FactsOf<Noted[Name]>
}

/** The same in the job that tells them: which fact, and when it was noted. */
export type NotedFact = { [Name in NotedLetter]: Fact<Name> }[NotedLetter] & {
  factId: string
  at: string
}
