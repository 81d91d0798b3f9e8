import { agreementPaths } from '../../agreements/words/paths.ts'
import { fulfilmentWords } from '../../fulfilment/words.ts'
import { bothLanguages, type LocalText, type Text } from '../../../core/text.ts'
import { onlyOne } from '../../../core/only.ts'
import { isLater, type Temporal } from '../../../core/time.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { ActButton } from '../../../web/forms.tsx'
import { paths } from '../../../web/paths.ts'
import { requestPaths } from '../../words/paths.ts'
import type { RequestState, Turn } from '../model/events.ts'
import type { DueState } from '../model/request.ts'
import { type NextStep, nextStepOf } from '../rules/next.ts'
import { commandNames, stateNames, turnNames } from '../words/names.ts'
import { stepTitle, waitingWords } from '../words/next.ts'
import { pageWords as words } from '../words/pages.ts'
import { dayWords, lastDayWords } from './days.ts'
import type { Shown } from './request.tsx'

type Waiting = {
  state: RequestState
  turn: Turn | null
  dueAt: string | null
}

/** Whether the viewer is waited for; of several reviewers, those who have answered are not. */
function isYourTurn({ turn, sides, commands }: Shown): boolean {
  if (turn === null) return false
  if (turn === 'reviewer') return commands.includes('review')
  return sides.includes(turn) || (turn === 'requester' && sides.includes('member'))
}

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
  due,
  ...row
}: Waiting & { isYourTurn: boolean; due: DueState }): Text {
  const { state, turn, dueAt } = row
  const step = nextStepOf(row)
  if (turn === null || step === undefined) return stateNames[state]
  if (!isYours) return words.waitsFor(turnNames[turn])
  const title = stepTitle(step)
  if (dueAt === null) return title
  return words[due === 'late' ? 'stepLate' : 'stepUntil'](title, lastDayWords(dueAt))
}

type Listed = { firstTitle: LocalText; itemCount: number; asks: LocalText | null }

/** What a row of a list asks for: its first item, how many more there are, and which samples. */
export function askedInShort({ firstTitle, itemCount, asks }: Listed): Text {
  const title = bothLanguages(firstTitle)
  const all = itemCount > 1 ? words.withMore(title, itemCount) : title
  return asks ? words.asking(all, bothLanguages(asks)) : all
}

/** What a row of a list is called. */
export function numberedTitle({ number, ...row }: Listed & { number: string }): Text {
  const { zh, en } = askedInShort(row)
  return { zh: `${number} ${zh}`, en: `${number} ${en}` }
}

type Acting = { request: Shown; owes: boolean; now: Temporal.Instant }

/** The one thing to do now, for who is waited for: done here, or the way to where it is done. */
export function NextAction({ request, owes, now }: Acting) {
  const step = nextStepOf(request)
  if (step === undefined && owes)
    return <ButtonLink look="primary" href="#steps" text={commandNames.use_report} />
  if (step === undefined) return <OpenData request={request} now={now} />
  return isYourTurn(request) ? <StepAction request={request} step={step} /> : <></>
}

function StepAction({ request, step }: { request: Shown; step: NextStep }) {
  const act = actOf(request, step)
  const { href, text = stepTitle(step) } = placeOf(request)[step] ?? {}
  if (act)
    return (
      <ActButton
        action={requestPaths.command(request.id, act.path)}
        text={act.text}
        look="primary"
        fields={act.fields}
      />
    )
  return href === undefined ? <></> : <ButtonLink look="primary" href={href} text={text} />
}

/** The data that its members have now; of several, each is linked in the table below. */
function OpenData({ request: { items, sides }, now }: Omit<Acting, 'owes'>) {
  const open = items.filter(({ ended, access }) => {
    const last = ended === null ? access.at(-1) : undefined
    return last && (last.until === null || isLater(last.until, now))
  })
  const one = onlyOne(open)
  if (!one || !sides.some((side) => side === 'requester' || side === 'member')) return <></>
  return <ButtonLink look="primary" href={paths.record(one.record.id)} text={words.openData} />
}

/** What a button does by itself. */
function actOf({ commands, shipments }: Shown, step: NextStep) {
  if (commands.includes('submission'))
    return { path: 'submission', text: commandNames.submission, fields: {} }
  const underWay = onlyOne(shipments.filter(({ state }) => state === 'under_way'))
  return step === 'receive' && underWay
    ? { path: 'receipt', text: commandNames.receipt, fields: { shipment: underWay.id } }
    : undefined
}

/** Where the others are done. */
function placeOf({ id, items }: Shown): Partial<Record<NextStep, { href: string; text?: Text }>> {
  const text = onlyOne([
    ...new Set(items.flatMap(({ ended, decision }) => (ended ? [] : (decision?.agreements ?? [])))),
  ])
  const toShip = items.some(({ delivery }) => delivery === 'shipment')
  return {
    accept: { href: text === undefined ? '#agreements' : agreementPaths.ofRequest(id, text) },
    receive: { href: '#shipments' },
    provide: toShip
      ? { href: requestPaths.picking(id), text: fulfilmentWords.picking }
      : { href: '#shipments' },
    decide: { href: '#decision' },
    consent: { href: '#steps' },
    review: { href: '#steps' },
    renew: { href: '#steps' },
  }
}
