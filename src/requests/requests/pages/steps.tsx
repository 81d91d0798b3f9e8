import type { Child } from 'hono/jsx'
import { bothLanguages, type Text } from '../../../core/text.ts'
import { actOn } from '../../../web/components/small-form.tsx'
import type { Declared } from '../../../core/form.ts'
import { Button } from '../../../web/components/button.tsx'
import type { Choice } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { EntityForm } from '../../../web/fields.tsx'
import { filledWith } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { useAnswered } from '../../../web/shown-again.tsx'
import { requestPaths } from '../../words/paths.ts'
import {
  consentForm,
  itemForm,
  itemNoteForm,
  itemUntilForm,
  labelsForm,
  membershipForm,
  newMemberForm,
  noteForm,
  optionalNoteForm,
  personForm,
  renewalForm,
  reviewForm,
} from '../model/request.ts'
import type { Command } from '../rules/lifecycle.ts'
import { commandNames } from '../words/names.ts'
import { pageWords as words } from '../words/pages.ts'
import { reportForm } from '../../reports/model.ts'
import type { Shown } from './request.tsx'

type Props = { request: Shown }
type Step = { path: string; form?: Declared; look?: 'danger' | 'primary' }

/** How each command is asked for on the page, in this order; what is not here has a form of its own. */
const steps: Partial<Record<Command, Step>> = {
  consent: { path: 'consent', form: consentForm, look: 'primary' },
  review: { path: 'review', form: reviewForm, look: 'primary' },
  claim: { path: 'claim' },
  release: { path: 'release' },
  return: { path: 'return', form: noteForm },
  labelling: { path: 'labels', form: labelsForm },
  review_request: { path: 'review-request', form: personForm },
  reassignment: { path: 'reassignment', form: personForm },
  conflict: { path: 'conflict', form: noteForm },
  membership: { path: 'members', form: newMemberForm },
  use_report: { path: 'use-report', form: reportForm },
  handover: { path: 'handover', form: membershipForm },
  item_withdrawal: { path: 'item-withdrawal', form: itemForm },
  appeal: { path: 'appeal', form: itemNoteForm },
  renewal_request: { path: 'renewal-request', form: itemUntilForm },
  renewal: { path: 'renewal', form: renewalForm },
  end_date: { path: 'end-date', form: itemUntilForm },
  revocation: { path: 'revocation', form: itemNoteForm, look: 'danger' },
  closure: { path: 'closure', form: optionalNoteForm, look: 'danger' },
  withdrawal: { path: 'withdrawal', form: optionalNoteForm, look: 'danger' },
}

/** What the viewer can do now, the next step first. */
export function Steps({ request, owes }: Props & { owes: boolean }) {
  const open = Object.entries(steps).filter(
    ([name]) => request.commands.some((command) => command === name) && isUseful(request, name),
  )
  if (open.length === 0) return null
  return (
    <Section title={words.next} id="steps">
      <div class="request-steps">
        {open.map(([name, step]) => (
          <StepForm
            request={request}
            step={step}
            isOpen={owes && name === 'use_report'}
            items={itemsFor(request, name)}
            // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of `steps`
            name={commandNames[name as Command]}
          />
        ))}
      </div>
    </Section>
  )
}

/** Some commands need an item in a certain state: without one there is nothing to offer. */
const isUseful = (request: Shown, name: string): boolean =>
  (needs[name]?.(request) ?? true) && (!about[name] || itemsFor(request, name).length > 0)

type Item = Shown['items'][number]

const hasAccess = ({ access }: Item) => access.length > 0

/** Of which items a command can be given. */
const about: Readonly<Record<string, (item: Item) => boolean>> = {
  appeal: ({ decision, appeal }) =>
    !appeal && ['rejected', 'stale'].includes(decision?.answer ?? ''),
  item_withdrawal: ({ shipped, orderId }) => shipped === 0 && orderId === null,
  renewal: ({ renewalUntil }) => renewalUntil !== null,
  renewal_request: hasAccess,
  end_date: hasAccess,
  revocation: ({ decision }) => decision?.answer === 'approved',
}

const itemsFor = ({ items }: Shown, name: string): Item[] =>
  items.filter((item) => !item.ended && (about[name]?.(item) ?? true))

const needs: Readonly<Record<string, (request: Shown) => boolean>> = {
  handover: ({ members }) => members.length > 1,
  use_report: ({ items }) =>
    items.some(({ access, received }) => access.length > 0 || received > 0),
  item_withdrawal: ({ items }) => items.filter(({ ended }) => !ended).length > 1,
  claim: ({ internal }) => !internal?.claim,
  release: ({ internal }) => Boolean(internal?.claim),
}

type StepProps = Props & {
  step: Step
  items: readonly Item[]
  name: Text
  isOpen: boolean
}

function StepForm({ request, step, items, name, isOpen }: StepProps) {
  const { path, form: of, look } = step
  const action = requestPaths.command(request.id, path)
  const again = useAnswered(action)
  if (!of)
    return (
      <form method="post" action={action}>
        <Button look={look ?? 'plain'} text={name} />
      </form>
    )
  const item: Choice[] = items.map(({ id, record }) => ({
    value: id,
    label: bothLanguages(record.title),
  }))
  return (
    <Folded name={name} isOpen={isOpen || again !== undefined || look === 'primary'}>
      {look === 'danger' && (
        <Local as="p" class="small-form-of" text={actOn(name, [request.number])} />
      )}
      <EntityForm<Declared>
        of={of}
        form={again ?? filledWith(item.length === 1 ? { item: item[0]?.value } : {})}
        scope={path}
        choices={{
          item,
          person: request.members.map(memberChoice),
        }}
        action={action}
        submit={name}
        look={look ?? 'plain'}
      />
    </Folded>
  )
}

const memberChoice = (member: { id: string; name: string }): Choice => ({
  value: member.id,
  label: { zh: member.name, en: member.name },
})

const Folded = ({ name, isOpen, children }: { name: Text; isOpen: boolean; children: Child }) => (
  <details class="request-step" open={isOpen}>
    <Local as="summary" text={name} />
    {children}
  </details>
)
