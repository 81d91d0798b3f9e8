import type { Context as HonoContext } from 'hono'
import type { Child } from 'hono/jsx'
import type { RecordSection } from '../../catalog/records/pages/record.tsx'
import { sectionsOf } from '../../catalog/records/pages/values.tsx'
import { codesAmong, vocabulariesOf } from '../../catalog/records/rules/record.ts'
import type { Kind } from '../../catalog/records/model/record.ts'
import { vocabulariesNamed } from '../../catalog/vocabularies/actions.ts'
import type { Text } from '../../core/text.ts'
import { readFieldsOf } from '../../kinds.ts'
import { ButtonLink } from '../../web/components/button.tsx'
import { Toast } from '../../web/components/messages.tsx'
import { Section } from '../../web/components/navigation.tsx'
import { FieldList, type FieldItem } from '../../web/components/values.tsx'
import type { Env } from '../../web/env.ts'
import { Local } from '../../web/lang.tsx'
import { searchServices } from '../../orders/services/actions.ts'
import { AddForm, AskService } from '../baskets/pages/add.tsx'
import { contactOf, type RecordWay, stockText, usualAnswerDays, wayOf } from './actions.ts'
import { hrefOf } from './routes.ts'
import { wayPageWords as words } from './words.ts'

type C = HonoContext<Env>

/** How this reader gets the thing itself, in one true sentence. */
export const wayAccess = async (c: C, { id }: { id: string }) =>
  (await wayOf(c.var.ctx, id)).way.sentence

/**
 * On a record's page: the one main button by which this reader gets the thing, and what to know before asking. What a
 * kind has of its own (`own`: times to book, files to take) stands there in its place.
 */
export const waySection =
  (own: Partial<Record<Kind, RecordSection>>): RecordSection =>
  async (c, row) => {
    const found = await wayOf(c.var.ctx, row.id)
    const { act } = found.way
    const ofKind = own[row.kind]
    const inner = ofKind && (row.kind !== 'instrument' || act === 'book') && (await ofKind(c, row))
    return (
      <>
        {act !== 'book' && <Asking found={found} facts={await factsOf(c, found)} />}
        {inner}
        {found.provider.services > 0 && (await services(c, row.id))}
      </>
    )
  }

async function services(c: C, id: string): Promise<Child> {
  const { items } = await searchServices(c.var.ctx, { id, limit: 50 })
  return <AskService instrument={id} of={items.filter(({ active }) => active)} />
}

type Props = { found: RecordWay; facts: readonly FieldItem[] }

/** Where the kind has a main button of its own, there is none here. */
function Asking({ found, facts }: Props) {
  const { act } = found.way
  if (act === 'download' || act === 'accept_terms' || act === 'sign_in' || act === 'none')
    return <></>
  return (
    <Section title={words.how} id="way">
      <MainButton found={found} />
      {act === 'add' && !found.provider.hasSteward && (
        <Toast tone="caution" text={words.noSteward(found.provider.mailbox)} />
      )}
      <FieldList fields={facts} />
    </Section>
  )
}

function MainButton({ found }: { found: RecordWay }): Child {
  const { act } = found.way
  const href = hrefOf(found) ?? ''
  if (act === 'add') return <AddForm found={found} />
  if (act === 'order') return <MainLink href={href} text={words.order} />
  const isMail = href.startsWith('mailto:')
  return <MainLink href={href} text={isMail ? words.contact : words.aboutInstitution} />
}

const MainLink = (props: { href: string; text: Text }) => (
  <p>
    <ButtonLink look="primary" {...props} />
  </p>
)

/** What to know before asking: what there is, under which conditions, who answers and how soon. */
async function factsOf(c: C, found: RecordWay): Promise<FieldItem[]> {
  const { available, provider, way } = found
  // Beside the quantity to choose it is said there.
  const stock = available && way.act !== 'add' ? stockText(available).text : undefined
  return [
    ...(stock ? [{ label: words.availability, value: <Local text={stock} /> }] : []),
    ...(await conditionsOf(c, found)),
    ...(way.act === 'add' ? await answeringOf(c, found) : []),
    ...contactItem(found),
    ...(way.act === 'add'
      ? [
          {
            label: words.papers,
            value: <Local text={provider.needsConsent ? words.consent : words.noConsent} />,
          },
        ]
      : []),
  ]
}

async function answeringOf(c: C, { provider }: RecordWay): Promise<FieldItem[]> {
  const days = await usualAnswerDays(c.var.ctx, provider)
  const who = provider.collection?.title ?? provider.institution.name
  return [
    { label: words.answeredBy, value: <Local text={who} /> },
    {
      label: words.answerTime,
      value: <Local text={days === null ? words.noFigures : words.days(days)} />,
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
  instrument: ['requirement', 'fee'],
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
