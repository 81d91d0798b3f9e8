/** Money is whole 分; a part of one is rounded half up, line by line. */

/** `price × share / of`, rounded half up. All whole and not negative. */
export const partOf = (priceFen: number, share: number, of: number): number =>
  Math.floor((2 * priceFen * share + of) / (2 * of))

/** `1280.5` of 128050: for files, where numbers are calculated with. */
export const yuanOf = (fen: number): number => fen / 100

/** `1280.50`: what a form holds. */
export const yuanText = (fen: number | undefined): string =>
  fen === undefined ? '' : (fen / 100).toFixed(2).replace(/\.00$/, '')

/** What somebody typed as yuan, in 分; NaN where it is no amount with two decimals at most. */
export function fenOf(typed: string): number {
  const text = typed.trim().replaceAll(',', '')
  return /^-?\d{1,9}(?:\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : Number.NaN
}
