import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { getLot } from '../../../stock/lots/actions/hold.ts'
import { lotWords } from '../../../stock/lots/words.ts'
import { stockCrumb } from '../../../stock/pages/crumbs.ts'
import { stockPaths } from '../../../stock/words/paths.ts'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { chooseProtocol } from '../../protocols/actions.ts'
import { germplasmPaths } from '../../words/paths.ts'
import { enterResult, startTest } from '../actions.ts'
import { resultForm, testForm } from '../model.ts'
import { germinationWords as words } from '../words.ts'

type C = HonoContext<Env>
const tag = 'viability'
const path = '/lots/:id/viability-tests'
const made = { tag, refuses: [409], creates: true }

const start = write({
  ...made,
  path,
  summary: 'Begin a viability test: its seeds are taken of the lot in the same transaction',
  description: 'There may be fewer seeds than the protocol says.',
  form: testForm,
  result: z.object({ id: z.string(), seeds: z.int() }),
  does: startTest,
  at: `${path}/new`,
  flash: (_, { seeds }) => words.started(seeds),
  next: (_, { id }) => germplasmPaths.test(id),
  page: (c, test) => startPage(c, { test }),
})

const older = write({
  ...made,
  path: '/lots/:id/viability-results',
  summary: 'Enter a result that was found before; no seeds are taken of the lot',
  form: resultForm,
  result: z.object({ id: z.string() }),
  does: enterResult,
  at: `${path}/old`,
  flash: () => words.oldEntered,
  next: ({ id }) => `${stockPaths.lot(id)}#viability`,
  page: (c, result) => startPage(c, { result }),
})

const own = new Hono<Env>().get(`${path}/new`, (c) => startPage(c))

/** How a test begins, and how what was found before is entered. */
export const { api: startRoutes, pages: startPages } = surfaces(start, older, { pages: own })

type Protocol = Awaited<ReturnType<typeof chooseProtocol>>[number]

const asOption = ({ id: value, name, code }: Protocol) => ({
  value,
  label: { zh: `${code} ${name.zh ?? name.en}`, en: `${code} ${name.en ?? name.zh}` },
})

async function startPage(c: C, typed: { test?: Filled; result?: Filled } = {}) {
  const { ctx } = c.var
  const { id, code, record } = await getLot(ctx, c.req.param('id') ?? '')
  const choices = { protocol: (await chooseProtocol(ctx)).map(asOption) }
  const here = germplasmPaths.testsOf(id)
  const result = typed.result ?? filledIn(resultForm.open({ isConclusive: true }))
  return page(
    c,
    {
      title: words.start,
      lead: record.title,
      crumbs: [stockCrumb, { text: lotWords.lotOf(code), href: stockPaths.lot(id) }],
      width: 'reading',
      status: (typed.test ?? typed.result)?.status ?? 200,
    },
    <>
      <Local as="p" class="quiet" text={words.startAbout} />
      <EntityForm
        {...{ of: testForm, form: typed.test ?? filledIn({}), choices, submit: words.start }}
        action={`${here}/new`}
      />
      <Section title={words.old}>
        <Local as="p" class="quiet" text={words.oldAbout} />
        <EntityForm
          {...{
            of: resultForm,
            scope: 'result',
            form: result,
            choices,
            submit: words.old,
            look: 'plain',
          }}
          action={`${here}/old`}
        />
      </Section>
    </>,
  )
}
