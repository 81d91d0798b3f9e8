import type { Text } from '../../core/text.ts'
import { mostDepth } from './model.ts'
import { placeWords as words } from './words.ts'

/** A place that something is put into, from the top down to it. */
type Around = { path: string; depth: number; holdsOne: boolean; blockedPath: string | null }

type Moved = {
  /** What is to stand there: how many places deep it is itself. */
  height: number
  /** Whether the place around it is the place itself, or inside it. */
  isInside: boolean
}

/** Why a place cannot stand inside another; nothing when it can. */
export function objectionsToStanding(around: Around, { height, isInside }: Moved): Text[] {
  return [
    ...(isInside ? [words.insideItself] : []),
    ...(around.depth + height > mostDepth ? [words.tooDeep(mostDepth)] : []),
    ...(around.holdsOne ? [words.nothingInside(around.path)] : []),
    ...objectionsToPutting(around),
  ]
}

/** Why nothing is put into a place; that it holds one thing already is for the database to say. */
export const objectionsToPutting = ({ blockedPath }: Pick<Around, 'blockedPath'>): Text[] =>
  blockedPath === null ? [] : [words.isBlocked(blockedPath)]
