import { type Context as HonoContext, Hono } from 'hono'
import { refuseUnlessKept } from '../../catalog/records/actions/input.ts'
import { getRecord } from '../../catalog/records/actions/read.ts'
import type { RecordSection } from '../../catalog/records/pages/record.tsx'
import { keepsRecord } from '../../catalog/records/rules/record.ts'
import type { Context } from '../../core/context.ts'
import type { LocalText } from '../../core/text.ts'
import { picturesOf } from '../../files/pictures/actions/read.ts'
import { nameOf } from '../../files/pictures/rules.ts'
import { type Columns, Rows } from '../../web/columns.tsx'
import { ButtonLink } from '../../web/components/button.tsx'
import { Empty } from '../../web/components/messages.tsx'
import { Section } from '../../web/components/navigation.tsx'
import { Picture } from '../../web/components/pictures.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { ActButton, type Filled, filledIn } from '../../web/forms.tsx'
import { Local } from '../../web/lang.tsx'
import { list, noFilters } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { searchTraits } from '../traits/actions.ts'
import { germplasmPaths } from '../words/paths.ts'
import {
  addIllustration,
  illustrationsOf,
  illustrationsOfTrait,
  removeIllustration,
} from './actions.ts'
import { IllustrationAnswer, illustrationForm } from './model.ts'
import type { IllustrationRow } from './queries.ts'
import { illustrationWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'characterisation'
const path = '/accessions/:id/trait-pictures'
const at = '/records/:id/trait-pictures'

const listed = {
  tag,
  refuses: [404],
  title: words.title,
  empty: { title: words.none },
  item: IllustrationAnswer,
  filters: noFilters,
}

const picture = {
  label: words.picture,
  cell: ({ picture: image, trait }: IllustrationRow) => (
    <a class="thumb" href={paths.image(image.id, 'large')}>
      <Picture
        image={{ ...image, alt: altOf(image.caption, trait.name) }}
        sizes="6rem"
        largest="small"
      />
    </a>
  ),
}
const caption = {
  label: { zh: '说明', en: 'Caption' },
  text: (row: IllustrationRow) => row.picture.caption,
}

/** A picture without a caption is called as the trait that it shows. */
const altOf = (text: LocalText, trait: LocalText) =>
  text.zh !== null || text.en !== null ? text : trait

const columns: Columns<IllustrationRow> = {
  trait: {
    label: words.trait,
    text: ({ trait }) => trait.name,
    href: ({ trait }) => germplasmPaths.trait(trait.id),
  },
  picture,
  caption,
}

const ofAccession = list({
  ...listed,
  path,
  summary: 'Which pictures of an accession show which traits, by trait',
  query: illustrationsOf,
  columns,
})

const ofTrait = list({
  ...listed,
  path: '/traits/:id/pictures',
  summary: 'What a trait looks like, of accessions that you may see; the latest first',
  query: illustrationsOfTrait,
  columns: {
    accession: {
      label: words.accession,
      text: ({ accession: { number, title } }) => number ?? title,
      href: ({ accession: { id } }) => paths.record(id),
    },
    picture,
    caption,
  },
})

const addition = write({
  path,
  tag,
  summary: 'Say that a picture of the accession shows a trait; by its curators',
  refuses: [404, 409],
  form: illustrationForm,
  creates: true,
  does: addIllustration,
  at,
  flash: () => words.added,
  next: (_, { recordId }) => germplasmPaths.traitPictures(recordId),
  page: editPage,
})

const removal = write({
  path: '/trait-pictures/:id',
  method: 'delete',
  tag,
  summary: 'Take back that a picture shows a trait; the picture stays',
  refuses: [409],
  does: (ctx, _, { id }) => removeIllustration(ctx, id),
  at: '/trait-pictures/:id/removal',
  flash: () => words.removed,
  next: (_, { recordId }) => germplasmPaths.traitPictures(recordId),
})

const own = new Hono<Env>().get(at, (c) => editPage(c, filledIn({})))

/** Pictures that show traits, of an accession and of a trait. */
export const { api: illustrationRoutes, pages: illustrationPages } = surfaces(
  ofAccession,
  ofTrait,
  addition,
  removal,
  { pages: own },
)

const most = { limit: 200 }

/** On an accession's page: its traits in pictures. */
export const illustrationSection: RecordSection = async (c, row) => {
  const { ctx } = c.var
  const { items } = await illustrationsOf(ctx, { id: row.id, ...most })
  const isKept = keepsRecord(ctx.actor, row)
  if (items.length === 0 && !isKept) return null
  const more = isKept && { more: { text: words.edit, href: germplasmPaths.traitPictures(row.id) } }
  return (
    <Section title={words.title} {...more}>
      {items.length === 0 ? (
        <Local as="p" class="quiet" text={words.none} />
      ) : (
        <Shown rows={items} />
      )}
    </Section>
  )
}

/** On a trait's page: what it looks like. */
export const traitPicturesSection = async (c: C, id: string) => {
  const { items } = await illustrationsOfTrait(c.var.ctx, { id, limit: 1 })
  if (items.length === 0) return <></>
  return (
    <Section title={words.title}>
      {await ofTrait.view(c, { of: { id }, cursor: 'pictures' })}
    </Section>
  )
}

const Shown = ({ rows }: { rows: readonly IllustrationRow[] }) => (
  <ul class="trait-pictures">
    {rows.map(({ trait, picture: image }) => (
      <li>
        <figure>
          <a href={paths.image(image.id, 'large')}>
            <Picture
              image={{ ...image, alt: altOf(image.caption, trait.name) }}
              sizes="12rem"
              largest="small"
            />
          </a>
          <figcaption>
            <Local as="a" href={germplasmPaths.trait(trait.id)} text={trait.name} />
          </figcaption>
        </figure>
      </li>
    ))}
  </ul>
)

const removing: Columns<IllustrationRow> = {
  ...columns,
  action: {
    label: columnWords.action,
    cell: ({ id }) => <ActButton action={`/trait-pictures/${id}/removal`} text={words.remove} />,
  },
}

async function editPage(c: C, form: Filled) {
  const { ctx } = c.var
  const { row } = await getRecord(ctx, c.req.param('id') ?? '', 'accession')
  refuseUnlessKept(ctx.actor, row)
  const [{ items }, choices] = await Promise.all([
    illustrationsOf(ctx, { id: row.id, ...most }),
    choicesFor(ctx, row.id),
  ])
  return page(
    c,
    {
      title: words.title,
      lead: words.lead,
      crumbs: [{ text: { zh: row.titleZh, en: row.titleEn }, href: paths.record(row.id) }],
      status: form.status,
    },
    choices.picture.length === 0 ? (
      <Empty icon="image" title={words.noPictures} text={words.noPicturesHint}>
        <ButtonLink href={paths.pictures(row.id)} text={words.addPictures} />
      </Empty>
    ) : (
      <>
        <Rows {...{ title: words.title, none: words.none, columns: removing, rows: items }} />
        <Section title={words.add}>
          <EntityForm
            {...{ of: illustrationForm, form, choices, submit: words.add }}
            action={germplasmPaths.traitPictures(row.id)}
          />
        </Section>
      </>
    ),
  )
}

/** The pictures of an accession by number and caption; open traits by code, the first 200. */
async function choicesFor(ctx: Context, recordId: string) {
  const [pictures, traits] = await Promise.all([picturesOf(ctx, recordId), searchTraits(ctx, most)])
  return {
    picture: pictures.map((each) => ({
      value: each.id,
      label: numbered(each.position + 1, nameOf(each)),
    })),
    trait: traits.items.map(({ id, name, code }) => ({
      value: id,
      label: { zh: `${name.zh ?? name.en} · ${code}`, en: `${name.en ?? name.zh} · ${code}` },
    })),
  }
}

const numbered = (number: number, { zh, en }: LocalText): LocalText => ({
  zh: `${number}. ${zh ?? en ?? ''}`,
  en: `${number}. ${en ?? zh ?? ''}`,
})
