import { type Context as HonoContext, Hono } from 'hono'
import { getInstrumentAsStaff } from '../../../instruments/actions.ts'
import type { Temporal } from '../../../core/time.ts'
import { Section } from '../../../web/components/page-head.tsx'
import { Toast } from '../../../web/components/toast.tsx'
import { Table } from '../../../web/components/table.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, submitted } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { parseOrRefuse } from '../../../web/validate.ts'
import {
  grantQualification,
  type QualificationRow,
  qualificationsAt,
  revokeQualification,
} from '../actions/qualifications.ts'
import { NewQualification, Revocation } from '../model.ts'
import { trainingWords as words } from '../../trainings/words.ts'
import { numberIn, textIn } from '../../overview/pages/fields.ts'
import { keepingPage } from '../../overview/frame.tsx'
import { GrantForm } from './grant-form.tsx'
import { heldColumns, noteColumn, personColumn, revokeColumn } from './held-columns.tsx'
import { trainingSection } from '../../trainings/pages/trainings.tsx'
import { upkeepPaths } from '../../words/paths.ts'

type C = HonoContext<Env>
const path = '/instruments/:id/qualifications' as const
type Forms = { grant?: Filled; other?: Filled }

/** Who may use an instrument, and its trainings: for its staff. */
export const qualificationPages = new Hono<Env>()
  .get(path, (c) => qualificationsPage(c))
  .post(path, (c) =>
    submitted(
      c,
      async (form) => {
        const input = parseOrRefuse(NewQualification, {
          email: form.value('email'),
          kind: form.value('kind'),
          validMonths: numberIn(form.value('validMonths')),
          note: textIn(form.value('note')),
        })
        const { personName } = await grantQualification(c.var.ctx, c.req.param('id'), input)
        setFlash(c, words.grantedTo(personName))
        return c.redirect(upkeepPaths.qualifications(c.req.param('id')), 303)
      },
      (grant) => qualificationsPage(c, { grant }),
    ),
  )
  .post(`${path}/:qualification/revocation`, (c) =>
    submitted(
      c,
      async (form) => {
        const key = { instrumentId: c.req.param('id'), id: c.req.param('qualification') }
        const { reason } = parseOrRefuse(Revocation, { reason: textIn(form.value('reason')) })
        await revokeQualification(c.var.ctx, key, reason)
        setFlash(c, words.revokedNow)
        return c.redirect(upkeepPaths.qualifications(key.instrumentId), 303)
      },
      (other) => qualificationsPage(c, { other }),
    ),
  )

async function qualificationsPage(c: C, { grant, other }: Forms = {}) {
  const { ctx } = c.var
  const instrument = await getInstrumentAsStaff(ctx, c.req.param('id') ?? '')
  const held = await qualificationsAt(ctx, instrument.id)
  const base = upkeepPaths.qualifications(instrument.id)
  const { status } = grant ?? other ?? filledWith()
  return keepingPage(
    c,
    { instrument, at: 'qualifications', lead: words.lead2, status },
    <>
      {other?.refusal && <Toast text={other.refusal} tone="danger" />}
      <Held held={held} now={ctx.now()} base={base} grant={grant} />
      {await trainingSection(c, instrument)}
    </>,
  )
}

type HeldProps = {
  held: readonly QualificationRow[]
  now: Temporal.Instant
  base: string
  grant: Filled | undefined
}

const Held = ({ held, now, base, grant }: HeldProps) => (
  <Section title={words.qualifications}>
    {held.length > 0 ? (
      <Table
        caption={words.qualifications}
        captionUnseen
        columns={[personColumn, ...heldColumns(now), noteColumn, revokeColumn(base)]}
        rows={held}
      />
    ) : (
      <p class="quiet">
        <Local text={words.noQualifications} />
      </p>
    )}
    <details class="fold" open={grant !== undefined}>
      <summary>
        <Local text={words.grant} />
      </summary>
      <GrantForm action={base} form={grant ?? filledWith({ kind: 'training' })} />
    </details>
  </Section>
)
