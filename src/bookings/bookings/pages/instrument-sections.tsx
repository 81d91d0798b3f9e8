import { Local } from '../../../web/lang.tsx'
import type { Child } from 'hono/jsx'
import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import { whenText } from '../../../instruments/rules/when.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { bookingPaths } from '../../words/paths.ts'
import { type AtAGlance, atAGlance } from '../../openings/actions.ts'
import { RulesInWords } from '../../policies/pages/policy.tsx'
import type { Text } from '../../../core/text.ts'
import { instrumentSectionWords as words } from '../words/pages.ts'
import { getBookable } from '../../policies/actions.ts'

/** A way from an instrument's page to a page of another area. */
export type InstrumentLink = { text: Text; href: (id: string) => string }
type Links = { forAll: readonly InstrumentLink[]; forStaff: readonly InstrumentLink[] }

/** On an instrument's page: when it is free next, and the ways to book it. */
export const bookingSection =
  (links: Links): RecordSection =>
  async (c, { id }) => <Booking glance={await atAGlance(c.var.ctx, id)} links={links} />

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

type Props = { glance: AtAGlance; links: Links }

function Booking({ glance: { instrument, free, qualified, isStaff }, links }: Props) {
  const { id, zone } = instrument
  return (
    <Section title={words.book}>
      {free.length > 0 ? (
        <>
          <Local as="p" text={words.nextFree} />
          <p class="free-slots">
            {free.map(({ period }) => (
              <ButtonLink
                href={bookingPaths.bookInstrument(id, period)}
                dense
                text={whenText(period, zone)}
              />
            ))}
          </p>
        </>
      ) : (
        <Local as="p" class="quiet" text={words.noneFree} />
      )}
      <p class="act-row">
        <ButtonLink href={bookingPaths.bookInstrument(id)} look="primary" text={words.bookIt} />
        <ButtonLink href={bookingPaths.instrumentCalendar(id)} text={words.calendar} />
        {links.forAll.map(({ text, href }) => (
          <ButtonLink href={href(id)} text={text} />
        ))}
      </p>
      {qualified > 0 && <Local as="p" class="quiet" text={words.qualified(qualified)} />}
      {isStaff && <StaffLinks id={id} links={links.forStaff} />}
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
