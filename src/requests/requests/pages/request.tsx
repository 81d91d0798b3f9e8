import { type Context as HonoContext, Hono } from 'hono'
import type { Context } from '../../../core/context.ts'
import type { Text } from '../../../core/text.ts'
import type { Temporal } from '../../../core/time.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import { FieldList } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { type Filled, Refused } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { permitSection } from '../../certificates/pages/section.tsx'
import { DraftLinks } from '../../drafts/pages/links.tsx'
import { requestPaths } from '../../words/paths.ts'
import { attachmentsIn } from '../../conversation/actions/messages.ts'
import { MessageForms, type Written } from '../../conversation/pages/section.tsx'
import { answersOfRequest } from '../../forms/actions/answers.ts'
import { askedOfRequester, RequestAnswers } from '../../forms/pages/answers.tsx'
import { addableTexts } from '../../agreements/actions/read.ts'
import { agreementSection } from '../../agreements/pages/section.tsx'
import { feeSection } from '../../fees/pages/section.tsx'
import { fulfilmentSection } from '../../fulfilment/pages/section.tsx'
import { reportsSection } from '../../reports/pages/section.tsx'
import { PaperLinks } from '../../papers/pages/paper.tsx'
import { reportDueOf } from '../../reports/actions/duties.ts'
import { reportWords } from '../../reports/words.ts'
import { getRequest } from '../actions/read.ts'
import { stateNames } from '../words/names.ts'
import { consentNames, pageWords as words } from '../words/pages.ts'
import { lastDayWords } from './days.ts'
import { History } from './history.tsx'
import { Items } from './items.tsx'
import { isYourTurn, NextStep } from './next.tsx'
import { Steps } from './steps.tsx'
import { stateTones } from './tones.ts'

export type Shown = Awaited<ReturnType<typeof getRequest>>
type C = HonoContext<Env>
type Props = { request: Shown }

export const requestPages = new Hono<Env>().get(requestPaths.one(':id').replace('%3A', ':'), (c) =>
  requestPage(c, { id: c.req.param('id') ?? '' }),
)

/** Which request, and a form of its page that was refused. */
type Asked = {
  id: string
  form?: Filled
  permitForm?: Filled
  reportFileForm?: Filled
  written?: Written
}

/** A request for whoever is a side of it: what is asked, what one can do now, and what happened. */
export async function requestPage(c: C, { id, form, permitForm, reportFileForm, written }: Asked) {
  const request = await getRequest(c.var.ctx, { id })
  const answers = await answersOfRequest(c.var.ctx, id)
  const asks = await askedOfRequester(c.var.ctx, request)
  const due = await reportDueOf(c.var.ctx, request)
  const owes = due?.isSoon === true
  const files = await attachmentsIn(c.var.ctx, request)
  return page(
    c,
    {
      title: words.ofNumber(request.number),
      lead: waitingFor(request) ?? (due && reportLead(due)),
      crumbs: [{ text: words.requests, href: requestPaths.requests }],
      width: 'reading',
      status: (form ?? permitForm ?? reportFileForm ?? written?.form)?.status ?? 200,
    },
    <>
      <Refused form={form} />
      <NextStep request={request} me={me} />
      <Facts request={request} />
      <DraftLinks request={request} />
      <Items request={request} texts={await textsToAdd(c.var.ctx, request)} />
      <RequestAnswers {...{ request, answers, asks }} />
      {await permitSection(c, request, permitForm)}
      {await agreementSection(c.var.ctx, request)}
      {await fulfilmentSection(c, request)}
      <PaperLinks request={request} />
      {await reportsSection(c.var.ctx, request, reportFileForm)}
      <Steps request={request} />
      <MessageForms request={request} written={written} />
      <History request={request} files={files} />
    </>,
  )
}

/** For who decides: what may be asked besides the provider's default terms. */
const textsToAdd = async (ctx: Context, { commands, provider, collection }: Shown) =>
  commands.includes('decision')
    ? addableTexts(ctx, { institutionId: provider.id, collectionId: collection?.id ?? null })
    : []

/** Who is waited for, and until when. */
function leadOf(request: Shown): Text | undefined {
  const { turn, dueAt } = request
  if (turn === null) return undefined
  const until = dueAt && { zh: formatDate(dueAt, 'zh'), en: formatDate(dueAt, 'en') }
  if (isYourTurn(request)) return until ? words.yourTurnUntil(until) : words.yourTurn
  const who = turnNames[turn]
  return until ? words.waitsForUntil(who, until) : words.waitsFor(who)
}

function Facts({ request }: Props) {
  const { state, provider, collection, requester, lab, members, consent, internal } = request
  const project = (name: string) => textIn(request.purpose[name])
  const facts = [
    {
      label: words.provider,
      value: <Local text={collection?.title ?? provider.name} />,
    },
    { label: words.requester, value: requester.name },
    { label: words.lab, value: lab && <Local text={lab.name} /> },
    { label: words.project, value: project('title') },
    { label: words.projectNumber, value: project('projectNumber') },
    { label: words.purpose, value: project('text') },
    {
      label: words.members,
      value: members.length > 1 ? members.map(({ name }) => name).join('、') : null,
    },
    {
      label: words.consent,
      value: consent && (
        <>
          {consent.person.name} · <Local text={consentNames[consent.state]} />
        </>
      ),
    },
  ]
  return (
    <>
      <p class="request-state">
        <StateBadge tone={stateTones[state]} text={stateNames[state]} />
        {internal?.labels.map((label) => (
          <span class="tag">{label}</span>
        ))}
        {internal?.claim && <Local as="span" text={words.claimedBy(internal.claim.person.name)} />}
      </p>
      <FieldList fields={facts.filter(({ value }) => value !== null)} />
    </>
  )
}

const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
