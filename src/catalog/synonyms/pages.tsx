import { type Context as HonoContext, Hono } from 'hono'
import { signedIn } from '../../core/permission.ts'
import { curatesAnything } from '../../people/roles/rules.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { item } from '../../web/item.ts'
import { list } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords, editWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { catalogPaths } from '../words/paths.ts'
import { createSynonyms, editSynonyms, getSynonyms, searchSynonyms } from './actions.ts'
import { SynonymAnswer, synonymEdit, synonymFilter, synonymForm } from './model.ts'
import { synonymWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'synonyms'
const here = catalogPaths.synonyms
const { labels } = synonymForm
const hrefOf = ({ id }: { id: string }) => catalogPaths.synonymGroup(id)
const crumbs = [{ text: words.synonyms, href: here }]
const inOneLine = (text: string | null) => text?.replaceAll('\n', ' · ') ?? null

const synonyms = list({
  path: here,
  tag,
  summary: 'Groups of words that search treats as the same',
  title: words.synonyms,
  empty: { title: words.none, text: words.noneHint },
  item: SynonymAnswer,
  filters: synonymFilter,
  query: searchSynonyms,
  columns: {
    words: { label: labels.words, text: (row) => inOneLine(row.words), href: hrefOf },
    narrower: { label: labels.narrower, text: (row) => inOneLine(row.narrower) },
    state: {
      label: columnWords.state,
      state: ({ closed }) =>
        closed ? { tone: 'calm', text: words.closed } : { tone: 'good', text: words.inUse },
    },
  },
})

const group = item({
  path: '/synonyms/:id',
  tag,
  summary: 'Read a group of synonyms',
  schema: SynonymAnswer,
  read: (ctx, { id }) => getSynonyms(ctx, id),
})

const addition = write({
  path: here,
  tag,
  summary: 'Add a group of synonyms; by curators and administrators',
  description: 'Words with a line break between them. Search uses them at once.',
  form: synonymForm,
  creates: true,
  answer: group,
  does: createSynonyms,
  at: `${here}/new`,
  flash: () => words.added,
  next: () => here,
  page: newPage,
})

const edit = write({
  path: '/synonyms/:id',
  method: 'patch',
  tag,
  summary: 'Change a group of synonyms, or take it out of use',
  form: synonymEdit.edit,
  versioned: true,
  answer: group,
  does: editSynonyms,
  at: `${here}/:id`,
  flash: () => words.saved,
  next: hrefOf,
  page: groupPage,
})

const own = new Hono<Env>()
  .get(here, (c) => listPage(c))
  .get(`${here}/new`, (c) => newPage(c, filledIn(synonymForm.open({ words: c.req.query('word') }))))
  .get(`${here}/:id`, (c) => groupPage(c))

/** Everybody may read which words search takes for the same; curators and administrators write them. */
export const { api: synonymRoutes, pages: synonymPages } = surfaces(
  synonyms,
  addition,
  group,
  edit,
  { pages: own },
)

async function listPage(c: C) {
  return page(
    c,
    {
      title: words.synonyms,
      lead: words.lead,
      actions: curatesAnything(c.var.ctx.actor) && (
        <ButtonLink href={`${here}/new`} icon="plus" text={words.add} />
      ),
    },
    <>{await synonyms.view(c, {})}</>,
  )
}

function newPage(c: C, form: Filled) {
  signedIn(c.var.ctx)
  return page(
    c,
    { title: words.add, crumbs, width: 'reading', status: form.status },
    <EntityForm of={synonymForm} form={form} action={`${here}/new`} submit={words.add} />,
  )
}

async function groupPage(c: C, filled?: Filled) {
  signedIn(c.var.ctx)
  const row = await getSynonyms(c.var.ctx, c.req.param('id') ?? '')
  const form = filled ?? filledIn(synonymEdit.open(row))
  const fields = { form, action: hrefOf(row), submit: editWords.save }
  return page(
    c,
    {
      title: words.edit,
      lead: { zh: row.first, en: row.first },
      crumbs,
      width: 'reading',
      status: form.status,
    },
    <EntityForm of={synonymEdit} {...fields} version={row.version} />,
  )
}
