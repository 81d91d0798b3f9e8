import { type Context as HonoContext, Hono } from 'hono'
import { signedIn } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { Button } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Icon } from '../../../web/components/icon.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { Pager } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, Refused, submitted } from '../../../web/forms.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import { decidedJustNow } from '../../bookings/actions/undo.ts'
import { onePageWords } from '../../bookings/words/pages.ts'
import { bookingPaths } from '../../words/paths.ts'
import { applications, decideBookings, type Outcome, undoDecisions } from '../actions.ts'
import { NewDecisions } from '../model.ts'
import { deskWords as words } from '../words.ts'
import { ApplicationCard, nameOf } from './card.tsx'

type C = HonoContext<Env>
const Undoing = NewDecisions.pick({ bookings: true })

/** What waits for the viewer's decision, as staff of the instruments: card by card, or several at once. */
export const deskPages = new Hono<Env>()
  .get(bookingPaths.bookingQueue, (c) => deskPage(c))
  .post(bookingPaths.bookingDecisions, (c) =>
    submitted(
      c,
      async (form) => {
        const approved = form.value('approved') !== 'false'
        const note = form.value('note').trim() || undefined
        const input = { bookings: form.values('bookings'), approved, note }
        const outcomes = await decideBookings(c.var.ctx, parseOrRefuse(NewDecisions, input))
        const { done, refused } = countOf(outcomes)
        if (refused > 0) setFlash(c, words.someRefused(done, refused))
        return c.redirect(bookingPaths.bookingQueue, 303)
      },
      (form) => deskPage(c, form),
    ),
  )
  .post(bookingPaths.undoDecisions, (c) =>
    submitted(
      c,
      async (form) => {
        const { bookings } = parseOrRefuse(Undoing, { bookings: form.values('bookings') })
        const { done } = countOf(await undoDecisions(c.var.ctx, bookings))
        setFlash(c, words.undone(done))
        return c.redirect(bookingPaths.bookingQueue, 303)
      },
      (form) => deskPage(c, form),
    ),
  )

/** How many were done; where none was, the first refusal is the answer. */
function countOf(outcomes: readonly Outcome[]) {
  const refusals = outcomes.flatMap(({ refusal }) => refusal ?? [])
  const [first] = refusals
  if (first && refusals.length === outcomes.length) throw new Problem('conflict', first)
  return { done: outcomes.length - refusals.length, refused: refusals.length }
}

async function deskPage(c: C, form: Filled = filledWith()) {
  const { ctx } = c.var
  signedIn(ctx)
  const found = await applications(ctx, { after: c.req.query('after') })
  const decided = await decidedJustNow(ctx)
  return page(
    c,
    {
      title: words.title,
      lead: words.lead,
      crumbs: [{ text: onePageWords.bookings, href: bookingPaths.bookings }],
      head: <meta name="robots" content="noindex, nofollow" />,
      status: form.status,
    },
    <hexi-desk>
      <Refused form={form} />
      <UndoBar decided={decided} />
      {found.items.length > 0 ? (
        <>
          <ol class="approvals">
            {found.items.map((one) => (
              <ApplicationCard asked={one} now={ctx.now()} />
            ))}
          </ol>
          <Local as="p" class="approval-keys quiet small" text={words.keys} />
          {found.items.length > 1 && <Bulk form={form} />}
          <Pager url={bookingPaths.bookingQueue} next={found.next} />
        </>
      ) : (
        <Empty title={words.none} text={words.noneAbout} icon="check" />
      )}
    </hexi-desk>,
  )
}

type Decided = Awaited<ReturnType<typeof decidedJustNow>>

/** What was decided in the last seconds; the island takes away each of it once that cannot be taken back any more. */
function UndoBar({ decided }: { decided: Decided }) {
  if (decided.length === 0) return null
  const seconds = decided.map(({ secondsLeft }) => secondsLeft)
  return (
    <div class="toast tone-good approval-undo" role="status" data-seconds={Math.max(...seconds)}>
      <Icon name="check" />
      <ul>
        {decided.map(({ row, approved, secondsLeft }) => (
          <li data-seconds={secondsLeft}>
            <Local text={(approved ? words.approved : words.declined)(nameOf(row))} />{' '}
            <Undo bookings={[row.id]} text={words.undo} label={words.undoOf(nameOf(row))} />
          </li>
        ))}
      </ul>
      {decided.length > 1 && (
        <div data-seconds={Math.min(...seconds)}>
          <Undo bookings={decided.map(({ row }) => row.id)} text={words.undoAll(decided.length)} />
        </div>
      )}
    </div>
  )
}

type UndoProps = {
  bookings: readonly string[]
  text: { zh: string; en: string }
  label?: { zh: string; en: string }
}

function Undo({ bookings, text, label }: UndoProps) {
  const t = useText()
  return (
    <form class="act" method="post" action={bookingPaths.undoDecisions}>
      {bookings.map((id) => (
        <input type="hidden" name="bookings" value={id} />
      ))}
      <Button look="quiet" dense text={text} {...(label && { label: t(label) })} />
    </form>
  )
}

/** One decision for all that are selected: their boxes belong to this form. */
function Bulk({ form }: { form: Filled }) {
  const t = useText()
  return (
    <form
      id="decisions"
      class="approval-bulk"
      method="post"
      action={bookingPaths.bookingDecisions}
      aria-label={t(words.bulk)}
    >
      <FormField name="note" label={words.note} value={form.value('note')} maxLength={500} />
      <Button name="approved" value="true" text={words.approveSelected} />
      <Button name="approved" value="false" look="danger" text={words.declineSelected} />
    </form>
  )
}
