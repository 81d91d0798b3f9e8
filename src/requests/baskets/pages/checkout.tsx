import { Hono } from 'hono'
import { z } from 'zod'
import { form as formOf, type Typed } from '../../../core/form.ts'
import { Country, idOf, line } from '../../../core/shapes.ts'
import type { SentFile } from '../../../orders/forms/actions.ts'
import {
  AnswerFields,
  answerLabels,
  AnswersAt,
  openAnswers,
  readAnswers,
} from '../../../orders/forms/pages/answers.tsx'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { Fields } from '../../../web/fields.tsx'
import {
  type Filled,
  filledIn,
  filledWith,
  namedUnder,
  submitted,
  Form,
  typedWithin,
} from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { answersSent } from '../../forms/pages/sent.ts'
import { filesWithin } from '../../forms/rules.ts'
import { blockedBy } from '../../permits/rules.ts'
import { createProject, defaultProject, intendedUses } from '../../projects/actions.ts'
import { supervisorsFor } from '../../requests/actions/create.ts'
import { refusalWords } from '../../requests/words/refusals.ts'
import { Address } from '../../requests/model/request.ts'
import { basketPaths } from '../../words/baskets.ts'
import { countryChoices, countryName } from '../../../core/countries.ts'
import {
  answersAt,
  type Checkout,
  type CheckedItem,
  checkoutOf,
  type CheckoutPart,
  placeRequests,
} from '../actions/checkout.ts'
import { basketWords, checkoutWords as words } from '../words.ts'
import { sendAll, sendingPage } from './sending.tsx'
import { type C, step, titleOf } from './step.tsx'

const purposeForm = formOf(
  z.strictObject({
    title: line().min(1).max(200),
    text: z.string().trim().min(1).max(5000),
    intendedUse: z.array(line().max(40)).max(20).default([]),
    supervisor: idOf(refusalWords.noPerson).optional(),
    address: Address.optional(),
    keep: z.boolean().default(true),
  }),
  {
    title: { as: 'text', label: words.project },
    text: { as: 'long', label: words.purpose, hint: words.purposeHint },
    intendedUse: { as: 'references', label: words.intendedUse },
    supervisor: { as: 'reference', label: words.supervisor, hint: words.supervisorHint },
    address: { as: 'long', label: words.address, hint: words.addressHint },
    keep: { as: 'yesNo', label: words.keep },
  },
)

/** From the basket to requests, in three steps: what and to whom, what for, and sending. */
export const checkoutPages = new Hono<Env>()
  .get(basketPaths.checkout, (c) => unlessGuest(c, () => itemsPage(c)))
  .get(basketPaths.purpose, (c) => unlessGuest(c, () => purposePage(c)))
  .post(basketPaths.purpose, (c) =>
    answersSent(c, {
      work: (form, files) => place(c, form, files),
      showAgain: (form) => purposePage(c, form),
    }),
  )
  .get(basketPaths.sending, (c) => unlessGuest(c, () => sendingPage(c)))
  .post(basketPaths.sending, (c) =>
    submitted(
      c,
      (form) => sendAll(c, form),
      (form) => sendingPage(c, form),
    ),
  )

/** A guest signs in first, and comes back with their basket. */
const unlessGuest = (c: C, shown: () => Response | Promise<Response>) =>
  c.var.ctx.actor.type === 'person'
    ? shown()
    : c.redirect(withQuery(paths.signIn, { next: basketPaths.checkout }), 303)

/** Where it goes, as it was chosen; what is no country is as if nothing was. */
const destinationOf = (text: string | undefined) => Country.safeParse(text).data

async function itemsPage(c: C) {
  const chosen = destinationOf(c.req.query('destination'))
  const checkout = await checkoutOf(c.var.ctx, chosen)
  const asked = checkout.parts.filter(({ items }) => items.some(({ isBlocked }) => !isBlocked))
  return step(
    c,
    words.what,
    <>
      {asked.length > 0 && <Local as="p" class="quiet" text={words.whatLead(asked.length)} />}
      <Destination {...checkout} />
      {checkout.parts.map((part) => (
        <PartOf {...part} />
      ))}
      <Skipped checkout={checkout} />
      {asked.length === 0 && <Empty title={words.nothing} text={words.nothingHint} icon="list" />}
      <p class="act-row">
        {asked.length > 0 && (
          <ButtonLink
            look="primary"
            href={withQuery(basketPaths.purpose, { destination: chosen ?? null })}
            text={words.next}
          />
        )}
        <ButtonLink href={basketPaths.basket} text={words.back} />
      </p>
    </>,
  )
}

/** What the law asks depends on it, so that it is chosen before anything else. */
const Destination = ({ destination }: Checkout) => (
  <form class="filter-form" method="get" action={basketPaths.checkout}>
    <FormField
      type="select"
      name="destination"
      label={words.destination}
      hint={words.destinationHint}
      choices={countryChoices}
      form={filledWith({ destination })}
      required
    />
    <Button text={words.recheck} />
  </form>
)

const PartOf = (part: CheckoutPart) => (
  <Section title={titleOf(part)}>
    <ul class="basket-items">
      {part.items.map((checked) => (
        <li class="checkout-item">
          <CheckedLine {...checked} />
        </li>
      ))}
    </ul>
  </Section>
)

/** An item, and what the law asks of it, each with its clause. */
function CheckedLine({ item, findings, isBlocked }: CheckedItem) {
  const { record, quantity, unit } = item
  // Beside what forbids it, conditions would be read as further reasons.
  const said = isBlocked ? blockedBy(findings) : findings
  return (
    <>
      <p>
        <Local as="a" class="row-title" href={paths.record(record.id)} text={record.title} />
        {quantity !== null && unit && (
          <Local as="span" class="quiet" text={words.amount(quantity, unit)} />
        )}
        {item.price && <Local as="span" class="quiet" text={item.price} />}
      </p>
      {isBlocked && <Local as="p" class="basket-note" text={words.blocked} />}
      {said.map(({ sentence, clause }) => (
        <p class="quiet small">
          <Local text={sentence} /> (<Local text={clause} />)
        </p>
      ))}
    </>
  )
}

function Skipped({ checkout: { skipped } }: { checkout: Checkout }) {
  if (skipped.length === 0) return <></>
  return (
    <Section title={basketWords.skipped}>
      <ul class="plain-list">
        {skipped.map(({ record, sentence }) => (
          <li>
            <Local text={record.title} />{' '}
            {sentence && <Local as="span" class="quiet" text={sentence} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

type Project = Awaited<ReturnType<typeof defaultProject>>

/** What was filled in once is offered again. */
const openingOf = (project: Project, supervisors: readonly { id: string }[]) => ({
  ...(project && {
    title: project.title,
    text: project.purpose,
    intendedUse: project.intendedUse.map(({ id }) => id),
  }),
  ...(supervisors[0] && { supervisor: supervisors[0].id }),
  keep: project === undefined,
})

/** With what was answered to each provider before. */
const openedWith = ({ parts }: Checkout, own: Typed): Typed =>
  Object.assign(
    {},
    own,
    ...parts.map(({ earlier }, at) => namedUnder(`p${at}`, openAnswers(earlier))),
  )

/** Where it goes, as it was chosen in the step before. */
const GoesTo = ({ checkout, chosen }: { checkout: Checkout; chosen: string | undefined }) => (
  <>
    <p class="quiet">
      <Local text={words.goesTo(countryName(checkout.destination))} />{' '}
      <a href={withQuery(basketPaths.checkout, { destination: chosen ?? null })}>
        <Local text={words.changeDestination} />
      </a>
    </p>
    <input type="hidden" name="destination" value={chosen ?? ''} />
  </>
)

async function purposePage(c: C, refused?: Filled) {
  const { ctx } = c.var
  const chosen = destinationOf(refused ? refused.value('destination') : c.req.query('destination'))
  const [checkout, project, uses, supervisors] = await Promise.all([
    checkoutOf(ctx, chosen),
    defaultProject(ctx),
    intendedUses(ctx),
    supervisorsFor(ctx),
  ])
  const form =
    refused ?? filledIn(openedWith(checkout, purposeForm.open(openingOf(project, supervisors))))
  const choices = {
    intendedUse: uses.map(({ code, label }) => ({ value: code, label })),
    supervisor: supervisors.map(({ id, name }) => ({ value: id, label: { zh: name, en: name } })),
  }
  const labels = Object.assign({}, purposeForm.labels, ...checkout.parts.map(labelsOf))
  const withFile = checkout.parts.some((part) => part.form?.fields.some(isFile))
  return step(
    c,
    words.whatFor,
    <Form action={basketPaths.purpose} {...{ form, labels, withFile }} submit={words.next}>
      <Local as="p" class="quiet" text={words.whatForLead} />
      <input
        type="hidden"
        name="version"
        value={refused?.value('version') || String(checkout.version)}
      />
      <GoesTo {...{ checkout, chosen }} />
      <Fields {...{ of: purposeForm, form, choices }} />
      {checkout.parts.map((part, at) => (
        <ProviderForm {...{ part, at, form }} />
      ))}
    </Form>,
    refused?.status,
  )
}

const isFile = ({ type }: { type: string }) => type === 'file'

const labelsOf = ({ form }: CheckoutPart, at: number) =>
  Object.fromEntries(
    Object.entries(answerLabels(form?.fields ?? [])).map(([name, label]) => [
      `p${at}.${name}`,
      label,
    ]),
  )

function ProviderForm({ part, at, form }: { part: CheckoutPart; at: number; form: Filled }) {
  if (!part.form) return <></>
  return (
    <Section title={titleOf(part)}>
      <AnswersAt.Provider value={answersAt(at)}>
        <AnswerFields fields={part.form.fields} form={form} />
      </AnswersAt.Provider>
    </Section>
  )
}

async function place(c: C, form: Filled, files: readonly SentFile[]) {
  const { ctx } = c.var
  const own = Object.fromEntries(
    Object.entries(form.typed).filter(
      ([name]) => !/^((version|destination)$|p\d+\.|kept\.)/.test(name),
    ),
  )
  const { keep, supervisor, address, ...input } = parseOrRefuse(
    purposeForm.schema,
    purposeForm.read(own),
  )
  const ids = await placeRequests(ctx, {
    purpose: input,
    supervisor,
    address,
    destination: destinationOf(form.value('destination')),
    version: Number(form.value('version')),
    answersOf: (part, at) => ({
      answers: readAnswers(part.form?.fields ?? [], filledIn(typedWithin(`p${at}`, form.typed))),
      files: filesWithin(answersAt(at), files),
    }),
  })
  if (keep) {
    const { title, text: purpose, intendedUse } = input
    await createProject(ctx, { title, purpose, intendedUse, isDefault: true })
  }
  return c.redirect(withQuery(basketPaths.sending, { requests: ids.join(',') }), 303)
}
