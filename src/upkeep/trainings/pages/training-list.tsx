import { spanText } from '../../../core/wall-clock.ts'
import { qualificationNames } from '../../../bookings/verdict/words.ts'
import { langTag, type LocalText, type Text } from '../../../core/text.ts'
import type { Temporal } from '../../../core/time.ts'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { Local, useLang } from '../../../web/lang.tsx'
import type { TrainingRow } from '../actions/trainings.ts'
import { trainingState } from '../rules.ts'
import { trainingStateNames } from '../../qualifications/words.ts'
import { trainingWords as words } from '../words.ts'
import { upkeepPaths } from '../../words/paths.ts'

type Props = { trainings: readonly TrainingRow[]; now: Temporal.Instant; none: LocalText }

/** Trainings one under the other, each leading to its own page. */
export function TrainingList({ trainings, now, none }: Props) {
  if (trainings.length === 0)
    return (
      <p class="quiet">
        <Local text={none} />
      </p>
    )
  return (
    <ul class="kept-list">
      {trainings.map((training) => (
        <li class="kept">
          <div class="kept-head">
            <h3>
              <a href={upkeepPaths.training(training.instrumentId, training.id)}>
                {training.title}
              </a>
            </h3>
            <TrainingBadge training={training} now={now} />
          </div>
          <p>
            <Local text={{ zh: training.instrumentZh, en: training.instrumentEn }} />
          </p>
          <p class="quiet">
            <TrainingTime training={training} /> · {training.place} ·{' '}
            <Local text={words.seatsTaken(training.enrolled, training.seats)} />
          </p>
        </li>
      ))}
    </ul>
  )
}

const tones = { open: 'good', full: 'caution', begun: 'note', cancelled: 'calm' } as const

export function TrainingBadge({ training, now }: { training: TrainingRow; now: Temporal.Instant }) {
  const state = trainingState(training, now)
  return (
    <>
      {training.isMine && <StateBadge tone="note" text={words.enrolled} />}
      <StateBadge tone={tones[state]} text={trainingStateNames[state]} />
    </>
  )
}

export function TrainingTime({ training }: { training: TrainingRow }) {
  const { start, end, zone } = training
  const times = { start: start.epochMilliseconds, end: end.epochMilliseconds }
  return <span class="numeric">{spanText(times, { zone, locale: langTag(useLang()) })}</span>
}

/** `培训、安全准入，有效 24 个月`. */
export function grantsInWords({ kinds, validMonths }: TrainingRow): Text {
  const months = words.forMonths(validMonths)
  return {
    zh: `${kinds.map((kind) => qualificationNames[kind].zh).join('、')}，${months.zh}`,
    en: `${kinds.map((kind) => qualificationNames[kind].en).join(', ')}, ${months.en}`,
  }
}
