import type { ProblemFacts } from '../../../core/problem.ts'
import { Local, useText } from '../../../web/lang.tsx'
import { Temporal } from '../../../core/time.ts'
import { whenText } from '../../../instruments/rules/when.ts'
import { bookWords as words } from '../words/pages.ts'

type Slot = { start: string; end: string }

/** Every reason why not, and other times; each of those is a button that sends the form with it. */
export function Refused({ facts, zone }: { facts: ProblemFacts; zone: string }) {
  const t = useText()
  const { objections = [] } = facts
  if (objections.length === 0) return null
  const slots = slotsIn(facts['alternatives'])
  return (
    <div class="refused" data-refused>
      <p class="verdict tone-danger">{t(words.refused)}</p>
      <ul class="reasons">
        {[...new Map(objections.map((one) => [one.detail.zh, one])).values()].map(({ detail }) => (
          <li>
            <Local text={detail} />
          </li>
        ))}
      </ul>
      {slots.length > 0 && (
        <>
          <p>{t(words.instead)}</p>
          <div class="slots">
            {slots.map((slot) => (
              <button
                class="button button-plain button-dense"
                name="take"
                value={`${slot.start} ${slot.end}`}
                formnovalidate
              >
                {t(whenText(periodIn(slot), zone))}
              </button>
            ))}
          </div>
        </>
      )}
    </div>
  )
}

const periodIn = ({ start, end }: Slot) => ({
  start: Temporal.Instant.from(start),
  end: Temporal.Instant.from(end),
})

const slotsIn = (given: unknown): Slot[] => (Array.isArray(given) ? given.filter(isSlot) : [])

const isSlot = (one: unknown): one is Slot =>
  typeof one === 'object' &&
  one !== null &&
  'start' in one &&
  'end' in one &&
  typeof one.start === 'string' &&
  typeof one.end === 'string'
