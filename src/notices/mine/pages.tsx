import { Hono } from 'hono'
import { z } from 'zod'
import { Bench, type BenchPart, readBench } from '../../catalog/bench/pages.tsx'
import type { Context } from '../../core/context.ts'
import { signedIn } from '../../core/permission.ts'
import { LocalAnswer } from '../../core/shapes.ts'
import { operation } from '../../web/api.ts'
import type { Env } from '../../web/env.ts'
import { documented } from '../../web/item.ts'
import { Local } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'
import { mineLinks, mineWords as words } from './words.ts'

/** What areas contribute: what waits for somebody, and what they have under way, in the order shown. */
export type Work = { waiting: readonly BenchPart[]; own: readonly BenchPart[] }

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

async function readWork(ctx: Context, { waiting, own }: Work) {
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

export const minePages = (work: Work) =>
  new Hono<Env>().get(mineLinks.work.href, async (c) => {
    const { waiting, own } = await readWork(c.var.ctx, work)
    const underWay = own.filter(({ items }) => items.length > 0)
    return page(
      c,
      { title: words.mine, lead: words.lead },
      <>
        <Local as="h2" class="bench-title" text={words.waiting} />
        {waiting.length > 0 ? (
          <Bench parts={waiting} level="h3" />
        ) : (
          <Local as="p" class="quiet" text={words.nothingWaits} />
        )}
        {underWay.length > 0 && (
          <>
            <Local as="h2" class="bench-title" text={words.own} />
            <Bench parts={underWay} level="h3" />
          </>
        )}
      </>,
    )
  })
