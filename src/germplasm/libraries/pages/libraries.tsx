import { type Context as HonoContext, Hono } from 'hono'
import { EmptyPicture } from '../../../catalog/records/pages/mark.tsx'
import { newestRecords } from '../../../catalog/search/actions.ts'
import { totalText } from '../../../catalog/search/rules/results.ts'
import { allowAdministratorToRead, isAdministrator } from '../../../core/permission.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Picture } from '../../../web/components/pictures.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { formatCount } from '../../../web/format.ts'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { item } from '../../../web/item.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import { list, noFilters } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { editWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { germplasmPaths } from '../../words/paths.ts'
import {
  countedLibraries,
  createLibrary,
  editLibrary,
  getLibrary,
  searchLibraries,
} from '../actions.ts'
import { LibraryAnswer, libraryEdit, libraryForm } from '../model.ts'
import { taxonCounts } from '../routes.ts'
import { libraryKindNames, libraryWords as words } from '../words.ts'
import { libraryPage } from './library.tsx'

type C = HonoContext<Env>
const tag = 'libraries'
const here = germplasmPaths.libraries
const { labels } = libraryForm
const hrefOf = ({ id }: { id: string }) => germplasmPaths.library(id)
const crumbs = [{ text: words.libraries, href: here }]

const libraries = list({
  path: here,
  tag,
  summary: 'Open libraries in their order',
  title: words.libraries,
  empty: { title: words.none },
  item: LibraryAnswer,
  filters: noFilters,
  query: searchLibraries,
  columns: {
    name: { label: labels.name, text: ({ name }) => name, href: hrefOf },
    code: { label: words.code, code: ({ id }) => id },
    kind: { label: labels.kind, text: ({ kind }) => libraryKindNames[kind] },
  },
})

const library = item({
  path: '/libraries/:id',
  tag,
  summary: 'Read a library; its id is its code',
  schema: LibraryAnswer,
  read: (ctx, { id }) => getLibrary(ctx, id),
})

const addition = write({
  path: here,
  tag,
  summary: 'Add a library; by administrators',
  refuses: [409],
  form: libraryForm,
  creates: true,
  answer: library,
  does: createLibrary,
  at: `${here}/new`,
  flash: () => words.added,
  next: hrefOf,
  page: newPage,
})

const edit = write({
  path: '/libraries/:id',
  method: 'patch',
  tag,
  summary: 'Change a library; by administrators',
  description: 'A `closed` library is in no list and is not offered to new records.',
  form: libraryEdit.edit,
  versioned: true,
  answer: library,
  does: editLibrary,
  at: `${here}/:id/edit`,
  flash: () => editWords.saved,
  next: hrefOf,
  page: editPage,
})

const own = new Hono<Env>()
  .get(here, (c) => listPage(c))
  .get(`${here}/new`, (c) => newPage(c, filledIn(libraryForm.open({}))))
  .get(`${here}/:id`, (c) => libraryPage(c))
  .get(`${here}/:id/edit`, (c) => editPage(c))

export const { api: libraryRoutes, pages: libraryPages } = surfaces(
  libraries,
  addition,
  library,
  edit,
  { api: taxonCounts, pages: own },
)

/** Every library with a picture of something in it, and how many records the reader may see. */
async function listPage(c: C) {
  const { ctx } = c.var
  const all = await countedLibraries(ctx)
  const pictures = await Promise.all(all.map(async ({ id }) => newestPictured(c, id)))
  return page(
    c,
    {
      title: words.libraries,
      lead: words.lead,
      actions: isAdministrator(ctx.actor) && (
        <ButtonLink href={`${here}/new`} icon="plus" text={words.add} />
      ),
    },
    <ul class="cards">
      {all.map((one, at) => (
        <li>
          <LibraryCard library={one} picture={pictures[at]} />
        </li>
      ))}
    </ul>,
  )
}

async function newestPictured(c: C, code: string) {
  const query = { library: [code], has_image: 'true' as const, limit: 1 }
  const [newest] = await newestRecords(c.var.ctx, query)
  return newest?.image
}

type CardProps = {
  library: Awaited<ReturnType<typeof countedLibraries>>[number]
  picture: Awaited<ReturnType<typeof newestPictured>>
}

function LibraryCard({ library: { id, kind, name, about, total }, picture }: CardProps) {
  const lang = useLang()
  return (
    <article class="card">
      <div class="card-picture">
        {picture ? (
          <Picture image={picture} sizes="(min-width: 60rem) 18rem, 92vw" largest="medium" />
        ) : (
          <EmptyPicture kind={kind} />
        )}
      </div>
      <div class="card-body">
        <p class="card-meta">
          <Local text={libraryKindNames[kind]} />
          <span class="numeric">{formatCount(totalText(total), lang)}</span>
        </p>
        <h2 class="card-title">
          <a href={hrefOf({ id })}>
            <Local text={name} />
          </a>
        </h2>
        {(about.zh ?? about.en) && <Local as="p" class="card-summary" text={about} />}
      </div>
    </article>
  )
}

function newPage(c: C, form: Filled) {
  allowAdministratorToRead(c.var.ctx)
  return page(
    c,
    { title: words.add, crumbs, width: 'reading', status: form.status },
    <EntityForm of={libraryForm} form={form} action={`${here}/new`} submit={words.add} />,
  )
}

async function editPage(c: C, filled?: Filled) {
  allowAdministratorToRead(c.var.ctx)
  const row = await getLibrary(c.var.ctx, c.req.param('id') ?? '')
  const opened = { ...row, closed: row.closedAt !== null }
  const form = filled ?? filledIn(libraryEdit.open(opened))
  const fields = { form, action: `${hrefOf(row)}/edit`, submit: editWords.save }
  return page(
    c,
    {
      title: words.edit,
      crumbs: [...crumbs, { text: row.name, href: hrefOf(row) }],
      width: 'reading',
      status: form.status,
    },
    <EntityForm of={libraryEdit} {...fields} version={row.version} />,
  )
}
