import { type Context as HonoContext, Hono } from 'hono'
import { bothLanguages } from '../../../core/text.ts'
import { operation } from '../../../web/api.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallForm } from '../../../web/components/small-form.tsx'
import { Moment } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { answerItem, item } from '../../../web/item.ts'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { clientOf } from '../../../web/session.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { parsed, parseOrRefuse } from '../../../web/validate.ts'
import { write } from '../../../web/write.tsx'
import { RequestAnswer } from '../../requests/model/request.ts'
import { requestItem } from '../../requests/routes.ts'
import { requestPaths } from '../../words/paths.ts'
import { acceptAgreement, readAgreement, refuseAgreement } from '../actions/accept.ts'
import { Acceptance, PresentedAnswer, Refusal } from '../model.ts'
import { acceptanceWords as words } from '../words/acceptance.ts'
import { agreementWords } from '../words/agreements.ts'
import { agreementPaths } from '../words/paths.ts'
import { BothTexts } from './text.tsx'

type C = HonoContext<Env>
const tag = 'requests'
const single = '/requests/:id/agreements/:text' as const

const presented = item({
  path: single,
  tag,
  summary: 'A text of a request as you would accept it, and who has accepted it',
  refuses: [401],
  schema: PresentedAnswer,
  read: readAgreement,
})

/** Where a person is, as far as it is known: IPv4 as it is written. */
function addressOf(c: C): string | null {
  const { address } = clientOf(c)
  return address === 'unknown' ? null : address.replace(/^::ffff:(?=[\d.]+$)/i, '')
}

const acceptance = {
  api: new Hono<Env>().post(
    '/requests/:id/agreement-acceptance',
    operation({
      summary: 'Accept a text of a request for yourself, as you were shown it',
      description: 'What has changed since it was shown is refused: read it again.',
      tag,
      answers: { 200: RequestAnswer },
      refuses: [404, 409],
    }),
    parsed('json', Acceptance),
    async (c) => {
      const id = c.req.param('id')
      await acceptAgreement(c.var.ctx, c.req.valid('json'), { id, address: addressOf(c) })
      return answerItem(c, requestItem, { id })
    },
  ),
  pages: new Hono<Env>()
    .get(single, (c) => acceptancePage(c))
    .post(`${single}/acceptance`, (c) =>
      submitted(
        c,
        async (form) => {
          const { id, text } = c.req.param()
          const accepted = { agreement: text, sha256: form.value('sha256') }
          const input = parseOrRefuse(Acceptance, accepted)
          await acceptAgreement(c.var.ctx, input, { id, address: addressOf(c) })
          setFlash(c, words.acceptedNow)
          return c.redirect(requestPaths.one(id), 303)
        },
        (form) => acceptancePage(c, form),
      ),
    )
    .post(`${single}/refusal`, async (c) => {
      const { id, text } = c.req.param()
      await refuseAgreement(c.var.ctx, text, id)
      setFlash(c, words.refusedNow)
      return c.redirect(requestPaths.one(id), 303)
    }),
}

const { api: refusal } = write({
  path: '/requests/:id/agreement-refusal',
  tag,
  summary: 'Refuse a text of a request: what was approved under it is dropped, the rest goes on',
  refuses: [404, 409],
  form: { schema: Refusal, read: (typed) => typed },
  answer: requestItem,
  does: async (ctx, { agreement }, { id }) => refuseAgreement(ctx, agreement, id),
  next: ({ id }) => requestPaths.one(id),
})

/** Reading a text of a request, accepting it and refusing it. */
export const { api: acceptanceRoutes, pages: acceptancePages } = surfaces(presented, acceptance, {
  api: refusal,
})

type Read = Awaited<ReturnType<typeof readAgreement>>

async function acceptancePage(c: C, form: Filled = filledWith()) {
  const { id = '', text = '' } = c.req.param()
  const read = await readAgreement(c.var.ctx, { id, text })
  const { request, title, number, shown, own } = read
  const here = agreementPaths.ofRequest(request.id, text)
  const mayAccept = request.commands.includes('acceptance') && !own && isAsked(read)
  return page(
    c,
    {
      title,
      lead: words.lead(request.number, bothLanguages(request.provider.name), number),
      crumbs: [{ text: words.request(request.number), href: requestPaths.one(request.id) }],
      status: form.status,
    },
    <>
      {/* What was accepted is shown as it was then. */}
      <BothTexts blocks={own?.shown ?? shown} level={2} />
      {mayAccept && (
        <div class="agreement-answer">
          <Form action={`${here}/acceptance`} form={form} submit={words.accept}>
            <input type="hidden" name="sha256" value={read.sha256} />
            <Local as="p" text={words.acceptAbout} />
          </Form>
          <SmallForm
            action={`${here}/refusal`}
            text={words.refuse}
            of={[title, request.number]}
            look="danger"
            about={words.refuseAbout}
          />
        </div>
      )}
      <Acceptances read={read} />
    </>,
  )
}

const isAsked = ({ request, textId }: Read) =>
  request.items.some(({ decision, ended }) => !ended && decision?.agreements.includes(textId))

/** Who accepted it, when and from where, and whether what is kept is still what the hash is of. */
const Acceptances = ({ read: { seals } }: { read: Read }) => (
  <Section title={words.acceptances}>
    {seals.length === 0 ? (
      <Local as="p" class="quiet" text={words.nobody} />
    ) : (
      <ul class="agreement-acceptances">
        {seals.map(({ personName, acceptedAt, sha256, address, isIntact }) => (
          <li class="agreement-seal">
            {personName} · <Moment when={acceptedAt} />
            {address !== null && <Local as="span" text={words.from(address)} />}
            <StateBadge
              tone={isIntact ? 'good' : 'danger'}
              text={isIntact ? words.intact : words.broken}
            />
            <span class="quiet small">
              <Local as="span" text={agreementWords.hash} />{' '}
              <code class="agreement-hash">{sha256}</code>
            </span>
          </li>
        ))}
      </ul>
    )}
  </Section>
)
