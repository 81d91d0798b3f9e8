import { type Context as HonoContext, Hono } from 'hono'
import { getRecord } from '../../catalog/records/actions/read.ts'
import { refuseUnlessKept } from '../../catalog/records/actions/input.ts'
import type { RecordSection } from '../../catalog/records/pages/record.tsx'
import { keepsRecord } from '../../catalog/records/rules/record.ts'
import type { Env } from '../../web/env.ts'
import { Section } from '../../web/components/navigation.tsx'
import { EntityForm } from '../../web/fields.tsx'
import { ActButton, type Filled, filledIn } from '../../web/forms.tsx'
import { item } from '../../web/item.ts'
import { Local } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'
import { paths } from '../../web/paths.ts'
import { surfaces } from '../../web/surfaces.ts'
import { write } from '../../web/write.tsx'
import { germplasmPaths } from '../words/paths.ts'
import { addParent, pedigreeOf, removeParent } from './actions.ts'
import { parentForm, type Pedigree, PedigreeAnswer } from './model.ts'
import { ancestorsOf, progenyOf, type Relative } from './rules.ts'
import { pedigreeWords as words, roleNames } from './words.ts'

type C = HonoContext<Env>
const tag = 'accessions'
const at = '/records/:id/pedigree'

const pedigree = item({
  path: '/accessions/:id/pedigree',
  tag,
  summary: 'Parents and progeny, six generations each way',
  schema: PedigreeAnswer,
  read: (ctx, { id }) => pedigreeOf(ctx, id),
})

const addition = write({
  path: '/accessions/:id/parents',
  tag,
  summary: 'Say who a parent is; by the accession’s curators',
  description: 'A parent is an accession, or a name. Who descends from it already is refused.',
  refuses: [404, 409],
  form: parentForm,
  creates: true,
  does: addParent,
  at,
  flash: () => words.added,
  next: (_, { childId }) => germplasmPaths.pedigree(childId),
  page: editPage,
})

const removal = write({
  path: '/parents/:id',
  method: 'delete',
  tag,
  summary: 'Take a parent back',
  refuses: [409],
  does: (ctx, _, { id }) => removeParent(ctx, id),
  at: '/parents/:id/removal',
  flash: () => words.removed,
  next: (_, { childId }) => germplasmPaths.pedigree(childId),
})

const own = new Hono<Env>().get(at, (c) =>
  editPage(c, filledIn(parentForm.open({ role: 'female' }))),
)

export const { api: pedigreeRoutes, pages: pedigreePages } = surfaces(pedigree, addition, removal, {
  pages: own,
})

/** On an accession's page: its parents and progeny as lists inside one another. */
export const pedigreeSection: RecordSection = async (c, row) => {
  const { ctx } = c.var
  const found = await pedigreeOf(ctx, row.id)
  const isKept = keepsRecord(ctx.actor, row)
  const isUnknown = found.ancestors.length + found.progeny.length === 0
  if (isUnknown && !isKept) return null
  return (
    <Section
      title={words.pedigree}
      {...(isKept && { more: { text: words.edit, href: germplasmPaths.pedigree(row.id) } })}
    >
      {isUnknown && <Local as="p" class="quiet" text={words.none} />}
      <Lineage title={words.parents} relatives={ancestorsOf(row.id, found)} />
      <Lineage title={words.progeny} relatives={progenyOf(row.id, found)} />
      {!found.isWhole && <Local as="p" class="quiet" text={words.more} />}
    </Section>
  )
}

type LineageProps = { title: (typeof words)['parents']; relatives: readonly Relative[] }

const Lineage = ({ title, relatives }: LineageProps) =>
  relatives.length === 0 ? (
    <></>
  ) : (
    <>
      <Local as="h3" text={title} />
      <Relatives relatives={relatives} />
    </>
  )

const Relatives = ({ relatives }: { relatives: readonly Relative[] }) => (
  <ul class="nested-list">
    {relatives.map(({ role, record, name, isRepeated, beyond }) => (
      <li>
        <p>
          <Local as="span" class="quiet" text={roleNames[role]} />{' '}
          {record ? <Local as="a" href={paths.record(record.id)} text={record.title} /> : name}
          {isRepeated && <Local as="span" class="quiet" text={words.again} />}
        </p>
        {beyond.length > 0 && <Relatives relatives={beyond} />}
      </li>
    ))}
  </ul>
)

/** Its parents with the means to take each back, and a form for one more. */
async function editPage(c: C, form: Filled) {
  const { ctx } = c.var
  const { row } = await getRecord(ctx, c.req.param('id') ?? '', 'accession')
  refuseUnlessKept(ctx.actor, row)
  const { ancestors } = await pedigreeOf(ctx, row.id)
  const title = { zh: row.titleZh, en: row.titleEn }
  return page(
    c,
    {
      title: words.pedigree,
      lead: words.lead,
      crumbs: [{ text: title, href: paths.record(row.id) }],
      width: 'reading',
      status: form.status,
    },
    <>
      <Parents parents={ancestors.filter(({ childId }) => childId === row.id)} />
      <Section title={words.add}>
        <EntityForm
          of={parentForm}
          form={form}
          action={germplasmPaths.pedigree(row.id)}
          submit={words.add}
        />
      </Section>
    </>,
  )
}

function Parents({ parents }: { parents: Pedigree['ancestors'] }) {
  if (parents.length === 0) return <Local as="p" class="quiet" text={words.none} />
  return (
    <ul class="rows">
      {parents.map(({ id, role, parent, name }) => (
        <li>
          <Local as="span" class="quiet" text={roleNames[role]} />{' '}
          {parent ? <Local as="a" href={paths.record(parent.id)} text={parent.title} /> : name}{' '}
          <ActButton action={`/parents/${id}/removal`} text={words.remove} />
        </li>
      ))}
    </ul>
  )
}
