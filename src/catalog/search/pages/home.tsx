import { Hono, type Context as HonoContext } from 'hono'
import type { Child } from 'hono/jsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Doors, RecordRows } from '../../records/pages/cards.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { Hero, PictureStrip, type StripItem } from '../../../web/components/hero.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { frameWords } from '../../../web/words.ts'
import type { SearchItem } from '../model.ts'
import { homeFacts, countKinds } from '../queries/home.ts'
import { totalText } from '../rules/results.ts'
import { demoExamples, homeWords as words, institutionRecordsWords } from '../words.ts'
import { recordItemOf } from '../../records/pages/items.ts'
import { catalogPaths } from '../../words/paths.ts'

/** Fewer pictures than this are no row of pictures. */
const fewestPictures = 3

/** What other areas show below the search box. */
export type HomePart = (c: HonoContext<Env>) => Child

/** The way in: one box over everything, the newest pictures, four doors with their counts, the newest records. */
export const homePages = (parts: readonly HomePart[]) =>
  new Hono<Env>().get(paths.home, async (c) => {
    const { ctx, services } = c.var
    const { counts, newest, illustrated } = await homeFacts(ctx.db, ctx.actor)
    const pictures = illustrated.flatMap(stripItemOf)
    const isKeeper = ctx.actor.type === 'person' && ctx.actor.curates.institutionIds.length > 0
    return page(
      c,
      {
        title: `${frameWords.brand.zh} ${frameWords.brand.en}`,
        description: words.lead[ctx.lang],
        headerSearch: false,
        main: 'main-home',
        head: <link rel="canonical" href={`${ctx.baseUrl}/`} />,
      },
      <>
        <Hero
          title={words.title}
          lead={words.lead}
          {...(services.demo && newest.length > 0 && { examples: demoExamples })}
        />
        {parts.map((part) => part(c))}
        {pictures.length >= fewestPictures && (
          <PictureStrip label={words.pictures[ctx.lang]} items={pictures} />
        )}
        <Doors counts={counts.map(({ kind, total }) => ({ kind, total: totalText(total) }))} />
        {newest.length > 0 ? <Newest items={newest} /> : <Nothing isKeeper={isKeeper} />}
      </>,
    )
  })

function stripItemOf({ id, title, image }: SearchItem): StripItem[] {
  return image ? [{ recordId: id, title, image }] : []
}

function Newest({ items }: { items: readonly SearchItem[] }) {
  return (
    <Section title={words.newest} more={{ text: words.all, href: paths.search }}>
      <div class="newest">
        <RecordRows records={items.map(recordItemOf)} />
      </div>
    </Section>
  )
}

function Nothing({ isKeeper }: { isKeeper: boolean }) {
  return (
    <Empty title={words.emptyTitle} text={words.emptyHint} icon="list">
      {isKeeper && <ButtonLink href={catalogPaths.desk} text={words.add} />}
    </Empty>
  )
}

/** On an institution's page: how many records of each kind it has that the viewer may see. */
export async function institutionRecords(c: HonoContext<Env>, institution: string) {
  const { db, actor } = c.var.ctx
  const counts = await countKinds(db, actor, { institution: [institution] })
  const some = counts.filter(({ total }) => total.value > 0)
  if (some.length === 0) return null
  return (
    <Section title={institutionRecordsWords.records}>
      <Doors counts={some} keep={{ institution }} />
    </Section>
  )
}
