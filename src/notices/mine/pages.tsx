import { Hono } from 'hono'
import { z } from 'zod'
import { Bench, type BenchPart, readBench } from '../../catalog/bench/pages.tsx'
import { listWords as bookingListWords } from '../../bookings/bookings/words/pages.ts'
import { bookingPaths } from '../../bookings/words/paths.ts'
import type { Context } from '../../core/context.ts'
import { signedIn } from '../../core/permission.ts'
import { LocalAnswer } from '../../core/shapes.ts'
import { langTag, type Text } from '../../core/text.ts'
import { dayAt, defaultZone } from '../../core/time.ts'
import { dayText } from '../../core/wall-clock.ts'
import { isStaffOfAny } from '../../instruments/rules/standing.ts'
import { operation } from '../../web/api.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { Empty } from '../../web/components/messages.tsx'
import type { Env } from '../../web/env.ts'
import { documented } from '../../web/item.ts'
import { Local } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { mineLinks, mineWords as words } from './words.ts'

/**
 * What areas contribute, in the order shown: what waits for somebody, what they have ahead, and what is to be done about
 * the resources that they manage.
 */
export type Work = Readonly<Record<'waiting' | 'own' | 'keeping', readonly BenchPart[]>>

const shownOfEach = 3

const Part = z.object({
  title: z.object({ zh: z.string(), en: z.string() }),
  href: z.string().optional().describe('The page of the whole list'),
  total: z.object({ value: z.int(), relation: z.enum(['eq', 'gte']) }),
  items: z.array(z.object({ href: z.string(), text: LocalAnswer, about: LocalAnswer })),
})
const WorkAnswer = z
  .object({ waiting: z.array(Part), own: z.array(Part) })
  .meta({ id: 'MyWork', description: 'The first few of each list.' })

async function readWork(ctx: Context, { waiting, own }: Omit<Work, 'keeping'>) {
  signedIn(ctx)
  const [waits, has] = await Promise.all([
    readBench(ctx, waiting, shownOfEach),
    readBench(ctx, own, shownOfEach),
  ])
  // Most people decide about nothing: what does not wait is not named.
  return { waiting: waits.filter(({ items }) => items.length > 0), own: has }
}

export const mineRoutes = (work: Work) =>
  new Hono<Env>().get(
    '/me/work',
    operation({
      summary: 'What waits for me, and what I have under way',
      tag: 'people',
      answers: { 200: WorkAnswer },
      refuses: [401],
    }),
    async (c) => {
      const { waiting, own } = await readWork(c.var.ctx, work)
      return c.json({ waiting: waiting.map(documentedPart), own: own.map(documentedPart) })
    },
  )

const documentedPart = (part: object) => documented(Part, part)

/** The first page after signing in. */
export const minePages = (work: Work) =>
  new Hono<Env>().get(mineLinks.work.href, async (c) => {
    const { ctx } = c.var
    const { waiting, own } = await readWork(ctx, work)
    const keeping = isStaffOfAny(ctx.actor) ? await readBench(ctx, work.keeping, shownOfEach) : []
    const day = dayAt(ctx.now(), defaultZone)
    const lead = words.lead({ zh: dayText(day, langTag('zh')), en: dayText(day, langTag('en')) })
    return page(
      c,
      {
        title: words.mine,
        lead,
        actions: <ButtonLink href={bookingPaths.openings} text={bookingListWords.openings} />,
      },
      <>
        <Local as="h2" class="bench-title" text={words.waiting} />
        {waiting.length > 0 ? (
          <Bench parts={waiting} level="h3" />
        ) : (
          <Local as="p" class="quiet" text={words.nothingWaits} />
        )}
        <Ahead parts={withItems(own)} />
        <Group title={words.keeping} parts={withItems(keeping)} />
      </>,
    )
  })

type Read = Awaited<ReturnType<typeof readBench>>
const withItems = (parts: Read) => parts.filter(({ items }) => items.length > 0)

function Ahead({ parts }: { parts: Read }) {
  if (parts.length > 0) return <Group title={words.own} parts={parts} />
  return (
    <Empty title={words.nothingAhead} text={words.nothingAheadAbout} icon="calendar">
      <ButtonLink href={paths.search} text={words.search} />
    </Empty>
  )
}

const Group = ({ title, parts }: { title: Text; parts: Read }) =>
  parts.length > 0 && (
    <>
      <Local as="h2" class="bench-title" text={title} />
      <Bench parts={parts} level="h3" />
    </>
  )
