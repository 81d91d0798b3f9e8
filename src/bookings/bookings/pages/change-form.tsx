import type { Context as HonoContext } from 'hono'
import type { LocalText } from '../../../core/text.ts'
import { isoOf } from '../../../core/time.ts'
import { Button } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import type { Env } from '../../../web/env.ts'
import type { Filled } from '../../../web/forms.tsx'
import { useText } from '../../../web/lang.tsx'
import { roleOf } from '../actions/lock-booking.ts'
import type { BookingRow } from '../actions/read.ts'
import { bookWords as words } from '../words/pages.ts'
import { conflictChoices, OverrideInput, Particulars } from './book-fields.tsx'
import { LiveRules } from './book-form.tsx'
import { FormHead } from './book-head.tsx'
import { ScopeField } from './booking-acts.tsx'
import { bookingPaths } from '../../words/paths.ts'

type Props = {
  c: HonoContext<Env>
  row: BookingRow
  form: Filled
  labs: readonly { id: string; name: LocalText }[]
}

/** All that may be changed of a booking. */
export function ChangeForm({ c, row, form, labs }: Props) {
  const t = useText()
  const before = { id: row.id, start: isoOf(row.start), end: isoOf(row.end) }
  return (
    <LiveRules instrument={row.instrumentId} booking={before}>
      <form
        class="stacked-form book-form"
        method="post"
        action={`${bookingPaths.booking(row.id)}/change`}
        novalidate
      >
        <input type="hidden" name="version" value={form.value('version')} />
        <FormHead form={form} zone={row.zone} />
        <Particulars form={form} labs={labs} />
        {roleOf(c.var.ctx, row) === 'staff' && <OverrideInput form={form} />}
        {row.seriesId && <SeriesFields form={form} />}
        <div class="form-actions">
          <Button look="primary">{t(words.save)}</Button>
        </div>
      </form>
    </LiveRules>
  )
}

const SeriesFields = ({ form }: { form: Filled }) => (
  <div class="time-pair">
    <ScopeField form={form} />
    <FormField
      type="select"
      name="onConflict"
      label={words.onConflict}
      value={form.value('onConflict')}
      choices={conflictChoices}
    />
  </div>
)
