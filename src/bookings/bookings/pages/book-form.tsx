import type { Context as HonoContext } from 'hono'
import type { Child } from 'hono/jsx'
import { inOneLang, type LocalText } from '../../../core/text.ts'
import { Button } from '../../../web/components/button.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import type { Env } from '../../../web/env.ts'
import type { Filled } from '../../../web/forms.tsx'
import { useLang, useText } from '../../../web/lang.tsx'
import type { BookableRow } from '../../policies/actions/bookable.ts'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { confirmWords } from '../../calendar/words/calendar.ts'
import { bookWords as words } from '../words/pages.ts'
import { Particulars, RepeatInputs, StaffInputs } from './book-fields.tsx'
import { FormHead } from './book-head.tsx'
import { bookingPaths } from '../../words/paths.ts'

type Props = {
  c: HonoContext<Env>
  instrument: BookableRow
  form: Filled
  labs: readonly { id: string; name: LocalText }[]
  /** What else may be booked with it. */
  others: readonly { id: string; title: LocalText }[]
  /** What the use would cost, where another area knows. */
  price: Child
  children?: Child
}

/** All that a booking says. Scripts say why not while one types; without them the server answers the same. */
export function BookForm({ c, instrument, form, labs, others, price, children }: Props) {
  const t = useText()
  const { actor } = c.var.ctx
  const action = bookingPaths.bookInstrument(instrument.id)
  const isStaff = isStaffOf(actor, instrument)
  const leads = actor.type === 'person' && actor.labs.some(({ role }) => role === 'pi')
  return (
    <LiveRules instrument={instrument.id}>
      <form class="stacked-form book-form" method="post" action={action} novalidate>
        <FormHead form={form} zone={instrument.zone} />
        <Particulars form={form} labs={labs} />
        <More isOpen={isSaid(form)}>
          <RepeatInputs form={form} />
          <p>
            <Button look="plain" dense name="preview" value="1">
              {t(words.preview)}
            </Button>
          </p>
          {children}
          {others.length > 0 && <Together form={form} others={others} />}
          {(isStaff || leads) && <StaffInputs form={form} isStaff={isStaff} />}
        </More>
        {price}
        <Send instrument={instrument.id} />
      </form>
    </LiveRules>
  )
}

function Send({ instrument }: { instrument: string }) {
  const t = useText()
  return (
    <div class="form-actions">
      <Button look="primary">{t(words.submit)}</Button>
      <Button look="quiet" formaction={`/instruments/${instrument}/wait`}>
        {t(words.wait)}
      </Button>
      <p class="quiet">{t(words.waitAbout)}</p>
    </div>
  )
}

type LiveProps = {
  instrument: string
  booking?: { id: string; start: string; end: string }
  children?: Child
}

/** The element whose island asks the rules while one types. */
export function LiveRules({ instrument, booking, children }: LiveProps) {
  const lang = useLang()
  const settings = {
    instrument,
    ...(booking && {
      booking: booking.id,
      before: { start: booking.start, end: booking.end },
    }),
    words: inOneLang(confirmWords, lang),
  }
  return (
    <hexi-book data-settings={JSON.stringify(settings)}>
      {!booking && <hexi-hold data-instrument={instrument}></hexi-hold>}
      {children}
    </hexi-book>
  )
}

const optional = ['repeat', 'also', 'onBehalfOf', 'override', 'preview']
const isSaid = (form: Filled) =>
  optional.some((name) => form.value(name) !== '' || form.error(name) !== undefined) ||
  form.error('recurrence') !== undefined

function More({ isOpen, children }: { isOpen: boolean; children?: Child }) {
  const t = useText()
  return (
    <details class="more" open={isOpen}>
      <summary>{t(words.more)}</summary>
      <div class="stacked-form">{children}</div>
    </details>
  )
}

const Together = ({ form, others }: Pick<Props, 'form' | 'others'>) => (
  <FormField
    type="multiselect"
    name="also"
    label={words.also}
    hint={words.alsoHint}
    values={form.values('also')}
    choices={others.map(({ id, title }) => ({ value: id, label: title }))}
  />
)
