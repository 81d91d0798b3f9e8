import type { Context as HonoContext } from 'hono'
import { countryName } from '../../../core/countries.ts'
import { inLang, type Lang } from '../../../core/text.ts'
import { maxDocumentBytes } from '../../../files/documents/model.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallForm } from '../../../web/components/small-form.tsx'
import type { Env } from '../../../web/env.ts'
import { type Filled, filledWith, Form } from '../../../web/forms.tsx'
import { Local, useLang } from '../../../web/lang.tsx'
import { lawDay } from '../../permits/actions.ts'
import { type Finding, objectionsToMoving } from '../../permits/rules.ts'
import { documentNames, effectStates } from '../../permits/words.ts'
import { requestPaths } from '../../words/paths.ts'
import { type Law, lawOf } from '../actions/law.ts'
import { mayAddPermits } from '../actions/permits.ts'
import type { ShownRow } from '../queries.ts'
import { certificateWords as words } from '../words.ts'
import type { RequestAnswer } from '../../requests/model/request.ts'

type Shown = Pick<RequestAnswer, 'id' | 'items' | 'sides' | 'state' | 'submittedAt'>

/** On a request's page: what the law asks of each item, what was shown for it, and the form that adds to it. */
export async function permitSection(c: HonoContext<Env>, request: Shown, form?: Filled) {
  const { ctx } = c.var
  const items = request.items.map(({ id, record }) => ({ id, recordId: record.id }))
  const law = await lawOf(ctx, request.id, items)
  const concerned = law.items.filter(({ findings }) => findings.length > 0)
  if (concerned.length === 0) return null
  const mayAdd = mayAddPermits(request.sides, request)
  const titleOf = (itemId: string) =>
    request.items.find(({ id }) => id === itemId)?.record.title ?? { zh: null, en: null }
  return (
    <Section title={words.permits} id="permits">
      <Local as="p" class="quiet" text={words.goes(countryName(law.destination))} />
      {concerned.map((item) => (
        <>
          <Local as="h3" text={titleOf(item.itemId)} />
          <ul class="findings">
            {item.findings.map((finding) => (
              <OneFinding {...{ finding, item, mayAdd, requestId: request.id, day: lawDay(ctx) }} />
            ))}
          </ul>
        </>
      ))}
      {mayAdd && (
        <AddForm {...{ request, items: concerned, form: form ?? filledWith(), titleOf }} />
      )}
    </Section>
  )
}

type FindingProps = {
  finding: Finding
  item: Law
  day: string
  mayAdd: boolean
  requestId: string
}

function OneFinding({ finding, item, day, mayAdd, requestId }: FindingProps) {
  const { effect, document, sentence, clause, ruleId } = finding
  const permits = item.permits.filter((permit) => permit.ruleId === ruleId)
  const [objection] = objectionsToMoving([finding], permits, day)
  return (
    <li>
      <StateBadge {...effectStates[effect]} /> <Local text={sentence} />{' '}
      <span class="quiet">
        (<Local text={clause} />)
      </span>
      {document && (
        <p>
          <Local text={documentNames[document]} />{' '}
          <StateBadge {...states[objection?.code ?? 'permit_there']} />
        </p>
      )}
      {permits.map((permit) => (
        <OnePermit {...{ permit, mayAdd, requestId }} />
      ))}
    </li>
  )
}

const states = {
  permit_there: { tone: 'good', text: words.valid },
  permit_missing: { tone: 'caution', text: words.missing },
  permit_ended: { tone: 'caution', text: words.ended },
  blocked_by_law: effectStates.blocked,
} as const

type PermitProps = { permit: ShownRow; mayAdd: boolean; requestId: string }

const OnePermit = ({ permit, mayAdd, requestId }: PermitProps) => (
  <p>
    {permit.fileName === null ? (
      permit.number
    ) : (
      <a href={`/api/v1/request-permits/${permit.id}`} download={permit.fileName}>
        {permit.number}
      </a>
    )}{' '}
    <Local as="span" class="quiet" text={words.until(permit.issuedOn, permit.validUntil)} />
    {mayAdd && (
      <SmallForm
        action={`${requestPaths.command(requestId, 'permits')}/${permit.id}/removal`}
        text={words.remove}
        label={words.removeOf(permit.number)}
        look="danger"
        about={words.removeAbout}
      />
    )}
  </p>
)

type AddProps = {
  request: Shown
  items: readonly Law[]
  form: Filled
  titleOf: (itemId: string) => { zh: string | null; en: string | null }
}

function AddForm({ request, items, form, titleOf }: AddProps) {
  const lang = useLang()
  const choices = choicesOf(items, titleOf, lang)
  if (choices.length === 0) return null
  const { need, number, issuedOn, validUntil, validUntilHint, file } = words
  const named = { form, scope: 'permit' }
  return (
    <Form
      action={`${requestPaths.command(request.id, 'permits')}#permits`}
      form={form}
      scope="permit"
      submit={words.add}
      labels={{ need, number, issuedOn, validUntil, file }}
      withFile
    >
      <FormField {...named} type="select" name="need" label={need} choices={choices} required />
      <FormField {...named} name="number" label={number} maxLength={200} required />
      <FormField {...named} type="date" name="issuedOn" label={issuedOn} required />
      <FormField
        {...named}
        type="date"
        name="validUntil"
        label={validUntil}
        hint={validUntilHint}
      />
      <FormField
        {...named}
        type="file"
        name="file"
        label={file}
        hint={words.fileHint(maxDocumentBytes / 1_000_000)}
      />
    </Form>
  )
}

/** Every document that is asked for, by item and rule. */
const choicesOf = (items: readonly Law[], titleOf: AddProps['titleOf'], lang: Lang) =>
  items.flatMap(({ itemId, findings }) =>
    findings.flatMap(({ ruleId, document }) => {
      if (document === null) return []
      const label = `${inLang(titleOf(itemId), lang)} · ${documentNames[document][lang]}`
      return [{ value: `${itemId} ${ruleId}`, label: inOne(label, lang) }]
    }),
  )

/** A label that is in the reader's language already. */
const inOne = (text: string, lang: Lang) =>
  lang === 'zh' ? { zh: text, en: null } : { zh: null, en: text }
