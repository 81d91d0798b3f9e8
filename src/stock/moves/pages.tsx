import { type Context as HonoContext, Hono } from 'hono'
import { Section } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { Local } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { write } from '../../web/write.tsx'
import { EntryAnswer } from '../entries/model.ts'
import { getKeptLot } from '../lots/actions/hold.ts'
import { lot } from '../lots/pages/item.ts'
import { lotWords } from '../lots/words.ts'
import { stockCrumb } from '../pages/crumbs.ts'
import { stockPaths } from '../words/paths.ts'
import { mergeLots, splitLot, transferLot } from './actions.ts'
import { mergeForm, splitForm, transferForm } from './model.ts'
import { moveWords as words } from './words.ts'

type C = HonoContext<Env>
const path = '/lots/:id/moves'
const written = { tag: 'stock', refuses: [409] }
const made = {
  ...written,
  creates: '/api/v1/lots' as const,
  answer: lot,
  flash: ({ code }: { code: string }) => words.done(code),
  next: ({ id }: { id: string }) => stockPaths.lot(id),
}

const split = write({
  ...made,
  path: '/lots/:id/splits',
  summary: 'Split part of a lot off as a lot of its own',
  form: splitForm,
  does: splitLot,
  page: (c, form) => movesPage(c, { split: form }),
})

const merge = write({
  ...made,
  path: '/lots/:id/merges',
  summary: 'Merge a lot with others of equal content; they are frozen',
  form: mergeForm,
  does: mergeLots,
  page: (c, form) => movesPage(c, { merge: form }),
})

const transfer = write({
  ...written,
  creates: true,
  path: '/lots/:id/transfers',
  summary: 'Move part of a lot to another of equal content',
  form: transferForm,
  result: EntryAnswer,
  does: transferLot,
  flash: ({ to }) => words.moved(to),
  next: (_, { lotId }) => stockPaths.lot(lotId),
  page: (c, form) => movesPage(c, { transfer: form }),
})

const own = new Hono<Env>().get(path, (c) => movesPage(c))

/** What goes from one lot to another. */
export const { api: moveRoutes, pages: movePages } = surfaces(split, merge, transfer, {
  pages: own,
})

type Typed = { split?: Filled; merge?: Filled; transfer?: Filled }

async function movesPage(c: C, typed: Typed = {}) {
  const { id, code } = await getKeptLot(c.var.ctx, c.req.param('id') ?? '')
  const here = stockPaths.lot(id)
  return page(
    c,
    {
      title: lotWords.moves,
      crumbs: [stockCrumb, { text: lotWords.lotOf(code), href: here }],
      width: 'reading',
      status: (typed.split ?? typed.merge ?? typed.transfer)?.status ?? 200,
    },
    <Moves
      here={here}
      split={typed.split ?? filledIn(splitForm.open({ code: `${code}-1` }))}
      transfer={typed.transfer ?? filledIn({})}
      merge={typed.merge ?? filledIn({})}
    />,
  )
}

const Moves = ({ here, ...forms }: Required<Typed> & { here: string }) => (
  <>
    <Section title={words.split}>
      <Local as="p" class="quiet" text={words.splitAbout} />
      <EntityForm
        {...{
          of: splitForm,
          scope: 'split',
          form: forms.split,
          action: `${here}/splits`,
          submit: words.split,
        }}
      />
    </Section>
    <Section title={words.transfer}>
      <Local as="p" class="quiet" text={words.transferAbout} />
      <EntityForm
        {...{ of: transferForm, form: forms.transfer, submit: words.transfer }}
        action={`${here}/transfers`}
        look="plain"
      />
    </Section>
    <Section title={words.merge}>
      <Local as="p" class="quiet" text={words.mergeAbout} />
      <EntityForm
        {...{ of: mergeForm, scope: 'merge', form: forms.merge, submit: words.merge }}
        action={`${here}/merges`}
        look="danger"
      />
    </Section>
  </>
)
