import type { Child } from 'hono/jsx'
import { whenText } from '../../../instruments/rules/when.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallField, SmallForm } from '../../../web/components/small-form.tsx'
import { Day } from '../../../web/components/values.tsx'
import { Local } from '../../../web/lang.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import type { TrainingRow } from '../../trainings/queries.ts'
import { upkeepWords } from '../../words/common.ts'
import type { AttendeeRow } from '../queries.ts'
import { enrolmentWords as words } from '../words.ts'

type EnrollingProps = { training: TrainingRow; base: string; isKnown: boolean }

/** Enrols or takes off the list whoever looks. */
export function Enrolling({ training, base, isKnown }: EnrollingProps) {
  const { state, mine } = training
  if (state !== 'open' && !(state === 'full' && mine)) return <></>
  if (!isKnown)
    return (
      <ButtonLink look="primary" href={withQuery(paths.signIn, { next: base })}>
        <Local text={words.signIn} />
      </ButtonLink>
    )
  return mine ? (
    <SmallForm
      action={`${base}/departure`}
      text={words.leave}
      of={[training.title, whenText(training, training.zone)]}
      look="danger"
      about={words.leaveAbout}
    />
  ) : (
    <form method="post" action={`${base}/enrolment`}>
      <Button look="primary">
        <Local text={words.enrol} />
      </Button>
    </form>
  )
}

type AttendeesProps = {
  attendees: readonly AttendeeRow[]
  base: string
  zone: string
  state: TrainingRow['state']
  children?: Child
}

/** Who comes, for staff; `children` is what else they do with the training. */
export function AttendeeSection(listed: AttendeesProps) {
  const { attendees, base, state, children } = listed
  return (
    <Section title={words.attendees}>
      {attendees.length > 0 ? (
        <Listed {...listed} />
      ) : (
        <p class="quiet">
          <Local text={words.noAttendees} />
        </p>
      )}
      {state !== 'cancelled' && (
        <div class="kept-actions">
          {state !== 'begun' && (
            <SmallForm action={`${base}/enrolment`} text={words.addAttendee}>
              <SmallField id="attendee-email" name="email" label={upkeepWords.email} required />
            </SmallForm>
          )}
          {children}
        </div>
      )}
    </Section>
  )
}

/** Before it begins a list; once it has, boxes to tick. */
function Listed({ attendees, base, zone, state }: AttendeesProps) {
  const hasBegun = state === 'begun'
  const list = (
    <ul class="attendees">
      {attendees.map(({ person: { id, name }, passedAt }) => (
        <li>
          {hasBegun && !passedAt ? (
            <label class="check">
              <input type="checkbox" name="passed" value={id} />
              <span>{name}</span>
            </label>
          ) : (
            <span>
              {name}{' '}
              {passedAt && (
                <span class="quiet">
                  <Local text={words.passedAt} /> <Day when={passedAt} zone={zone} />
                </span>
              )}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
  if (!hasBegun || attendees.every(({ passedAt }) => passedAt)) return list
  return (
    <form class="stacked-form" method="post" action={`${base}/results`}>
      <p class="quiet">
        <Local text={words.passHint} />
      </p>
      {list}
      <div class="form-actions">
        <Button look="primary">
          <Local text={words.pass} />
        </Button>
      </div>
    </form>
  )
}
