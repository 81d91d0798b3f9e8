import type { Context as HonoContext } from 'hono'
import type { Child } from 'hono/jsx'
import type { RecordSection } from '../../catalog/records/pages/record.tsx'
import { sectionsOf } from '../../catalog/records/pages/values.tsx'
import { codesAmong, vocabulariesOf } from '../../catalog/records/rules/record.ts'
import type { Kind } from '../../catalog/records/model/record.ts'
import { vocabulariesNamed } from '../../catalog/vocabularies/actions.ts'
import type { Typed } from '../../core/form.ts'
import { bothLanguages, type Text } from '../../core/text.ts'
import { readFieldsOf } from '../../kinds.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { Toast } from '../../web/components/messages.tsx'
import { Section } from '../../web/components/navigation.tsx'
import { FieldList, type FieldItem } from '../../web/components/values.tsx'
import type { Env } from '../../web/env.ts'
import { Local } from '../../web/lang.tsx'
import { getBookable } from '../../bookings/policies/actions.ts'
import { versionsOf } from '../../datasets/versions/actions.ts'
import { audienceOf } from '../../instruments/rules/standing.ts'
import { orderPaths, servicesLink } from '../../orders/words/paths.ts'
import { bookingPaths } from '../../bookings/words/paths.ts'
import { calendarWords } from '../../bookings/calendar/words.ts'
import { unitNames } from '../../orders/orders/words.ts'
import { priceFor } from '../../orders/prices/rules.ts'
import { searchServices } from '../../orders/services/actions.ts'
import type { Choice } from '../../web/components/form-field.tsx'
import { AddForm, AskService } from '../baskets/pages/add.tsx'
import { basketWords } from '../baskets/words.ts'
import { contactOf, type RecordWay, stockText, termsOf, wayOf } from './actions.ts'
import { managesInstitution } from '../../people/roles/rules.ts'
import { type CriteriaChoices, criteriaChoices } from '../samples/pages/criteria.tsx'
import { requestPaths } from '../words/paths.ts'
import { hrefOf } from './routes.ts'
import { isAskable, type Paper, sentenceOf } from './rules.ts'
import { wayPageWords as words } from './words.ts'

type C = HonoContext<Env>

/** How this reader gets the thing itself, in one true sentence. */
export async function wayAccess(c: C, { id }: { id: string }) {
  const found = await wayOf(c.var.ctx, id)
  return sentenceOf(found, (await termsOf(c.var.ctx, found)).papers)
}

/**
 * On a record's page: the one main button by which this reader gets the thing. What a kind has of its own (`own`: times
 * to book, files to take) stands there in its place.
 */
export const wayAct =
  (own?: RecordSection): RecordSection =>
  async (c, row) => {
    const found = await wayOf(c.var.ctx, row.id)
    const inner = own && (await own(c, row))
    return (
      <>
        {inner}
        {!hasOwnButton(found) && (
          <Section title={words.how} id="way">
            {await mainButton(c, found)}
          </Section>
        )}
      </>
    )
  }

/** What to know before asking; a second way to ask for what has a button of its own. */
export const wayTerms: RecordSection = async (c, row) => {
  const found = await wayOf(c.var.ctx, row.id)
  const fields = await factsOf(c, found)
  const asksToo = hasOwnButton(found) && isAskable(found)
  const mayPrice = setsFees(c, found)
  const hasServices = found.provider.services > 0
  if (fields.length === 0 && !asksToo && !mayPrice && !hasServices) return null
  return (
    <Section title={words.know} id="terms">
      {asksToo && (await mainButton(c, found))}
      <FieldList fields={fields} />
      {mayPrice && (
        <p class="staff-links">
          <Local as="a" href={requestPaths.feesOf(found.row.id)} text={words.setFees} />
        </p>
      )}
      {hasServices && (await services(c, found))}
    </Section>
  )
}

/** Under the sentence of an instrument: the main button, its calendar, and what an hour costs who looks. */
export async function instrumentAct(c: C, { id }: { id: string }): Promise<Child> {
  const found = await wayOf(c.var.ctx, id)
  const { hourPrice } = await termsOf(c.var.ctx, found)
  const href = hrefOf(found)
  return (
    <div class="instrument-act">
      <p class="act-row">
        {href !== null && <ButtonLink look="primary" href={href} text={buttonOf(found, href)} />}
        <ButtonLink href={bookingPaths.instrumentCalendar(id)} text={calendarWords.calendar} />
        {found.provider.services > 0 && found.way.act !== 'order' && (
          <ButtonLink href={orderPaths.services(id)} text={servicesLink.text} />
        )}
      </p>
      {hourPrice && <Local as="p" text={hourPrice} />}
    </div>
  )
}

function buttonOf({ way: { act } }: RecordWay, href: string): Text {
  if (act === 'book') return words.book
  if (act === 'train') return words.trainings
  if (act === 'order') return words.order
  return href.startsWith('mailto:') ? words.contact : words.aboutInstitution
}

/** What an instrument has of its own, which is told whether the reader books it themselves. */
export const instrumentMain =
  (own: (c: C, id: string, mayBook: boolean) => Promise<Child>): RecordSection =>
  async (c, { id }) => {
    const found = await wayOf(c.var.ctx, id)
    return own(c, id, found.way.act === 'book')
  }

const mainButton = async (c: C, found: RecordWay) => (
  <>
    <MainButton
      found={found}
      versions={await versionsIn(c, found)}
      criteria={found.row.kind === 'collection' ? await criteriaChoices(c.var.ctx) : undefined}
      asked={c.req.queries()}
    />
    {isAskable(found) && !found.provider.hasSteward && (
      <Toast tone="caution" text={words.noSteward(found.provider.mailbox)} />
    )}
  </>
)

/** Whoever keeps its institution sets what material costs. */
const setsFees = (c: C, { row }: RecordWay) =>
  (row.kind === 'accession' || row.kind === 'collection') &&
  managesInstitution(c.var.ctx.actor, row.institutionId)

/** Where the head or the kind's own part has the main button. */
const hasOwnButton = ({ row, way: { act } }: RecordWay) =>
  row.kind === 'instrument' || act === 'download' || act === 'accept_terms' || act === 'sign_in'

/** The versions of a dataset that can be asked for, the newest first. */
async function versionsIn(c: C, found: RecordWay): Promise<Choice[]> {
  const { row } = found
  if (row.kind !== 'dataset' || !isAskable(found)) return []
  const { items } = await versionsOf(c.var.ctx, { dataset: row.id, limit: 200 })
  return items
    .filter(({ state }) => state === 'published')
    .map(({ id, number }) => ({ value: id, label: basketWords.version(number) }))
}

async function services(c: C, { row }: RecordWay): Promise<Child> {
  const { ctx } = c.var
  const { items } = await searchServices(ctx, { id: row.id, limit: 50 })
  const instrument = await getBookable(ctx, row.id)
  const audience =
    ctx.actor.type === 'person' ? audienceOf(ctx.actor, instrument) : ('external' as const)
  return (
    <AskService
      instrument={row.id}
      of={items.filter(({ active }) => active)}
      priceOf={({ prices, unit }) => words.pricePer(priceFor(prices, audience), unitNames[unit])}
    />
  )
}

type MainProps = {
  found: RecordWay
  versions: readonly Choice[]
  criteria: CriteriaChoices | undefined
  asked: Typed
}

function MainButton({ found, versions, criteria, asked }: MainProps): Child {
  const href = hrefOf(found)
  if (href === null) return <></>
  if (isAskable(found)) return <AddForm {...{ found, versions, criteria, asked }} />
  return <MainLink href={href} text={buttonOf(found, href)} />
}

const MainLink = (props: { href: string; text: Text }) => (
  <p>
    <ButtonLink look="primary" {...props} />
  </p>
)

/** What to know before asking: what there is, under which conditions, what it costs, who answers and how soon. */
async function factsOf(c: C, found: RecordWay): Promise<FieldItem[]> {
  const { available, way } = found
  const { price, papers, usualAnswerDays: days } = await termsOf(c.var.ctx, found)
  // Beside the quantity to choose it is said there.
  const stock = available && way.act !== 'add' ? stockText(available).text : undefined
  return [
    ...textItem(words.availability, stock),
    // An instrument's stands beside its main button.
    ...(found.row.kind === 'instrument' ? [] : textItem(words.price, price)),
    ...(await conditionsOf(c, found)),
    ...(isAskable(found)
      ? [{ label: words.papers, value: <Papers of={papers} /> }, ...answeringOf(found, days)]
      : []),
    ...contactItem(found),
  ]
}

const textItem = (label: Text, text: Text | null | undefined): FieldItem[] =>
  text ? [{ label, value: <Local text={text} /> }] : []

function Papers({ of }: { of: readonly Paper[] }) {
  if (of.length === 0) return <Local text={words.noPapers} />
  return (
    <ul class="plain-list">
      {of.map(({ kind, title, clause, href }) => (
        <li>
          <Local as="span" class="quiet" text={words.paperKinds[kind]} />{' '}
          {href === null ? <Local text={title} /> : <Local as="a" href={href} text={title} />}
          {clause && (
            <span class="quiet">
              {' '}
              (<Local text={clause} />)
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function answeringOf({ provider }: RecordWay, days: number | null): FieldItem[] {
  const { collection, institution, answerDays } = provider
  return [
    ...textItem(words.answeredBy, bothLanguages(collection?.title ?? institution.name)),
    {
      label: words.answerTime,
      value: (
        <>
          <Local text={days === null ? words.noFigures : words.days(days)} />
          <Local text={words.within(answerDays)} />
        </>
      ),
    },
  ]
}

function contactItem(found: RecordWay): FieldItem[] {
  const { name, phone, email } = contactOf(found)
  if (!name && !phone && !email) return []
  const value = (
    <>
      {[name, phone].filter(Boolean).join(' · ')} {email && <a href={`mailto:${email}`}>{email}</a>}
    </>
  )
  return [{ label: words.contactPerson, value }]
}

/** The fields of a kind that say under which conditions it is given. */
const conditionKeys: Readonly<Record<Kind, readonly string[]>> = {
  instrument: ['requirement'],
  dataset: ['shareType'],
  accession: ['shareMode', 'acquisitionWay', 'restrictionsOnUse', 'nagoyaStatus', 'mlsstat'],
  collection: ['useConditions', 'ethicsApproval', 'consentScope'],
}

async function conditionsOf(c: C, { row, values }: RecordWay): Promise<FieldItem[]> {
  const fields = readFieldsOf(row.kind, row.profile).filter(({ key }) =>
    conditionKeys[row.kind].includes(key),
  )
  const { db } = c.var.ctx
  const vocabularies = await vocabulariesNamed(
    db,
    vocabulariesOf(fields),
    codesAmong(fields, values),
  )
  return sectionsOf(row.kind, { fields, values, vocabularies }).flatMap((section) => section.fields)
}
