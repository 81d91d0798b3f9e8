/** Money is whole 分; a part of one is rounded half up, line by line. */

/** `price × share / of`, rounded half up. All whole and not negative. */
export const partOf = (priceFen: number, share: number, of: number): number =>
  Math.floor((2 * priceFen * share + of) / (2 * of))

/** `1280.5` of 128050: for files, where numbers are calculated with. */
export const yuanOf = (fen: number): number => fen / 100
