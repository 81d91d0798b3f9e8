import type { FactsOf, LetterKind } from './core/letters.ts'
import type { Text } from './core/text.ts'
import { datasetLetters } from './datasets/words/letters.ts'
import { bookingLetters } from './notices/letters/rules.ts'
import { orderLetters } from './orders/words/letters.ts'
import { depositLetters } from './deposits/words/letters.ts'
import { membershipLetters } from './people/words/letters.ts'
import { withdrawalLetters } from './samples/withdrawals/words.ts'
import { requestLetters } from './requests/words/letters.ts'
import { stockLetters } from './stock/words/letters.ts'
import { upkeepLetters } from './upkeep/words/letters.ts'

/** Letters about facts that areas note by `tellPeople`. */
export const notedLetters = {
  ...upkeepLetters,
  ...orderLetters,
  ...requestLetters,
  ...datasetLetters,
  ...stockLetters,
  ...depositLetters,
  ...membershipLetters,
  ...withdrawalLetters,
}
const every = { ...bookingLetters, ...notedLetters }

export type LetterName = keyof typeof every
export type LetterFacts = { [Name in LetterName]: FactsOf<(typeof every)[Name]> }

/**
 * The table of contents of what people are told: every kind of letter with its switch. From it come the page of
 * preferences, their API, and what the inbox calls its rows.
 */
export const letterKinds: { readonly [Name in LetterName]: LetterKind<LetterFacts[Name]> } = every

/** The names of a part of the table; it has these properties and no others. */
const namesIn = (part: Partial<typeof every>) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `Object.keys`, which forgets the names' type
  Object.keys(part) as LetterName[]

export const letterNames: readonly LetterName[] = namesIn(every)

/** The switches as people see them. */
export const letterGroups: readonly { title: Text; letters: readonly LetterName[] }[] = [
  { title: { zh: '预约', en: 'Bookings' }, letters: namesIn(bookingLetters) },
  {
    title: { zh: '使用、培训与维护', en: 'Use, training and upkeep' },
    letters: namesIn(upkeepLetters),
  },
  { title: { zh: '委托', en: 'Orders' }, letters: namesIn(orderLetters) },
  { title: { zh: '共享申请', en: 'Requests' }, letters: namesIn(requestLetters) },
  { title: { zh: '科学数据', en: 'Datasets' }, letters: namesIn(datasetLetters) },
  { title: { zh: '种质库', en: 'Genebank' }, letters: namesIn(stockLetters) },
  { title: { zh: '生物样本', en: 'Samples' }, letters: namesIn(withdrawalLetters) },
  { title: { zh: '数据汇交', en: 'Data deposits' }, letters: namesIn(depositLetters) },
  { title: { zh: '单位', en: 'Institutions' }, letters: namesIn(membershipLetters) },
]

/** Something for every kind of letter. */
export const forEachLetter = <Value>(value: (name: LetterName) => Value) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each name, by the line above it
  Object.fromEntries(letterNames.map((name) => [name, value(name)])) as Record<LetterName, Value>
