import { type Context as HonoContext, Hono } from 'hono'
import { curatesAnything } from '../../people/roles/rules.ts'
import { fieldsOf, type ValueColumn } from '../../web/columns.tsx'
import { ButtonLink } from '../../web/components/button.tsx'
import { Section } from '../../web/components/navigation.tsx'
import { FieldList } from '../../web/components/values.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { item } from '../../web/item.ts'
import { Local } from '../../web/lang.tsx'
import { list } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { columnWords, editWords } from '../../web/words.ts'
import { write } from '../../web/write.tsx'
import { viabilityTabs } from '../viability/pages/tabs.tsx'
import { germplasmLinks, germplasmPaths } from '../words/paths.ts'
import {
  createProtocol,
  editProtocol,
  getProtocol,
  type ProtocolRow,
  searchProtocols,
} from './actions.ts'
import { ProtocolAnswer, protocolEdit, protocolFilter, protocolForm } from './model.ts'
import { categoryNames, protocolWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'viability'
const here = germplasmPaths.protocols
const { labels } = protocolForm
const hrefOf = ({ id }: { id: string }) => germplasmPaths.protocol(id)
const crumbs = [germplasmLinks.viability, { text: words.protocols, href: here }]

const facts: Record<string, ValueColumn<ProtocolRow>> = {
  code: { label: labels.code, code: ({ code }) => code },
  species: { label: labels.speciesGroup, text: ({ speciesGroup }) => speciesGroup },
  substrate: { label: labels.substrate, text: ({ substrate }) => substrate },
  temperature: { label: labels.temperature, text: ({ temperature }) => temperature },
  days: {
    label: words.days,
    text: ({ firstCountDay, lastDay }) => `${firstCountDay}–${lastDay}`,
  },
  sown: {
    label: words.sown,
    text: ({ replicates, seedsPerReplicate }) => `${replicates} × ${seedsPerReplicate}`,
  },
}

const protocols = list({
  path: here,
  tag,
  summary: 'How germination is tested, for groups of species; by code',
  title: words.protocols,
  empty: { title: words.none, text: words.noneHint },
  item: ProtocolAnswer,
  filters: protocolFilter,
  query: searchProtocols,
  columns: {
    name: { label: labels.name, text: ({ name }) => name, href: hrefOf },
    ...facts,
    state: {
      label: columnWords.state,
      state: ({ closedAt }) => closedAt && { tone: 'calm', text: words.closed },
    },
  },
})

const protocol = item({
  path: `${here}/:id`,
  tag,
  summary: 'Read a protocol',
  schema: ProtocolAnswer,
  read: (ctx, { id }) => getProtocol(ctx, id),
})

const addition = write({
  path: here,
  tag,
  summary: 'Add a protocol; by curators',
  refuses: [409],
  form: protocolForm,
  creates: true,
  answer: protocol,
  does: createProtocol,
  at: `${here}/new`,
  next: hrefOf,
  page: newProtocolPage,
})

const edit = write({
  path: `${here}/:id`,
  method: 'patch',
  tag,
  summary: 'Change a protocol; tests that have begun go on as they began. By curators',
  refuses: [409],
  form: protocolEdit.edit,
  versioned: true,
  answer: protocol,
  does: editProtocol,
  flash: () => editWords.saved,
  next: hrefOf,
  page: protocolPage,
})

const own = new Hono<Env>()
  .get(here, async (c) =>
    page(
      c,
      {
        title: words.protocols,
        lead: words.lead,
        crumbs: crumbs.slice(0, 1),
        actions: curatesAnything(c.var.ctx.actor) && (
          <ButtonLink href={`${here}/new`} icon="plus" text={words.add} />
        ),
      },
      <>
        {viabilityTabs(c)}
        {await protocols.view(c, {})}
      </>,
    ),
  )
  .get(`${here}/new`, (c) => {
    const opening = { replicates: 4, seedsPerReplicate: 50, hardIsViable: true }
    const categories = Object.keys(categoryNames)
    return newProtocolPage(c, filledIn(protocolForm.open({ ...opening, categories })))
  })
  .get(`${here}/:id`, (c) => protocolPage(c))

const parts = [protocols, addition, protocol, edit, { pages: own }]
/** How germination is tested. */
export const { api: protocolRoutes, pages: protocolPages } = surfaces(...parts)

function newProtocolPage(c: C, form: Filled) {
  return page(
    c,
    { title: words.add, crumbs, width: 'reading', status: form.status },
    <EntityForm {...{ of: protocolForm, form, action: `${here}/new`, submit: words.add }} />,
  )
}

async function protocolPage(c: C, edited?: Filled) {
  const { ctx } = c.var
  const row = await getProtocol(ctx, c.req.param('id') ?? '')
  const { name, treatment, version, closedAt } = row
  const form = edited ?? filledIn(protocolEdit.open({ ...row, closed: closedAt !== null }))
  return page(
    c,
    { title: name, crumbs, width: 'reading', status: form.status },
    <>
      <FieldList fields={fieldsOf(facts, row)} />
      <Local as="p" text={treatment} />
      {curatesAnything(ctx.actor) && (
        <Section title={words.edit}>
          <EntityForm
            {...{ of: protocolEdit, form, action: hrefOf(row), submit: editWords.save, version }}
          />
        </Section>
      )}
    </>,
  )
}
