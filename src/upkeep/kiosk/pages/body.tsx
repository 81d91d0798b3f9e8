import type { Actor } from '../../../core/actor.ts'
import type { Temporal } from '../../../core/time.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Toast } from '../../../web/components/toast.tsx'
import { Local } from '../../../web/lang.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { earliestStart } from '../../../bookings/use/rules.ts'
import type { Kiosk, UseRow } from '../actions.ts'
import { isTheirs } from '../rules.ts'
import { kioskWords as words } from '../words.ts'
import { severityNames } from '../../problems/words.ts'
import { clockAt, KioskBoard, Span } from './board.tsx'
import { FinishForm, type KioskForms, ProblemForm, StartForm } from './forms.tsx'
import { bookingPaths } from '../../../bookings/words/paths.ts'

type Props = { kiosk: Kiosk; forms: KioskForms; actor: Actor; here: string }

/** Who is on, who is next, and the one thing that this person can do now. */
export function KioskBody({ kiosk, forms, actor, here }: Props) {
  const { instrument, problems } = kiosk
  const title = { zh: instrument.titleZh, en: instrument.titleEn }
  return (
    <>
      <PageHead
        title={title}
        lead={{ zh: instrument.institutionZh, en: instrument.institutionEn }}
      />
      <Refused kiosk={kiosk} forms={forms} />
      <KioskBoard kiosk={kiosk} actor={actor} />
      {problems.length > 0 && <Known problems={problems} />}
      {actor.type === 'person' ? (
        <Doing kiosk={kiosk} forms={forms} actor={actor} here={here} />
      ) : (
        <SignIn here={here} />
      )}
      <p class="kiosk-more">
        <a href={paths.record(instrument.id)}>
          <Local text={words.toInstrument} />
        </a>
      </p>
    </>
  )
}

/** What was refused stands first, also where its form is not there any more. */
function Refused({ kiosk, forms }: Pick<Props, 'kiosk' | 'forms'>) {
  const form = forms.start ?? (kiosk.mayFinish ? undefined : forms.finish)
  const text = form?.refusal ?? form?.issues[0]?.message
  return text ? <Toast text={text} tone="danger" /> : <></>
}

const Known = ({ problems }: Pick<Kiosk, 'problems'>) => (
  <section class="kiosk-problems" aria-labelledby="known">
    <h2 id="known">
      <Local text={words.openProblems} />
    </h2>
    <ul>
      {problems.map(({ severity, description }) => (
        <li>
          <strong>
            <Local text={severityNames[severity]} />
          </strong>{' '}
          {description}
        </li>
      ))}
    </ul>
  </section>
)

function Doing({ kiosk, forms, actor, here }: Props) {
  const { current, toStart, isLate, mayFinish, instrument, now } = kiosk
  const { zone } = instrument
  return (
    <>
      {current && mayFinish && (
        <section class="kiosk-do">
          <Turn use={current} actor={actor} now={now} zone={zone} />
          <FinishForm action={here} booking={current.id} form={forms.finish} />
        </section>
      )}
      {toStart && (
        <section class="kiosk-do">
          <Turn use={toStart} actor={actor} now={now} zone={zone} />
          <StartForm action={here} booking={toStart.id} isLate={isLate} />
        </section>
      )}
      {!toStart && !mayFinish && <NothingNow kiosk={kiosk} actor={actor} />}
      <ProblemForm action={here} form={forms.problem} />
    </>
  )
}

/** Nothing to start and nothing to finish: when something will be, or how to come by it. */
function NothingNow({ kiosk, actor }: { kiosk: Kiosk; actor: Actor }) {
  const { toCome, instrument, now, current, outage } = kiosk
  const { zone } = instrument
  if (toCome)
    return (
      <section class="kiosk-do">
        <Turn use={toCome} actor={actor} now={now} zone={zone} />
        <p>
          <Local text={words.startFrom(clockAt(earliestStart(toCome), { now, zone }))} />
        </p>
      </section>
    )
  return (
    <section class="kiosk-do">
      <p>
        <Local text={words.notYours} />
      </p>
      {!current && !outage && (
        <div class="kiosk-big">
          <ButtonLink look="primary" href={bookingPaths.bookInstrument(instrument.id)}>
            <Local text={words.bookNow} />
          </ButtonLink>
        </div>
      )}
    </section>
  )
}

const SignIn = ({ here }: { here: string }) => (
  <section class="kiosk-do">
    <p>
      <Local text={words.signInAbout} />
    </p>
    <div class="kiosk-big">
      <ButtonLink look="primary" href={withQuery(paths.signIn, { next: here })}>
        <Local text={words.signIn} />
      </ButtonLink>
    </div>
  </section>
)

type TurnProps = { use: UseRow; actor: Actor; now: Temporal.Instant; zone: string }

function Turn({ use, actor, now, zone }: TurnProps) {
  return (
    <>
      <h2>
        <Local text={isTheirs(actor, use) ? words.yours : words.ofOther(use.personName)} />
      </h2>
      <p>
        <strong>
          <Span use={use} now={now} zone={zone} />
        </strong>{' '}
        {use.purpose}
      </p>
    </>
  )
}
