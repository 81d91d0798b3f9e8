import type { FreeInstead } from '../../verdict/actions/refuse.ts'
import { confirmWords } from '../../calendar/words.ts'
import { bookingPaths } from '../../words/paths.ts'
import { bookWords as words } from '../words/pages.ts'
import type { ProblemFacts } from '../../../core/problem.ts'
import { inLang, type LocalText } from '../../../core/text.ts'
import { Temporal } from '../../../core/time.ts'
import { whenText } from '../../../instruments/rules/when.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Local } from '../../../web/lang.tsx'

type Slot = { start: string; end: string }

type Props = {
  facts: ProblemFacts
  zone: string
  /** Of a booking that exists, and stays as it is. */
  isMove: boolean
}

/** Every reason why not, other instruments that are free then, and other times; each of those is a button that sends the form with it. */
export function Refused({ facts, zone, isMove }: Props) {
  const { objections = [] } = facts
  if (objections.length === 0) return null
  const slots = slotsIn(facts['alternatives'])
  return (
    <div class="refused" data-refused>
      <Local as="p" class="verdict tone-danger" text={words.refused} />
      <ul class="reasons">
        {[...new Map(objections.map((one) => [one.detail.zh, one])).values()].map(({ detail }) => (
          <Local as="li" text={detail} />
        ))}
      </ul>
      <Elsewhere free={elsewhereIn(facts['elsewhere'])} isMove={isMove} />
      {slots.length > 0 && (
        <>
          <Local as="p" text={words.instead} />
          <div class="slots">
            {slots.map((slot) => (
              <Local
                as="button"
                class="button button-plain button-dense"
                name="take"
                value={`${slot.start} ${slot.end}`}
                formnovalidate
                text={whenText(periodIn(slot), zone)}
              />
            ))}
          </div>
        </>
      )}
    </div>
  )
}

function Elsewhere({ free, isMove }: { free: readonly FreeInstead[]; isMove: boolean }) {
  if (free.length === 0) return null
  return (
    <>
      <Local as="p" text={isMove ? confirmWords.elsewhereToMove : confirmWords.elsewhere} />
      <div class="slots">
        {free.map(({ instrumentId, title, institution, start, end }) => (
          <ButtonLink
            dense
            href={bookingPaths.bookInstrument(instrumentId, { start, end })}
            text={byInstitution(title, institution)}
          />
        ))}
      </div>
    </>
  )
}

const periodIn = ({ start, end }: Slot) => ({
  start: Temporal.Instant.from(start),
  end: Temporal.Instant.from(end),
})

const slotsIn = (value: unknown): Slot[] => (Array.isArray(value) ? value.filter(isSlot) : [])

const elsewhereIn = (value: unknown): FreeInstead[] =>
  Array.isArray(value) ? value.filter(isFree) : []

const isFree = (one: unknown): one is FreeInstead =>
  isSlot(one) && 'instrumentId' in one && 'title' in one && 'institution' in one

const isSlot = (one: unknown): one is Slot =>
  typeof one === 'object' &&
  one !== null &&
  'start' in one &&
  'end' in one &&
  typeof one.start === 'string' &&
  typeof one.end === 'string'

const byInstitution = (title: LocalText, institution: LocalText): LocalText => ({
  zh: `${inLang(title, 'zh')} · ${inLang(institution, 'zh')}`,
  en: `${inLang(title, 'en')} · ${inLang(institution, 'en')}`,
})
