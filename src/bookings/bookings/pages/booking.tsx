import { Cancellation, Decision, scopes, type BookingRow } from '../model.ts'
import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { cancelBooking } from '../actions/cancel.ts'
import { decideBooking } from '../actions/decide.ts'
import { isOwn, roleOf } from '../actions/lock-booking.ts'
import { deedsOfBooking, getBooking, placeOfBooking } from '../actions/read.ts'
import { BookingHistory } from './history.tsx'
import { BookingBadge } from './lists.tsx'
import { fieldsOf, isStanding, Overlapping, PassLinks } from './pass.tsx'
import { type BookingCommand, rolesFor } from '../rules.ts'
import { bookWords, onePageWords as words, scopeNames } from '../words/pages.ts'
import { ownElsewhere } from '../../verdict/actions/elsewhere.ts'
import { policyForBooking } from '../../policies/actions.ts'
import type { Policy } from '../../policies/model.ts'
import { finishBooking } from '../../use/actions/finish.ts'
import { startBooking } from '../../use/actions/start.ts'
import { Finish } from '../../use/model.ts'
import { earliestStart } from '../../use/rules.ts'
import { bookingPaths } from '../../words/paths.ts'
import { minuteMs } from '../../../core/periods.ts'
import type { Context } from '../../../core/context.ts'
import { inLang, type LocalText } from '../../../core/text.ts'
import { actOn } from '../../../web/components/small-form.tsx'
import { titleOfInstrument } from '../../../instruments/rules/title.ts'
import { whenText } from '../../../instruments/rules/when.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { FieldList } from '../../../web/components/values.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { PageHead, Section } from '../../../web/components/navigation.tsx'
import { Toast } from '../../../web/components/messages.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { ActButton, type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'

type C = HonoContext<Env>

/** A part of a booking's page that another area adds. */
export type BookingSection = (c: C, bookingId: string) => Promise<Child>

/** All about one booking. */
export const bookingPage = (sections: readonly BookingSection[]) =>
  new Hono<Env>().get('/bookings/:id', (c) => showBooking(c, c.req.param('id'), { sections }))

/** The page, with a form of it that was refused. */
export async function showBooking(
  c: C,
  id: string,
  { sections, form = filledWith() }: { sections: readonly BookingSection[]; form?: Filled },
) {
  const { ctx } = c.var
  const row = await getBooking(ctx, id)
  const policy = await policyForBooking(ctx, row.instrumentId)
  const title = titleOfInstrument(row)
  return page(
    c,
    {
      title: `${inLang(title, ctx.lang)} · ${inLang(words.booking, ctx.lang)}`,
      crumbs: [
        { text: words.bookings, href: bookingPaths.bookings },
        { text: title, href: paths.record(row.instrumentId) },
        { text: words.booking },
      ],
      width: 'reading',
      main: 'booking-pass',
      status: form.status,
      head: <meta name="robots" content="noindex, nofollow" />,
    },
    <>
      <PageHead title={title} lead={whenText(row, row.zone)}>
        <BookingBadge state={row.state} />
      </PageHead>
      {form.refusal && <Toast text={form.refusal} tone="danger" />}
      <FieldList
        fields={fieldsOf(row, { lang: ctx.lang, place: await placeOfBooking(ctx, row), policy })}
      />
      <Overlapping rows={await overlapping(ctx, row)} />
      <PassLinks row={row} />
      {await Promise.all(sections.map((section) => section(c, row.id)))}
      <Acts c={c} row={row} policy={policy} form={form} />
      <BookingHistory row={row} deeds={await deedsOfBooking(ctx, row)} />
    </>,
  )
}

/** The viewer's own bookings of other instruments at this time, while it is still to come. */
const overlapping = (ctx: Context, row: BookingRow) =>
  isStanding(row) ? ownElsewhere(ctx, { ...row, period: row }) : []

type Props = { c: HonoContext<Env>; row: BookingRow; policy: Policy; form: Filled }

/** What the viewer may do with a booking now; nothing where there is nothing. */
export function Acts({ c, row, policy, form }: Props) {
  const { ctx } = c.var
  const role = roleOf(ctx, row)
  const may = (command: BookingCommand) =>
    role !== undefined && rolesFor(row.state, command).includes(role)
  const here = bookingPaths.booking(row.id)
  const nowMs = ctx.now().epochMilliseconds
  const canStart = may('start') && nowMs >= earliestStart(row)
  return (
    <>
      {may('approve') && <Decide here={here} form={form} />}
      {may('finish') && <FinishForm here={here} form={form} />}
      {(may('change') || canStart) && (
        <div class="act-row">
          {canStart && <ActButton action={`${here}/start`} text={words.startUse} />}
          {may('change') && <ChangeLink here={here} />}
        </div>
      )}
      {may('cancel') && (
        <CancelForm
          here={here}
          row={row}
          form={form}
          isOwn={isOwn(ctx, row)}
          lateHours={lateHours(row, policy, nowMs)}
        />
      )}
    </>
  )
}

/** Hours of the deadline for cancelling, when it is past. */
function lateHours({ start }: BookingRow, policy: Policy, nowMs: number): number | undefined {
  const { cancelDeadlineMinutes: deadline } = policy
  if (deadline === undefined || start.epochMilliseconds - nowMs >= deadline * minuteMs)
    return undefined
  return Math.round(deadline / 6) / 10
}

function ChangeLink({ here }: { here: string }) {
  return <ButtonLink href={`${here}/change`} text={words.change} />
}

type FormProps = { here: string; form: Filled }

function Decide({ here, form }: FormProps) {
  return (
    <Section title={words.decide}>
      <form class="stacked-form" method="post" action={`${here}/approval`} novalidate>
        <FormField
          name="note"
          label={words.decisionNote}
          hint={words.decisionHint}
          form={form}
          maxLength={500}
        />
        <div class="form-actions">
          <Button look="primary" text={words.approve} />
          <Button look="danger" formaction={`${here}/refusal`} text={words.decline} />
        </div>
      </form>
    </Section>
  )
}

const FinishForm = ({ here, form }: FormProps) => (
  <Section title={words.finishUse}>
    <Form action={`${here}/finish`} form={form} submit={words.finishUse}>
      <FormField
        type="number"
        name="samples"
        label={words.sampleCount}
        form={form}
        min={0}
        step={1}
      />
      <FormField
        type="textarea"
        name="useNote"
        rows={2}
        label={words.note}
        value={form.value('useNote')}
        error={form.error('note')}
      />
    </Form>
  </Section>
)

type CancelProps = FormProps & { row: BookingRow; isOwn: boolean; lateHours: number | undefined }

function CancelForm({ here, row, form, isOwn: own, lateHours: hours }: CancelProps) {
  return (
    <details class="cancelling" open={form.error('reason') !== undefined}>
      <Local as="summary" text={words.cancel} />
      <Local
        as="p"
        class="small-form-of"
        text={actOn(words.cancel, [titleOfInstrument(row), whenText(row, row.zone)])}
      />
      {hours !== undefined && (
        <Local as="p" class="tone-caution verdict" text={words.late(hours)} />
      )}
      <Form action={`${here}/cancellation`} form={form} submit={words.cancel} look="danger">
        <FormField
          name="reason"
          label={words.cancelReason}
          {...(!own && { hint: words.cancelOthers, required: true })}
          form={form}
          maxLength={500}
        />
        {row.seriesId && <ScopeField form={form} />}
      </Form>
    </details>
  )
}

/** Of a series: which dates are meant. */
export const ScopeField = ({ form }: { form: Filled }) => (
  <FormField
    type="select"
    name="scope"
    label={bookWords.scope}
    value={form.value('scope') || 'one'}
    choices={scopes.map((scope) => ({ value: scope, label: scopeNames[scope] }))}
  />
)

type PostContext = HonoContext<Env, '/bookings/:id'>
type Does = (c: PostContext, form: Filled) => Promise<LocalText>

/** What the forms of a booking's page do; each comes back to it, a decision to the queue, where it can be undone. */
const posting =
  (does: Does, sections: readonly BookingSection[], next = bookingPaths.booking) =>
  (c: PostContext): Promise<Response> =>
    submitted(
      c,
      async (form) => {
        setFlash(c, await does(c, form))
        return c.redirect(next(idOf(c)), 303)
      },
      (form) => showBooking(c, idOf(c), { sections, form }),
    )

const idOf = (c: PostContext) => c.req.param('id')
const textIn = (form: Filled, name: string) => form.value(name).trim() || undefined

const cancel: Does = async (c, form) => {
  const input = { reason: textIn(form, 'reason'), scope: textIn(form, 'scope') }
  await cancelBooking(c.var.ctx, idOf(c), parseOrRefuse(Cancellation, input))
  return words.cancelled
}

const decide =
  (approved: boolean): Does =>
  async (c, form) => {
    const input = { approved, note: textIn(form, 'note') }
    await decideBooking(c.var.ctx, idOf(c), parseOrRefuse(Decision, input))
    return approved ? words.approved : words.declined
  }

const start: Does = async (c) => {
  await startBooking(c.var.ctx, idOf(c))
  return words.started
}

const finish: Does = async (c, form) => {
  const samples = textIn(form, 'samples')
  const input = {
    ...(samples !== undefined && { samples: Number(samples) }),
    note: textIn(form, 'useNote'),
  }
  await finishBooking(c.var.ctx, idOf(c), parseOrRefuse(Finish, input))
  return words.finished
}

const toQueue = () => bookingPaths.bookingQueue

export const bookingPosts = (sections: readonly BookingSection[]) =>
  new Hono<Env>()
    .post('/bookings/:id/cancellation', posting(cancel, sections))
    .post('/bookings/:id/approval', posting(decide(true), sections, toQueue))
    .post('/bookings/:id/refusal', posting(decide(false), sections, toQueue))
    .post('/bookings/:id/start', posting(start, sections))
    .post('/bookings/:id/finish', posting(finish, sections))
