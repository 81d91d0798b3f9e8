import { sql } from 'kysely'
import { remindRequests } from '../../src/requests/clock/jobs.ts'
import { systemContext } from '../../src/jobs.ts'
import { giveCommand } from '../../src/requests/requests/actions/command.ts'
import type { Asked } from '../../src/requests/requests/rules/decide.ts'
import { actorById } from '../../src/people/accounts/actions/actor.ts'
import { isLater, Temporal } from '../../src/core/time.ts'
import { houseContext } from '../support/people.ts'
import { tellRequests } from '../support/told.ts'
import { type RequestScene, requestScene } from './scene.ts'

/** A letter that the clock asked for. */
export type Told = { day: string; request: string; letter: string; to: string }

type Row = {
  id: string
  letter: string
  to: { people: string[] }
  facts: { requestId: string; what?: string; isLate?: boolean; events?: string[] }
}

/** When the clock looks at some request again. */
const nextLook = async ({ db }: RequestScene) => {
  const { at } = await db
    .selectFrom('request')
    .select('wakes_at as at')
    .orderBy('wakes_at')
    .limit(1)
    .executeTakeFirstOrThrow()
  return at
}

/** Takes what people are to be told. */
async function taken({ db, services }: RequestScene): Promise<Row[]> {
  await tellRequests(services)
  const { rows } = await sql<Row>`
    delete from graphile_worker._private_jobs job
    using graphile_worker._private_tasks task
    where task.id = job.task_id and task.identifier = 'tell_people'
    returning job.id, job.payload ->> 'letter' as letter, job.payload -> 'to' as to, job.payload -> 'facts' as facts
  `.execute(db)
  return rows.toSorted((one, other) => Number(one.id) - Number(other.id))
}

const nameOf = ({ letter, facts: { what, isLate, events } }: Row) =>
  [letter, what, isLate ? 'late' : undefined, ...(events ?? [])].filter(Boolean).join(' ')

/** A scene whose clock goes from day to day, at ten in the morning. */
export async function years(start: string) {
  let now = Temporal.PlainDate.from(start)
    .toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '10:00' })
    .toInstant()
  const scene = await requestScene({ max: 8 }, { now: () => now })
  const names = new Map<string, string>()
  const people = new Map(Object.entries(scene.people).map(([name, id]) => [id, name]))
  const told: Told[] = []
  const today = () => now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()

  const runs = async (processes: number) =>
    Promise.all(
      Array.from({ length: processes }, async () =>
        remindRequests(systemContext(scene.services, 'remind_requests')),
      ),
    )

  /** What the clock does on this day, and who is told. */
  async function tick(processes: number): Promise<void> {
    await taken(scene)
    await runs(processes)
    for (const row of await taken(scene))
      told.push({
        day: today(),
        request: names.get(row.facts.requestId) ?? '',
        letter: nameOf(row),
        to: row.to.people
          .map((id) => people.get(id) ?? 'other')
          .toSorted()
          .join(' '),
      })
  }

  return {
    ...scene,
    told,
    today,
    name: (id: string, name: string) => names.set(id, name),
    /** A command of somebody who is no caller of a page yet. */
    as: scene.as,
    command: async (id: string, who: keyof typeof scene.people, asked: Asked) => {
      const actor = await actorById(scene.db, scene.people[who], { type: 'token', scopes: [] })
      if (!actor) throw new Error('Nobody has this name.')
      return giveCommand(
        {
          ...houseContext(scene.services),
          actor: { ...actor, via: { type: 'session', sessionId: id } },
        },
        { id },
        asked,
      )
    },
    /** Goes on to a day, with what people do on their days; jobs do not run while they are down. */
    async until(
      last: string,
      { script, isDown = () => false, processes = 1 }: Going,
    ): Promise<void> {
      let next = now
      for (; today() <= last; now = now.add({ hours: 24 })) {
        const acts = script[today()]
        await acts?.()
        if (acts) next = now
        // On other days nothing is due before the clock looks again.
        if (isDown(today()) || isLater(next, now)) continue
        await tick(processes)
        next = await nextLook(scene)
      }
    },
  }
}

const roles: Readonly<Record<string, string>> = {
  'demo-admin': 'admin',
  'demo-curator demo-steward': 'staff',
  'demo-admin demo-curator demo-steward': 'staff admin',
  'demo-outsider': 'requester',
  'demo-pi': 'reviewer',
}

/** Plays two years; answers what people were told, one line for each letter, in order. */
export async function played(
  scene: Years,
  script: Going['script'],
  going: Omit<Going, 'script'>,
): Promise<string[]> {
  await scene.until('2027-12-31', { script, ...going })
  return scene.told
    .map(({ day, request, letter, to }) => `${day} ${request}: ${letter} → ${roles[to] ?? to}`)
    .toSorted()
}

const ending = /: request_\w+ (?:expired|closed|access_ended|escalated)/
/** A report is owed whatever ends. */
const reminder = /: \w+_reminder (?!report)/

const seriesOf = (letter: string) => letter.replace(' late →', ' →')
const about = (letter: string) => letter.slice(0, letter.indexOf(': '))

/**
 * The same letters where jobs were down: what was due meanwhile comes on the first day after it, the last of each series
 * alone, and no reminder of what ended or went further up on that day.
 */
export function lateness(
  letters: readonly string[],
  down: readonly (readonly [from: string, to: string])[],
): string[] {
  const moved = letters.map((letter) => {
    const day = letter.slice(0, 10)
    const to = down.find(([from, end]) => day >= from && day < end)?.[1]
    return { letter: `${to ?? day}${letter.slice(10)}`, day }
  })
  const last = new Map(moved.map(({ letter }) => [seriesOf(letter), letter]))
  const kept = [...last.values()]
  const ended = new Set(kept.filter((letter) => ending.test(letter)).map(about))
  const resumed = new Set(down.map(([, to]) => to))
  return kept
    .filter(
      (letter) =>
        !resumed.has(letter.slice(0, 10)) || !reminder.test(letter) || !ended.has(about(letter)),
    )
    .toSorted()
}

type Going = {
  script: Partial<Record<string, () => Promise<unknown>>>
  isDown?: (day: string) => boolean
  processes?: number
}
export type Years = Awaited<ReturnType<typeof years>>
