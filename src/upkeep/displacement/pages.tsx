import { z } from 'zod'
import { bookingPaths } from '../../bookings/words/paths.ts'
import { langTag } from '../../core/text.ts'
import { spanText } from '../../core/wall-clock.ts'
import { FormField } from '../../web/components/form-field.tsx'
import type { Filled } from '../../web/forms.tsx'
import { Local, useLang } from '../../web/lang.tsx'
import { displacementWords as words } from './words.ts'

/** Asks whether to cancel the bookings in the way. */
export const DisplaceField = ({ form }: { form: Filled }) => (
  <FormField
    type="checkbox"
    name="displace"
    label={words.displace}
    hint={words.displaceHint}
    checked={form.value('displace') === 'true'}
  />
)

const HitBookings = z
  .array(
    z.object({
      id: z.string(),
      start: z.string(),
      end: z.string(),
      person: z.object({ name: z.string() }),
    }),
  )
  .catch([])

/** The bookings that stood in the way of what a form asked. */
export function Hits({ form, zone }: { form: Filled; zone: string }) {
  const hits = HitBookings.parse(form.facts['bookings'])
  const locale = langTag(useLang())
  if (hits.length === 0) return <></>
  return (
    <section>
      <h3>
        <Local text={words.wouldHit} />
      </h3>
      <ul>
        {hits.map(({ id, start, end, person }) => (
          <li>
            <a href={bookingPaths.booking(id)}>
              {spanText({ start: Date.parse(start), end: Date.parse(end) }, { zone, locale })}
            </a>{' '}
            {person.name}
          </li>
        ))}
      </ul>
    </section>
  )
}
