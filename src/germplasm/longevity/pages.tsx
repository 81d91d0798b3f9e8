import { type Context as HonoContext, Hono } from 'hono'
import type { Typed } from '../../core/form.ts'
import { invalidField } from '../../core/problem.ts'
import { curatesAnything } from '../../people/roles/rules.ts'
import { Section } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { EntityForm } from '../../web/fields.tsx'
import { type Filled, filledIn } from '../../web/forms.tsx'
import { list } from '../../web/list.tsx'
import { page } from '../../web/page.tsx'
import { surfaces } from '../../web/surfaces.ts'
import { write } from '../../web/write.tsx'
import { viabilityTabs } from '../viability/pages/tabs.tsx'
import { germplasmLinks, germplasmPaths } from '../words/paths.ts'
import { addConstants, searchConstants } from './actions.ts'
import {
  ConstantsAnswer,
  constantsFilter,
  EnteredConstants,
  NewConstants,
  tableForm,
} from './model.ts'
import { constantsIn } from './rules.ts'
import { longevityWords as words } from './words.ts'

type C = HonoContext<Env>
const tag = 'viability'
const here = germplasmPaths.constants

const constants = list({
  path: here,
  tag,
  summary: 'Ellis–Roberts constants of species, by name',
  title: words.constants,
  empty: { title: words.none, text: words.noneHint },
  item: ConstantsAnswer,
  filters: constantsFilter,
  query: searchConstants,
  columns: {
    species: { label: words.species, text: ({ species }) => species },
    ke: { label: { zh: 'Kᴇ', en: 'Kᴇ' }, number: ({ ke }) => ke },
    cw: { label: { zh: 'Cᴡ', en: 'Cᴡ' }, number: ({ cw }) => cw },
    ch: { label: { zh: 'Cʜ', en: 'Cʜ' }, text: ({ ch }) => String(ch) },
    cq: { label: { zh: 'Cǫ', en: 'Cǫ' }, text: ({ cq }) => String(cq) },
    predicts: { label: words.predicts, yesNo: ({ predicts }) => predicts },
    reference: { label: words.reference, text: ({ reference }) => reference },
  },
})

/** The API takes constants; people paste a table, which is read as constants. */
const entered = {
  schema: NewConstants,
  read: (typed: Typed) => {
    const read = constantsIn(typed['table']?.[0] ?? '')
    if (!read) throw invalidField('table', words.badTable)
    return { constants: read }
  },
}

const entry = write({
  path: here,
  tag,
  summary: 'Enter constants; those of the same species are replaced. By curators',
  form: entered,
  result: EnteredConstants,
  does: addConstants,
  flash: (_, done) => words.entered(done.entered, done.replaced),
  next: () => here,
  page: (c, form) => constantsPage(c, form),
})

const own = new Hono<Env>().get(here, (c) => constantsPage(c))

/** How long seeds of a species live. */
export const { api: longevityRoutes, pages: longevityPages } = surfaces(constants, entry, {
  pages: own,
})

async function constantsPage(c: C, form?: Filled) {
  return page(
    c,
    {
      title: words.constants,
      lead: words.lead,
      crumbs: [germplasmLinks.viability],
      status: form?.status ?? 200,
    },
    <>
      {viabilityTabs(c)}
      {await constants.view(c, {})}
      {curatesAnything(c.var.ctx.actor) && (
        <Section title={words.enter} id="enter">
          <EntityForm
            {...{ of: tableForm, form: form ?? filledIn({}), action: here, submit: words.enter }}
          />
        </Section>
      )}
    </>,
  )
}
