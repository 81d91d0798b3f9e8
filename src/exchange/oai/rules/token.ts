import { z } from 'zod'
import { cursorOf, keyPart, readKey } from '../../../core/paging.ts'
import { formatNames, type Going } from '../model.ts'
import { isSetSpec } from './sets.ts'

const Token = z.tuple([
  z.literal('1'),
  z.enum(formatNames),
  keyPart.moment.nullable(),
  keyPart.moment.nullable(),
  z.string().refine(isSetSpec).nullable(),
  keyPart.moment,
  keyPart.id,
  z.int().min(0),
])

/** A list and where it goes on, whole in its token: any process answers it, at any time. */
export const tokenOf = ({ prefix, from, before, set, after, cursor }: Going): string =>
  // `readKey` takes nulls too, which no other cursor has.
  cursorOf(['1', prefix, from, before, set, after.at, after.id, cursor])

/** Undefined for what is no token of ours. */
export function readToken(text: string): Going | undefined {
  if (text.length > 2000) return undefined
  try {
    const [, prefix, from, before, set, at, id, cursor] = readKey(text, Token)
    return {
      prefix,
      from: from && from.toString(),
      before: before && before.toString(),
      set,
      after: { at: at.toString(), id },
      cursor,
    }
  } catch {
    return undefined
  }
}
