/** The one entry of a list that has no other: what may be taken without asking. Among several, nobody guesses. */
export const onlyOne = <T>(all: readonly T[]): T | undefined =>
  all.length === 1 ? all[0] : undefined
