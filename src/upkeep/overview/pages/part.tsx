import type { Context as HonoContext } from 'hono'
import type { Child } from 'hono/jsx'
import type { Declared, FieldKind, Typed } from '../../../core/form.ts'
import type { LocalText } from '../../../core/text.ts'
import { getInstrumentAsStaff, type InstrumentRow } from '../../../instruments/actions.ts'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn, Refused } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { addressIn } from '../../../web/route-path.ts'
import { keepingPage, type Tab } from './frame.tsx'

type C = HonoContext<Env>
/** A form with references would ask the page for their choices. */
type WithoutReferences = Declared & {
  fields: Readonly<Record<string, { as: Exclude<FieldKind, 'reference' | 'references'> }>>
}
type Part = {
  /** The page that it is a part of. */
  tab: Tab
  title: LocalText
  /** What is there already. */
  view: (c: C, of: { id: string }) => Promise<Child>
  /** What the form for one more is called, and where it posts to. */
  add: LocalText
  at: string
  form: WithoutReferences
  /** What it opens with, by the clock of the instrument. */
  opens: (zone: string) => Typed
  /** Fields of its own. */
  more?: (form: Filled) => Child
  /** What stands before the form that was refused. */
  refused?: (form: Filled, instrument: InstrumentRow) => Child
}

/** A part of a page of an instrument's staff: a list, and the form for one more, folded away until something is wrong. */
export function keepingPart({ tab, title, view, add, at, form: of, opens, more, refused }: Part) {
  const scope = at.split('/').at(-1)
  const formOf = ({ id }: InstrumentRow, form: Filled) => (
    <EntityForm {...{ of, form, scope }} action={addressIn(at, { id })} submit={add}>
      {more?.(form)}
    </EntityForm>
  )
  return {
    section: async (c: C, instrument: InstrumentRow) => (
      <Section title={title}>
        {await view(c, { id: instrument.id })}
        <details class="fold">
          <summary>
            <Local text={add} />
          </summary>
          {formOf(instrument, filledIn(opens(instrument.zone)))}
        </details>
      </Section>
    ),
    /** The list alone, where something in it was refused: the small form that it was sent from is open. */
    listed: (c: C, form: Filled) =>
      alone(c, form, { tab, title }, async ({ id }) => (
        <>
          <Refused form={form} />
          {await view(c, { id })}
        </>
      )),
    again: (c: C, form: Filled) =>
      alone(c, form, { tab, title: add }, (instrument) => (
        <>
          {refused?.(form, instrument)}
          {formOf(instrument, form)}
        </>
      )),
  }
}

async function alone(
  c: C,
  form: Filled,
  { tab, title }: Pick<Part, 'tab' | 'title'>,
  body: (instrument: InstrumentRow) => Child | Promise<Child>,
) {
  const instrument = await getInstrumentAsStaff(c.var.ctx, c.req.param('id') ?? '')
  return keepingPage(
    c,
    { instrument, at: tab, status: form.status },
    <Section title={title}>{await body(instrument)}</Section>,
  )
}
