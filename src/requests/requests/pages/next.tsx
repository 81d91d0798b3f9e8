import { agreementPaths } from '../../agreements/words/paths.ts'
import type { LocalText, Text } from '../../../core/text.ts'
import { onlyOne } from '../../../core/only.ts'
import type { Temporal } from '../../../core/time.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { ActButton } from '../../../web/forms.tsx'
import { requestPaths } from '../../words/paths.ts'
import type { RequestState, Turn } from '../model/events.ts'
import { type NextStep, nextStepOf } from '../rules/next.ts'
import { stateNames, turnNames } from '../words/names.ts'
import { stepTitle, waitingWords } from '../words/next.ts'
import { pageWords as words } from '../words/pages.ts'
import { dayWords, lastDayWords } from './days.ts'
import type { Shown } from './request.tsx'

type Waiting = {
  state: RequestState
  turn: Turn | null
  turnSince: Temporal.Instant
  dueAt: Temporal.Instant | null
}

/** Whether the viewer is waited for. */
const isYourTurn = ({ turn, sides }: Shown): boolean =>
  turn !== null && (sides.includes(turn) || (turn === 'requester' && sides.includes('member')))

/** Who is waited for, to do what, since when and until when; undefined where nobody is. */
export function waitingFor(request: Shown): Text | undefined {
  const { turn, turnSince, dueAt } = request
  const step = nextStepOf(request)
  if (turn === null || step === undefined) return undefined
  const until = dueAt && lastDayWords(dueAt)
  return waitingWords({
    step,
    turn,
    isYours: isYourTurn(request),
    since: dayWords(turnSince),
    until,
  })
}

/** The same in few words, for a list of one’s work. */
export function waitingInShort({
  isYourTurn: isYours,
  ...row
}: Omit<Waiting, 'turnSince'> & { isYourTurn: boolean }): Text {
  const { state, turn, dueAt } = row
  const step = nextStepOf(row)
  if (turn === null || step === undefined) return stateNames[state]
  if (!isYours) return words.waitsFor(turnNames[turn])
  const title = stepTitle(step)
  return dueAt ? words.stepUntil(title, lastDayWords(dueAt)) : title
}

/** What a row of a list is called. */
export const numberedTitle = ({
  number,
  firstTitle: { zh, en },
}: {
  number: string
  firstTitle: LocalText
}): Text => ({ zh: `${number} ${zh ?? en}`, en: `${number} ${en ?? zh}` })

/** The one thing to do now, for who is waited for: done here, or the way to where it is done. */
export function NextAction({ request, owes }: { request: Shown; owes: boolean }) {
  const step = nextStepOf(request)
  if (step === undefined && owes)
    return <ButtonLink look="primary" href="#steps" text={commandNames.use_report} />
  if (step === undefined || !isYourTurn(request)) return <></>
  const text = stepTitle(step)
  const act = actOf(request, step)
  if (act)
    return (
      <ActButton
        action={requestPaths.command(request.id, act.path)}
        text={text}
        look="primary"
        {...(act.fields && { fields: act.fields })}
      />
    )
  const href = placeOf(request)[step]
  return href === undefined ? <></> : <ButtonLink look="primary" href={href} text={text} />
}

/** What a button does by itself. */
function actOf({ commands, shipments }: Shown, step: NextStep) {
  if (commands.includes('submission')) return { path: 'submission' }
  const underWay = onlyOne(shipments.filter(({ state }) => state === 'under_way'))
  return step === 'receive' && underWay
    ? { path: 'receipt', fields: { shipment: underWay.id } }
    : undefined
}

/** Where the others are done; the form of a decision is in the first screen by itself. */
function placeOf({ id, items }: Shown): Partial<Record<NextStep, string>> {
  const text = onlyOne([
    ...new Set(items.flatMap(({ ended, decision }) => (ended ? [] : (decision?.agreements ?? [])))),
  ])
  const toShip = items.some(({ delivery }) => delivery === 'shipment')
  return {
    accept: text === undefined ? '#agreements' : agreementPaths.ofRequest(id, text),
    receive: '#shipments',
    provide: toShip ? requestPaths.picking(id) : '#shipments',
    consent: '#steps',
    review: '#steps',
    renew: '#steps',
  }
}
