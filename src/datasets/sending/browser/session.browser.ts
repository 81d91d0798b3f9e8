import { inLang, type Lang } from '../../../core/text.ts'
import { isFileName } from '../../files/rules.ts'
import { type Progress, Refused, type SentFile } from '../model.ts'
import { type Pace, paceWith } from '../rules/pace.ts'
import { sendFiles } from '../rules/send.ts'
import {
  type Sheet,
  stopped,
  sumOf,
  toSend,
  withFiles,
  without,
  withProgress,
} from '../rules/sheet.ts'
import { type SendingWords, sendingWords } from '../words.ts'
import { browserDoor, cancelNamed, type DoorSettings } from './door.browser.ts'
import { endText, filled } from './sheet.browser.ts'

export type Settings = Pick<DoorSettings, 'base' | 'worker'> & { lang: Lang; words: SendingWords }

/** What was chosen on a page, and how far it is. */
export type Session = {
  sheet: Sheet
  pace: Pace
  /** What sends now; undefined while nothing does. */
  run: AbortController | undefined
  /** Why nothing does: paused, lost, done. */
  sentence: string
  isLost: boolean
}

type Live = { session: Session; settings: Settings; onChange: () => void }

/** Sends what is added, and says through `onChange` whenever something is other than it was. */
export function beginSession(settings: Settings, onChange: () => void) {
  const session: Session = {
    sheet: new Map(),
    pace: [],
    run: undefined,
    sentence: '',
    isLost: false,
  }
  const live = { session, settings, onChange }
  return {
    session,
    start: async () => start(live),
    pause: () => stop(live, settings.words.paused),
    add: async (files: readonly SentFile[]) => {
      const detail = sendingWords.badName
      const named = files.map(({ name, bytes }) =>
        isFileName(name) ? { name, bytes } : { name, bytes, detail },
      )
      change(live, { sheet: withFiles(session.sheet, named) })
      await start(live)
    },
    /** Ends one for good, at the server too; the others go on. */
    cancel: async (name: string) => {
      const isRunning = session.run !== undefined
      stop(live, '')
      change(live, { sheet: without(session.sheet, name) })
      await cancelNamed(doorOf(settings), name)
      if (isRunning) await start(live)
    },
  }
}

const doorOf = ({ base, worker, words: { noAnswer, unreadable } }: Settings): DoorSettings => ({
  base,
  worker,
  noAnswer,
  unreadable,
})

function change({ session, onChange }: Live, now: Partial<Session>): void {
  Object.assign(session, now)
  onChange()
}

function stop(live: Live, sentence: string): void {
  live.session.run?.abort()
  change(live, { run: undefined, sheet: stopped(live.session.sheet), sentence, isLost: false })
}

async function start(live: Live): Promise<void> {
  const { session, settings } = live
  if (session.run || toSend(session.sheet).length === 0) return
  const run = new AbortController()
  const { signal } = run
  change(live, { run, pace: [], sentence: '', isLost: false })
  const door = { ...browserDoor(doorOf(settings), signal), signal, report: reporterOf(live, run) }
  const error = await sendFiles(toSend(session.sheet), door).then(
    () => undefined,
    (reason: unknown) => reason ?? new Error('stopped'),
  )
  // What is still on its way of a run that broke off, and its worker, end with it.
  run.abort()
  if (session.run !== run) return
  change(live, { run: undefined, sheet: stopped(session.sheet), ...endOf(live, error) })
  // Chosen while it ran.
  if (error === undefined) await start(live)
}

const reporterOf = (live: Live, run: AbortController) => (now: Progress) => {
  const { session } = live
  if (session.run !== run) return
  const sheet = withProgress(session.sheet, now)
  const { sentBytes } = sumOf(sheet)
  change(live, { sheet, pace: paceWith(session.pace, { atMs: performance.now(), sentBytes }) })
}

function endOf({ session, settings: { words, lang } }: Live, error: unknown): Partial<Session> {
  if (error === undefined) return { sentence: endText(sumOf(session.sheet), words) }
  if (error instanceof Refused && error.status !== undefined)
    return { sentence: filled(words.stopped, { why: inLang(error.detail, lang) }) }
  return { sentence: words.lost, isLost: true }
}
