import { type Context as HonoContext, Hono } from 'hono'
import { curatesAnything } from '../../../people/roles/rules.ts'
import { operation } from '../../../web/api.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { item } from '../../../web/item.ts'
import { Local } from '../../../web/lang.tsx'
import { list } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { editWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { traitPicturesSection } from '../../illustrations/pages.tsx'
import { germplasmLinks, germplasmPaths } from '../../words/paths.ts'
import { createTrait, distributionOf, editTrait, getTrait, searchTraits } from '../actions.ts'
import { Distribution } from './distribution.tsx'
import { DistributionAnswer, TraitAnswer, traitEdit, traitFilter, traitForm } from '../model.ts'
import { categoryNames, scaleNames, traitWords as words } from '../words.ts'

type C = HonoContext<Env>
const tag = 'characterisation'
const here = germplasmPaths.traits
const { labels } = traitForm
const hrefOf = ({ id }: { id: string }) => germplasmPaths.trait(id)
const crumbs = [germplasmLinks.trials, { text: words.traits, href: here }]

const traits = list({
  path: '/traits',
  tag,
  summary: 'Traits with method and scale, by code',
  title: words.traits,
  empty: { title: words.none },
  item: TraitAnswer,
  filters: traitFilter,
  query: searchTraits,
  columns: {
    name: { label: labels.name, text: ({ name }) => name, href: hrefOf },
    code: { label: labels.code, code: ({ code }) => code },
    crop: { label: labels.crop, text: ({ crop }) => crop },
    category: { label: labels.category, text: ({ category }) => categoryNames[category] },
    scale: { label: labels.scale, text: ({ scale }) => scaleNames[scale] },
    unit: { label: labels.unit, text: ({ unit }) => unit },
  },
})

const trait = item({
  path: '/traits/:id',
  tag,
  summary: 'Read a trait',
  schema: TraitAnswer,
  read: (ctx, { id }) => getTrait(ctx, id),
})

const addition = write({
  path: '/traits',
  tag,
  summary: 'Add a trait; by curators',
  refuses: [409],
  form: traitForm,
  creates: true,
  answer: trait,
  does: createTrait,
  at: `${here}/new`,
  next: hrefOf,
  page: newTraitPage,
})

const edit = write({
  path: '/traits/:id',
  method: 'patch',
  tag,
  summary: 'Change a trait; by curators',
  refuses: [409],
  form: traitEdit.edit,
  versioned: true,
  answer: trait,
  does: editTrait,
  at: `${here}/:id`,
  flash: () => editWords.saved,
  next: hrefOf,
  page: (c, form) => traitPage(c, form),
})

const distribution = new Hono<Env>().get(
  '/traits/:id/distribution',
  operation({
    tag,
    summary: 'How the values of a trait are spread, of accessions that you may see',
    answers: { 200: DistributionAnswer },
  }),
  async (c) => c.json(await distributionOf(c.var.ctx, c.req.param('id'))),
)

const own = new Hono<Env>()
  .get(here, async (c) =>
    page(
      c,
      {
        title: words.traits,
        lead: words.lead,
        crumbs: crumbs.slice(0, 1),
        actions: curatesAnything(c.var.ctx.actor) && (
          <ButtonLink href={`${here}/new`} icon="plus" text={words.add} />
        ),
      },
      await traits.view(c, {}),
    ),
  )
  .get(`${here}/new`, (c) => newTraitPage(c, filledIn({})))
  .get(`${here}/:id`, (c) => traitPage(c))

const parts = [traits, addition, trait, edit, { api: distribution, pages: own }]
/** What is observed of accessions, by which method and on which scale. */
export const { api: traitRoutes, pages: traitPages } = surfaces(...parts)

function newTraitPage(c: C, form: Filled) {
  return page(
    c,
    { title: words.add, crumbs, width: 'reading', status: form.status },
    <EntityForm {...{ of: traitForm, form, action: `${here}/new`, submit: words.add }} />,
  )
}

async function traitPage(c: C, edited?: Filled) {
  const { ctx } = c.var
  const row = await getTrait(ctx, c.req.param('id') ?? '')
  const spread = await distributionOf(ctx, row.id)
  const { name, method, version, closedAt, code } = row
  const form = edited ?? filledIn(traitEdit.open({ ...row, closed: closedAt !== null }))
  return page(
    c,
    { title: name, lead: { zh: code, en: code }, crumbs, width: 'reading', status: form.status },
    <>
      <Local as="p" text={method} />
      <Section title={words.distribution}>
        <Distribution trait={row} spread={spread} />
      </Section>
      {await traitPicturesSection(c, row.id)}
      {curatesAnything(ctx.actor) && (
        <Section title={words.edit}>
          <EntityForm
            {...{ of: traitEdit, form, action: hrefOf(row), submit: editWords.save, version }}
          />
        </Section>
      )}
    </>,
  )
}
