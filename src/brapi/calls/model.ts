import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import { line } from '../../core/shapes.ts'

/** Who asks, and when: what a query needs to know of a request. */
export type Asking = Pick<Context, 'db' | 'actor' | 'now'>

/** How much of a list is asked for; pages are numbered from 0. */
export type Slice = { page: number; pageSize: number }

/** What a call asks: filters by the names that they have in an address, their values ORed. */
export type Asked = Slice & { filters: ReadonlyMap<string, readonly string[]> }

/** One page, and how many there are in all. */
export type Found<Row> = { rows: Row[]; totalCount: number }

/** Elements of one page, unless a call asks for fewer. */
export const mostPerPage = 1000

/** Values of one filter: a search with a list of names must fit. */
export const mostValues = 10_000

export type Status = { message: string; messageType: 'INFO' | 'WARNING' | 'ERROR' }

/** What another program calls a thing of ours. */
export type Reference = { referenceId: string; referenceSource: string | null }

/** An answer of BrAPI; what is undefined or null in it is not known, and left out. */
export type Answer = { readonly [key: string]: unknown }

const ReferenceInput = z
  .looseObject({
    referenceId: z.string().max(500).nullish(),
    referenceID: z.string().max(500).nullish(),
    referenceSource: z.string().max(500).nullish(),
  })
  .transform(({ referenceId, referenceID, referenceSource }) => ({
    referenceId: referenceId ?? referenceID ?? '',
    referenceSource: referenceSource ?? null,
  }))

/** As they are sent, under either spelling; one without an id says nothing. */
export const References = z
  .array(ReferenceInput)
  .max(50)
  .nullish()
  .transform((all) => all?.filter(({ referenceId }) => referenceId !== ''))

/** `additionalInfo`; values that are no texts are written as ones. */
export const Info = z.record(z.string(), z.unknown()).nullish()

/** The text under a name of `additionalInfo`. */
export function textOfInfo(info: z.output<typeof Info>, name: string): string | undefined {
  const value = info?.[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** One line that may be left out. */
export const Line = line().max(500).nullish()

/** Things that are written at once. */
export const mostWritten = 1000
