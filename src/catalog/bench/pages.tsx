import { Hono } from 'hono'
import type { Context } from '../../core/context.ts'
import type { Page, Paging } from '../../core/paging.ts'
import type { LocalText, Text } from '../../core/text.ts'
import { Section } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { formatTally } from '../../web/format.ts'
import { Local, useLang } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { deskTabs } from '../records/pages/desk.tsx'
import { benchLinks, benchWords as words } from './words.ts'

/** One thing to look at, and in a few words why. */
type BenchItem = { href: string; text: LocalText; about: LocalText }
type Found = Pick<Page<BenchItem>, 'items' | 'total'>

/** A short list of a curator’s work that an area adds: the first of a whole list of its own. */
export type BenchPart = {
  title: Text
  /** The whole list, narrowed to what the bench shows. */
  href: string
  /** Where there is nothing to do. */
  none: Text
  read: (ctx: Context) => Promise<Found>
}

type Declared<Row> = Omit<BenchPart, 'read'> & {
  /** The area’s own action behind the whole list. */
  query: (ctx: Context, paging: Paging) => Promise<Page<Row>>
  item: (row: Row) => BenchItem
}

const shownOfEach = 5

export const benchPart = <Row,>({ query, item, ...part }: Declared<Row>): BenchPart => ({
  ...part,
  read: async (ctx) => {
    const { items, total } = await query(ctx, { limit: shownOfEach })
    return { items: items.map(item), total }
  },
})

/** What a curator has to look at, from all areas, on one page. */
export const benchPages = (parts: readonly BenchPart[]) =>
  new Hono<Env>().get(benchLinks.bench.href, async (c) => {
    const { ctx } = c.var
    if (ctx.actor.type === 'anonymous')
      return c.redirect(`${paths.signIn}?next=${benchLinks.bench.href}`, 303)
    const found = await Promise.all(
      parts.map(async (part) => ({ ...part, ...(await part.read(ctx)) })),
    )
    return page(
      c,
      { title: words.bench, lead: words.lead },
      <>
        {deskTabs(c)}
        <div class="bench">
          {found.map((part) => (
            <Part {...part} />
          ))}
        </div>
      </>,
    )
  })

function Part({ title, href, none, items, total }: Omit<BenchPart, 'read'> & Found) {
  const more = { text: words.all(formatTally(total, useLang())), href }
  return (
    <Section title={title} {...(total.value > 0 && { more })}>
      {items.length === 0 ? (
        <Local as="p" class="quiet" text={none} />
      ) : (
        <ul class="bench-list">
          {items.map(({ href: to, text, about }) => (
            <li>
              <Local as="a" href={to} text={text} />
              <Local as="span" class="quiet" text={about} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
