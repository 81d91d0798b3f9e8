import { type Context as HonoContext, Hono } from 'hono'
import { amountIn } from '../../requests/rules/units.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { FieldList } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { type Filled, filledWith, Refused, submitted } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import type { Shown } from '../../requests/pages/request.tsx'
import { requestPaths } from '../../words/paths.ts'
import { answerByLink, readConsentLink } from '../actions/answer.ts'
import { LinkAnswer } from '../model.ts'
import { consentWords as words, linkStateWords } from '../words.ts'

type C = HonoContext<Env>
const path = '/consent/:token'

/** What the link of a letter opens, without signing in. Opening it answers nothing: mailboxes open links too. */
export const consentLinkPages = new Hono<Env>()
  .use('/consent/*', async (c, next) => {
    await next()
    // The address is the secret: no other site learns it, and nothing keeps it.
    c.header('referrer-policy', 'same-origin')
    c.header('x-robots-tag', 'noindex, nofollow')
    c.header('cache-control', 'no-store')
  })
  .get(path, (c) => linkPage(c, filledWith()))
  .post(path, (c) =>
    submitted(
      c,
      async (form) => {
        const answer = parseOrRefuse(LinkAnswer, {
          given: form.value('given'),
          note: form.value('note'),
        })
        await answerByLink(c.var.ctx, c.req.param('token'), answer)
        return donePage(c, answer.given === 'yes')
      },
      (form) => linkPage(c, form),
    ),
  )

const donePage = (c: C, isGiven: boolean) =>
  page(
    c,
    { title: words.done, crumb: words.done, width: 'reading' },
    <Local as="p" text={isGiven ? words.consented : words.refused} />,
  )

async function linkPage(c: C, form: Filled) {
  const opened = await readConsentLink(c.var.ctx, c.req.param('token') ?? '')
  if (opened.state !== 'open')
    return page(
      c,
      { title: words.asked, crumb: words.asked, width: 'reading', status: form.status },
      <>
        <Local as="p" text={linkStateWords[opened.state]} />
        <p>
          <ButtonLink href={requestPaths.one(opened.requestId)} text={words.signIn} />
        </p>
      </>,
    )
  const { request, supervisor } = opened
  const { requester, provider } = request
  return page(
    c,
    {
      title: words.asked,
      lead: words.askedLead(requester.name, {
        zh: provider.name.zh ?? provider.name.en ?? '',
        en: provider.name.en ?? provider.name.zh ?? '',
      }),
      crumb: words.asked,
      width: 'reading',
      status: form.status,
    },
    <>
      <Asked request={request} />
      <Section title={words.answer}>
        <Local as="p" class="quiet" text={words.onlyFor(supervisor.name)} />
        <Answering form={form} action={c.req.path} />
      </Section>
    </>,
  )
}

/** Who asks for what, of whom, and what for. */
function Asked({ request }: { request: Shown }) {
  const { number, requester, lab, provider, collection, purpose, items } = request
  const project = [purpose['title'], purpose['text']].filter(
    (text) => typeof text === 'string' && text !== '',
  )
  const facts = [
    { label: words.number, value: number },
    { label: words.requester, value: requester.name },
    { label: words.lab, value: lab && <Local text={lab.name} /> },
    { label: words.provider, value: <Local text={collection?.title ?? provider.name} /> },
    {
      label: words.purpose,
      value:
        project.length === 0 ? null : (
          <>
            {project.map((text) => (
              <p class="request-words">{String(text)}</p>
            ))}
          </>
        ),
    },
  ]
  return (
    <>
      <FieldList fields={facts.filter(({ value }) => value !== null)} />
      <AskedItems items={items} />
    </>
  )
}

const AskedItems = ({ items }: Pick<Shown, 'items'>) => (
  <Section title={words.items}>
    <ul>
      {items.map(({ record, quantity, unit, loan }) => (
        <li>
          <Local text={record.title} />
          {quantity !== null && unit !== null && (
            <>
              {' · '}
              <Local text={amountIn(unit, quantity)} />
            </>
          )}
          {loan && (
            <>
              {' · '}
              <Local text={words.loan} />
            </>
          )}
        </li>
      ))}
    </ul>
  </Section>
)

const Answering = ({ form, action }: { form: Filled; action: string }) => (
  <form class="stacked-form" method="post" action={action} novalidate>
    <Refused form={form} />
    <FormField
      type="textarea"
      name="note"
      label={words.note}
      hint={words.noteHint}
      form={form}
      maxLength={5000}
    />
    <div class="form-actions">
      <Button look="primary" name="given" value="yes" text={words.consent} />
      <Button look="danger" name="given" value="no" text={words.refuse} />
    </div>
  </form>
)
