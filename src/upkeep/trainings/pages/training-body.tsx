import type { Temporal } from '../../../core/time.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { FieldList } from '../../../web/components/field-list.tsx'
import { Day } from '../../../web/components/moment.tsx'
import { PageHead, Section } from '../../../web/components/page-head.tsx'
import { Toast } from '../../../web/components/toast.tsx'
import type { Filled } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import type { AttendeeRow, TrainingRow } from '../actions/trainings.ts'
import { trainingState } from '../rules.ts'
import { trainingWords as words } from '../words.ts'
import { SmallField, SmallForm } from '../../../web/components/small-form.tsx'
import { grantsInWords, TrainingBadge, TrainingTime } from './training-list.tsx'
import { upkeepPaths } from '../../words/paths.ts'

type Props = {
  training: TrainingRow
  /** For staff only. */
  attendees: readonly AttendeeRow[] | undefined
  form: Filled | undefined
  now: Temporal.Instant
  isKnown: boolean
}

export function TrainingBody({ training, attendees, form, now, isKnown }: Props) {
  const base = upkeepPaths.training(training.instrumentId, training.id)
  const refused = form && (form.refusal ?? form.issues[0]?.message)
  const state = trainingState(training, now)
  return (
    <>
      <PageHead title={{ zh: training.title, en: null }}>
        <Enrolling training={training} base={base} now={now} isKnown={isKnown} />
      </PageHead>
      {refused && <Toast text={refused} tone="danger" />}
      <p class="kept-head">
        <TrainingBadge training={training} now={now} />
      </p>
      <FieldList fields={factsOf(training)} />
      {attendees && (
        <Attendees
          attendees={attendees}
          base={base}
          zone={training.zone}
          hasBegun={state === 'begun'}
          isOff={state === 'cancelled'}
        />
      )}
    </>
  )
}

const factsOf = (training: TrainingRow) => [
  {
    label: words.instrument,
    value: (
      <a href={paths.record(training.instrumentId)}>
        <Local text={{ zh: training.instrumentZh, en: training.instrumentEn }} />
      </a>
    ),
  },
  { label: words.when, value: <TrainingTime training={training} /> },
  { label: words.place, value: training.place },
  {
    label: words.seats,
    value: <Local text={words.seatsTaken(training.enrolled, training.seats)} />,
  },
  { label: words.grants, value: <Local text={grantsInWords(training)} /> },
  ...(training.about ? [{ label: words.about, value: training.about }] : []),
]

type EnrollingProps = Pick<Props, 'training' | 'now' | 'isKnown'> & { base: string }

function Enrolling({ training, base, now, isKnown }: EnrollingProps) {
  const state = trainingState(training, now)
  if (state !== 'open' && !(state === 'full' && training.isMine)) return <></>
  if (!isKnown)
    return (
      <ButtonLink look="primary" href={withQuery(paths.signIn, { next: base })}>
        <Local text={words.signIn} />
      </ButtonLink>
    )
  return training.isMine ? (
    <form method="post" action={`${base}/departure`}>
      <Button look="danger">
        <Local text={words.leave} />
      </Button>
    </form>
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
  hasBegun: boolean
  isOff: boolean
}

function Attendees({ isOff, ...listed }: AttendeesProps) {
  const { attendees, base, hasBegun } = listed
  return (
    <Section title={words.attendees}>
      {attendees.length > 0 ? (
        <Listed {...listed} />
      ) : (
        <p class="quiet">
          <Local text={words.noAttendees} />
        </p>
      )}
      {!isOff && (
        <div class="kept-actions">
          {!hasBegun && (
            <SmallForm action={`${base}/enrolment`} text={words.addAttendee}>
              <SmallField id="attendee-email" name="email" label={words.email} required />
            </SmallForm>
          )}
          <SmallForm action={`${base}/cancellation`} text={words.cancel} look="danger">
            <SmallField id="cancel-reason" name="reason" label={words.cancelReason} />
          </SmallForm>
        </div>
      )}
    </Section>
  )
}

/** Before it begins a list; once it has, boxes to tick. */
function Listed({ attendees, base, zone, hasBegun }: Omit<AttendeesProps, 'isOff'>) {
  const list = (
    <ul class="attendees">
      {attendees.map(({ personId, name, passedAt }) => (
        <li>
          {hasBegun && !passedAt ? (
            <label class="check">
              <input type="checkbox" name="passed" value={personId} />
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
