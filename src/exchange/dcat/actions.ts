import type { Context } from '../../core/context.ts'
import { cursorOf, keyPart, readCursor } from '../../core/paging.ts'
import { describeApart, type Skipped } from '../described/actions.ts'
import { publicRecordsAfter } from '../oai/actions.ts'
import { catalogueOf } from './rules/catalogue.ts'
import { catalogRecordOf } from './rules/dataset.ts'
import type { Thing } from './rules/terms.ts'

const pageSize = 100
/** Of a dataset with more files than this, the rest is behind its landing page. */
const mostFiles = 50

type Asked = { after?: string | undefined; format: 'ttl' | 'jsonld' }

/** One page of the datasets that everybody may see, whoever asks, by when they changed. */
export async function cataloguePage(ctx: Context, { after, format }: Asked) {
  const asEverybody: Context = { ...ctx, actor: { type: 'anonymous' } }
  const start = after === undefined ? undefined : cursorIn(after)
  const found = await publicRecordsAfter(asEverybody, {
    filter: { by: 'kind', value: 'dataset' },
    after: start,
    limit: pageSize + 1,
  })
  const page = found.slice(0, pageSize)
  const skipped: Skipped[] = []
  const skip = (one: Skipped) => void skipped.push(one)
  const ids = page.filter(({ isDeleted }) => !isDeleted).map(({ id }) => id)
  const described = await describeApart(asEverybody, ids, skip, { maxFiles: mostFiles })
  const entries = [...described.values()].flatMap((one) => {
    try {
      return [catalogRecordOf(one)]
    } catch (error) {
      skip({ id: one.id, error })
      return []
    }
  })
  const path = `${ctx.baseUrl}/dcat.${format}`
  const last = page.at(-1)
  const next =
    found.length > pageSize && last ? `${path}?after=${cursorOf([last.at, last.id])}` : null
  const here = after === undefined ? path : `${path}?after=${after}`
  const things: Thing[] = catalogueOf({ baseUrl: ctx.baseUrl, here, next, entries })
  return { things, next, skipped }
}

function cursorIn(after: string) {
  const [at, id] = readCursor(after, [keyPart.moment, keyPart.id])
  return { at: at.toString(), id }
}
