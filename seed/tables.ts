import { type Random, randomOf } from './random.ts'

/** One file of the demo, as text. */
export type DataFile = { name: string; text: string }

type Cell = {
  /** Which row it is in, from 0. */
  at: number
  random: Random
  /** A day by chance, within so many years around the middle of a year. */
  day: (middle: number, years: number) => string
}

type Table = {
  key: string
  rows: number
  columns: Readonly<Record<string, (cell: Cell) => string | number>>
}

/** A CSV of so many rows; the same key gives the same numbers. */
export function table(name: string, { key, rows, columns }: Table): DataFile {
  const random = randomOf(`${key}/${name}`)
  const lines = Array.from({ length: rows }, (_, at) =>
    Object.values(columns)
      .map((cell) => cell({ at, random, day: (middle, years) => dayWithin(random, middle, years) }))
      .join(','),
  )
  return { name, text: `${[Object.keys(columns).join(','), ...lines].join('\n')}\n` }
}

/** What a dataset's columns are, in both languages. */
export function readme(
  zh: string,
  en: string,
  columns: Readonly<Record<string, string>>,
): DataFile {
  const rows = Object.entries(columns).map(([name, meaning]) => `- \`${name}\`: ${meaning}`)
  return { name: 'README.md', text: [`# ${zh}`, '', en, '', ...rows, ''].join('\n') }
}

/** The day of a year after so many others, `2024-03-01`. */
export const seriesOf = (year: number, at: number): string =>
  new Date(Date.UTC(year, 0, 1 + at)).toISOString().slice(0, 10)

const dayWithin = (random: Random, middle: number, years: number) =>
  seriesOf(Math.round(random.between(middle - years / 2, middle + years / 2)), random.whole(0, 364))
