import { type Context as HonoContext, Hono } from 'hono'
import type { Context } from '../../../core/context.ts'
import { personIdOf } from '../../../core/permission.ts'
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
import { countryName } from '../../../core/countries.ts'
import { requestPaths } from '../../words/paths.ts'
import { attachmentsIn } from '../../conversation/actions/messages.ts'
import { MessageForms, type Written } from '../../conversation/pages/section.tsx'
import { answersOfRequest } from '../../forms/actions/answers.ts'
import { askedOfRequester, RequestAnswers } from '../../forms/pages/answers.tsx'
import { addableTexts } from '../../agreements/actions/read.ts'
import { agreementSection } from '../../agreements/pages/section.tsx'
import { feeSection } from '../../fees/pages/section.tsx'
import { fulfilmentSection } from '../../fulfilment/pages/section.tsx'
import { criteriaByItem } from '../../samples/actions/criteria.ts'
import { samplesSection } from '../../samples/pages/section.tsx'
import { reportsSection } from '../../reports/pages/section.tsx'
import { PaperLinks } from '../../papers/pages/paper.tsx'
import { reportDueOf } from '../../reports/actions/duties.ts'
import { reportWords } from '../../reports/words.ts'
import { getRequest } from '../actions/read.ts'
import type { RequestState } from '../model/events.ts'
import { stateNames } from '../words/names.ts'
import { consentNames, pageWords as words } from '../words/pages.ts'
import { lastDayWords } from './days.ts'
import { History } from './history.tsx'
import { Items } from './items.tsx'
import { NextAction, waitingFor } from './next.tsx'
import { Steps } from './steps.tsx'
import { stateTones } from './tones.ts'

export type Shown = Awaited<ReturnType<typeof getRequest>>
/** Papers go with what is provided: before, there is nothing to print. */
const printed: readonly RequestState[] = ['fulfilling', 'fulfilled', 'closed']
type C = HonoContext<Env>
type Props = { request: Shown }

export const requestPages = new Hono<Env>().get(requestPaths.one(':id').replace('%3A', ':'), (c) =>
  requestPage(c, { id: c.req.param('id') ?? '' }),
)

/** Which request, and a form of its page that was refused. */
type Asked = {
  id: string
  form?: Filled
  permitForm?: Filled | undefined
  reportFileForm?: Filled | undefined
  written?: Written
}

/** A request for whoever is a side of it: what is asked, what one can do now, and what happened. */
export async function requestPage(c: C, { id, form, permitForm, reportFileForm, written }: Asked) {
  const request = await getRequest(c.var.ctx, { id })
  const texts = await textsToAdd(c.var.ctx, request)
  const answers = await answersOfRequest(c.var.ctx, id)
  const asks = await askedOfRequester(c.var.ctx, request)
  const criteria = await criteriaByItem(c.var.ctx, request.items)
  const due = await reportDueOf(c.var.ctx, request)
  const owes = due?.isSoon === true
  const files = await attachmentsIn(c.var.ctx, request)
  return page(
    c,
    {
      title: words.ofNumber(request.number),
      lead: waitingFor(request) ?? (due && reportLead(due)),
      crumbs: [{ text: words.requests, href: requestPaths.requests }],
      status: statusOf([form, permitForm, reportFileForm, written?.form]),
    },
    <>
      <Refused form={form} />
      <div class="request-columns">
        <div>
          <Facts request={request} />
          <div class="page-actions request-actions">
            <NextAction request={request} owes={owes} now={c.var.ctx.now()} />
            <DraftLinks request={request} />
          </div>
          <RequestAnswers {...{ request, answers, asks }} />
          <Items {...{ request, texts, criteria, me: personIdOf(c.var.ctx) }} />
          {await movingSections(c, request, { permitForm, reportFileForm })}
          <Steps request={request} owes={owes} />
        </div>
        <div>
          <MessageForms request={request} written={written} />
          <History request={request} files={files} />
        </div>
      </div>
    </>,
  )
}

/** For who decides: what may be asked besides the provider's default terms. */
const textsToAdd = async (ctx: Context, { commands, provider, collection }: Shown) =>
  commands.includes('decision')
    ? addableTexts(ctx, { institutionId: provider.id, collectionId: collection?.id ?? null })
    : []

const reportLead = ({ at, isLate }: { at: Temporal.Instant; isLate: boolean }): Text =>
  reportWords[isLate ? 'late' : 'due'](lastDayWords(at))

/** That of a form that was refused. */
const statusOf = (forms: readonly (Filled | undefined)[]) =>
  forms.find((form) => form !== undefined)?.status ?? 200

type Sent = Pick<Asked, 'permitForm' | 'reportFileForm'>

/** What the law, the provider and the way to the requester ask for. */
const movingSections = async (c: C, request: Shown, forms: Sent) => (
  <>
    {await permitSection(c, request, forms.permitForm)}
    {await agreementSection(c.var.ctx, request)}
    {await feeSection(c, request)}
    {await samplesSection(c, request)}
    {await fulfilmentSection(c, request)}
    {printed.includes(request.state) && <PaperLinks request={request} />}
    {await reportsSection(c.var.ctx, request, forms.reportFileForm)}
  </>
)

/** What was asked for by whom; a value is null where it was not said. */
function factsOf(request: Shown) {
  const { provider, collection, requester, lab, members, consent } = request
  const project = (name: string) => textIn(request.purpose[name])
  return [
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
      label: words.destination,
      value: request.destination && <Local text={countryName(request.destination)} />,
    },
    { label: words.address, value: request.address },
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
}

function Facts({ request }: Props) {
  const { state, internal } = request
  return (
    <>
      <p class="request-state">
        <StateBadge tone={stateTones[state]} text={stateNames[state]} />
        {internal?.labels.map((label) => (
          <span class="tag">{label}</span>
        ))}
        {internal?.claim && <Local as="span" text={words.claimedBy(internal.claim.person.name)} />}
      </p>
      <FieldList fields={factsOf(request).filter(({ value }) => value !== null)} />
    </>
  )
}

const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
