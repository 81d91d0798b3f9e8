import { readSheet } from 'read-excel-file/node'
import { z } from 'zod'
import type { TestHouse } from '../support/house.ts'

/** One way in which something could show, and what of it must show there; `undefined`: must not, may or may not. */
export type Door = {
  name: string
  path: string
  /** Words that must be in the answer exactly when they may be seen. */
  shows?: Record<string, boolean>
  /** The answer is there; whoever may not see it is told that there is nothing, or to sign in first. */
  found?: boolean
  /** How many entries its list has in all; who is refused counts none. */
  total?: number
  /** Nobody signs in there: the address is the secret. */
  open?: true
}

type Looking = { name: string; token: string | undefined }

/** What is wrong at doors for one viewer; nothing where the right things show. */
export async function wrongAtDoors(
  { as }: Pick<TestHouse, 'as'>,
  doors: readonly Door[],
  viewer: Looking,
): Promise<object[]> {
  const wrong = doors.map(async (door) => {
    const answer = await as(door.open ? undefined : viewer.token).get(door.path)
    return wrongAt(door, viewer, { status: answer.status, text: await textOf(answer) })
  })
  return (await Promise.all(wrong)).flat()
}

function wrongAt(
  { name, path, shows = {}, found, total }: Door,
  viewer: Looking,
  { status, text }: { status: number; text: string },
): object[] {
  const report = { door: name, path, status, viewer: viewer.name }
  const refused = viewer.token === undefined && [401, 303].includes(status) ? 404 : status
  const wrongly = found !== undefined && refused !== (found ? 200 : 404)
  const counted = total === undefined ? undefined : totalIn({ status, text })
  return [
    ...(status >= 500 || wrongly ? [report] : []),
    ...(counted === total ? [] : [{ ...report, counted, total }]),
    ...Object.entries(shows).flatMap(([word, isThere]) =>
      text.includes(word) === isThere ? [] : [{ ...report, word, isThere }],
    ),
  ]
}

/** As a person would read it: lines of a calendar unfolded, the cells of a workbook. */
async function textOf(answer: Response): Promise<string> {
  const type = answer.headers.get('content-type') ?? ''
  if (type.includes('spreadsheetml'))
    return JSON.stringify(await readSheet(Buffer.from(await answer.arrayBuffer())))
  return (await answer.text()).replaceAll('\r\n ', '')
}

const List = z.object({
  items: z.array(z.unknown()),
  total: z.object({ value: z.number() }).optional(),
})

/** How many entries a list has in all. */
export function totalIn({ status, text }: { status: number; text: string }): number {
  if (status !== 200) return 0
  const { items, total } = List.parse(JSON.parse(text))
  return total?.value ?? items.length
}
