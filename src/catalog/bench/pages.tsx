import { Hono } from 'hono'
import type { Context } from '../../core/context.ts'
import type { Page, Paging } from '../../core/paging.ts'
import type { LocalText, Text } from '../../core/text.ts'
import type { Env } from '../../web/env.ts'
import { formatTally } from '../../web/format.ts'
import { Local, useLang } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { deskTabs } from '../records/pages/desk.tsx'
import { benchLinks, benchWords as words } from './words.ts'

/** One thing to look at, and in a few words why. */
type BenchItem = { href: string; text: LocalText; about: LocalText; isLate?: boolean }
type Found = Pick<Page<BenchItem>, 'items' | 'total'>

/** A short list of somebody’s work that an area adds: the first of a whole list of its own. */
export type BenchPart = {
  title: Text
  /** The whole list, narrowed to what the bench shows; left out where nothing more is kept. */
  href?: string
  /** Where there is nothing to do. */
  none: Text
  read: (ctx: Context, shown?: number) => Promise<Found>
}

type Declared<Row> = Omit<BenchPart, 'read'> & {
  /** The area’s own action behind the whole list. */
  query: (ctx: Context, paging: Paging) => Promise<Page<Row>>
  item: (row: Row, ctx: Context) => BenchItem
}

const shownOfEach = 5

export const benchPart = <Row,>({ query, item, ...part }: Declared<Row>): BenchPart => ({
  ...part,
  read: async (ctx, shown = shownOfEach) => {
    const { items, total } = await query(ctx, { limit: shown })
    return { items: items.slice(0, shown).map((row) => item(row, ctx)), total }
  },
})

/** What a curator has to look at, from all areas, on one page. */
export const benchPages = (parts: readonly BenchPart[]) =>
  new Hono<Env>().get(benchLinks.bench.href, async (c) => {
    const { ctx } = c.var
    if (ctx.actor.type === 'anonymous')
      return c.redirect(`${paths.signIn}?next=${benchLinks.bench.href}`, 303)
    const found = await readBench(ctx, parts)
    return page(
      c,
      { title: words.bench, lead: words.lead },
      <>
        {deskTabs(c)}
        <Bench parts={found} />
      </>,
    )
  })

type ReadPart = Omit<BenchPart, 'read'> & Found

/** The first of each list, with how much there is of it. */
export const readBench = async (
  ctx: Context,
  parts: readonly BenchPart[],
  shown?: number,
): Promise<ReadPart[]> =>
  Promise.all(parts.map(async ({ read, ...part }) => ({ ...part, ...(await read(ctx, shown)) })))

type Level = 'h2' | 'h3'

/** Parts under headings of their own, which are `h3` where the page has groups of them. */
export const Bench = ({ parts, level = 'h2' }: { parts: readonly ReadPart[]; level?: Level }) => (
  <div class="bench">
    {parts.map((part) => (
      <Part level={level} {...part} />
    ))}
  </div>
)

function Part({ title, href, none, items, total, level }: ReadPart & { level: Level }) {
  const lang = useLang()
  return (
    <section class="section">
      <div class="section-head">
        <Local as={level} text={title} />
        {href !== undefined && total.value > 0 && (
          <Local as="a" href={href} text={words.all(formatTally(total, lang))} />
        )}
      </div>
      {items.length === 0 ? (
        <Local as="p" class="quiet" text={none} />
      ) : (
        <ul class="bench-list">
          {items.map(({ href: to, text, about, isLate }) => (
            <li>
              <Local as="a" href={to} text={text} />
              <Local as="span" class={isLate ? 'bench-late' : 'quiet'} text={about} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
