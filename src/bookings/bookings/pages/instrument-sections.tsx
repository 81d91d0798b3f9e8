import { Local } from '../../../web/lang.tsx'
import type { Context as HonoContext } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env } from '../../../web/env.ts'
import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import { whenText } from '../../../instruments/rules/when.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { bookingPaths } from '../../words/paths.ts'
import { type InstrumentCalendar, weekAhead } from '../../calendar/actions/calendar.ts'
import { MiniWeek } from '../../calendar/pages/mini-week.tsx'
import { calendarWords } from '../../calendar/words.ts'
import { type AtAGlance, atAGlance } from '../../openings/actions.ts'
import { RulesInWords } from '../../policies/pages/policy.tsx'
import type { Text } from '../../../core/text.ts'
import { instrumentSectionWords as words } from '../words/pages.ts'
import { getBookable } from '../../policies/actions.ts'

/** A way from an instrument's page to a page of another area. */
export type InstrumentLink = { text: Text; href: (id: string) => string }
type C = HonoContext<Env>

/** On an instrument's page: when it is free next, each time a click from its booking, and the days to come. */
export const bookingSection =
  (staffLinks: readonly InstrumentLink[]) => async (c: C, id: string, mayBook: boolean) => {
    const glance = await atAGlance(c.var.ctx, id)
    const week = await weekAhead(c.var.ctx, glance.instrument)
    return <Booking {...{ glance, week, mayBook, staffLinks }} />
  }

/** On an instrument's page: what limits its booking, in sentences. */
export const rulesSection: RecordSection = async (c, { id }) => {
  const { policy } = await getBookable(c.var.ctx, id)
  return (
    <div class="two-fifths">
      <Section title={words.rules}>
        <RulesInWords policy={policy} />
      </Section>
    </div>
  )
}

type Props = {
  glance: AtAGlance
  week: InstrumentCalendar
  mayBook: boolean
  staffLinks: readonly InstrumentLink[]
}

function Booking({ glance, week, mayBook, staffLinks }: Props) {
  const { id, policy } = glance.instrument
  const needsOthers = (policy.qualifications ?? []).length > 0 && glance.qualified > 0
  return (
    <div class="booking-glance">
      {mayBook && <NextFree glance={glance} />}
      {week.isBookable && (
        <Section
          title={calendarWords.week}
          more={{ text: words.calendar, href: bookingPaths.instrumentCalendar(id) }}
        >
          <MiniWeek calendar={week} />
        </Section>
      )}
      {needsOthers && <Local as="p" class="quiet" text={words.qualified(glance.qualified)} />}
      {glance.isStaff && <StaffLinks id={id} links={staffLinks} />}
    </div>
  )
}

function NextFree({ glance: { instrument, free } }: { glance: AtAGlance }) {
  const { id, zone } = instrument
  return (
    <Section title={words.nextFree}>
      {free.length === 0 ? (
        <Local as="p" class="quiet" text={words.noneFree} />
      ) : (
        <ul class="free-slots">
          {free.map(({ period }) => (
            <li>
              <ButtonLink
                href={bookingPaths.bookInstrument(id, period)}
                dense
                text={whenText(period, zone)}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function StaffLinks({ id, links }: { id: string; links: readonly InstrumentLink[] }): Child {
  const all = [{ text: words.rules, href: bookingPaths.policy }, ...links]
  return (
    <p class="staff-links">
      <Local as="span" class="quiet" text={words.forStaff} />{' '}
      {all.map(({ text, href }) => (
        <Local as="a" href={href(id)} text={text} />
      ))}
    </p>
  )
}
