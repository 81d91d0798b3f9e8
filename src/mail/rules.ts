import type { Actor } from '../core/actor.ts'
import { inLang, type LocalText, type Text } from '../core/text.ts'

/** Text that goes into a header or between others' words: one line, without control characters. */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()

/** A title or name in both languages, each on one line; a missing one is filled from the other. */
export const inOneLine = (text: LocalText): Text => ({
  zh: oneLine(inLang(text, 'zh')),
  en: oneLine(inLang(text, 'en')),
})

/** Who did what a letter tells of. */
export const byInLetter = (actor: Actor): string =>
  actor.type === 'person' ? oneLine(actor.name) : 'Hexi'

/** Whether this may stand in `To:` as it is: one bare address, with nothing that would begin another header. */
export const isPlainAddress = (address: string): boolean =>
  address.length <= 254 && /^[^\s<>(),;:"[\]\\]+@[^\s<>(),;:"[\]\\@]+$/.test(address)
