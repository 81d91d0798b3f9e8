import type { Context } from '../../../core/context.ts'
import { signedIn } from '../../../core/permission.ts'
import type { LocalText, Text } from '../../../core/text.ts'
import { getLab } from '../../../people/labs/actions.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { Fields } from '../../../web/fields.tsx'
import { type Filled, namedUnder, typedWithin } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { criteriaForm } from '../../../samples/matching/model.ts'
import {
  type CriteriaChoices,
  CriteriaFields,
  criteriaTyped,
} from '../../samples/pages/criteria.tsx'
import { intendedUses } from '../../projects/actions.ts'
import { supervisorsFor } from '../../requests/actions/create.ts'
import type { Delivery } from '../../requests/model/events.ts'
import { aboutForm, amountForm } from '../model.ts'
import { draftWords as words } from '../words.ts'

/** What the purpose, lab and supervisor of a request may be chosen from. */
export async function aboutChoices(ctx: Context) {
  const { labs } = signedIn(ctx)
  const [own, terms, supervisors] = [
    await Promise.all(labs.map(async ({ labId }) => getLab(ctx, labId))),
    await intendedUses(ctx),
    await supervisorsFor(ctx),
  ]
  const chiefs = new Map(supervisors.map(({ id, name }) => [id, name]))
  return {
    lab: own.map(({ id, name }) => ({ value: id, label: name })),
    intendedUse: terms.map(({ code, label }) => ({ value: code, label })),
    supervisor: [...chiefs].map(([value, name]) => ({ value, label: { zh: name, en: name } })),
  }
}

export type AboutChoices = Awaited<ReturnType<typeof aboutChoices>>

/** For what it is asked, and in whose name. */
export const AboutFields = ({ form, choices }: { form: Filled; choices: AboutChoices }) => (
  <Section title={words.about}>
    <Fields of={aboutForm} {...{ form, choices }} />
  </Section>
)

type ItemProps = {
  form: Filled
  place: number
  item: { id?: string; title: LocalText; delivery: Delivery }
  mayRemove?: boolean
  /** Of samples: from what their criteria are chosen. */
  samples?: CriteriaChoices | undefined
}

/** One thing that is asked for: an amount where it is sent, nothing more to say where it is downloaded or ordered. */
export function ItemFields({ form, place, item, mayRemove, samples }: ItemProps) {
  const at = `items.${place}`
  return (
    <fieldset class="field">
      <Local as="legend" class="field-label" text={item.title} />
      {item.id !== undefined && <input type="hidden" name={`${at}.id`} value={item.id} />}
      {item.delivery === 'shipment' && <Fields of={amountForm} {...{ form, at }} />}
      {samples && <CriteriaFields form={form} at={`${at}.samples`} choices={samples} isOpen />}
      {mayRemove && (
        <FormField type="checkbox" name={`${at}.removed`} label={words.remove} form={form} />
      )}
    </fieldset>
  )
}

/** The criteria of samples as they were typed; null where none were. */
export const samplesIn = (form: Filled, place: number) =>
  criteriaTyped(form.typed, `items.${place}.samples`) ?? null

/** The amount of an item as it was typed. */
export const amountIn = (form: Filled, place: number) =>
  amountForm.read(typedWithin(`items.${place}`, form.typed))

/** What the fields of items, and those about all of them, are called where they are wrong. */
export const draftLabels: Readonly<Record<string, Text>> = {
  ...aboutForm.labels,
  ...namedUnder('items', amountForm.labels),
  ...namedUnder('items.samples', criteriaForm.labels),
}
