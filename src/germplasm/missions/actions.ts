import { recordChange } from '../../audit/actions.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Whole } from '../../core/form.ts'
import type { Paging } from '../../core/paging.ts'
import { allowWriting } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import { getInstitution } from '../../people/institutions/actions.ts'
import { managesInstitution } from '../../people/roles/rules.ts'
import {
  type Mission,
  type MissionChange,
  type MissionFilter,
  missionForm,
  type NewMission,
} from './model.ts'
import {
  findMission,
  findMissionCoded,
  insertMission,
  listCollected,
  listMissions,
  lockMission,
  type MissionRow,
  updateMission,
} from './queries.ts'
import { missionWords as words } from './words.ts'

export type { MissionRow } from './queries.ts'

export async function getMission(ctx: Context, id: string): Promise<MissionRow> {
  const row = isId(id) ? await findMission(ctx.db, id) : undefined
  if (!row) throw new Problem('not-found', words.noMission)
  return row
}

export const missionCoded = ({ db }: Context, code: string) => findMissionCoded(db, code)

/** Missions in order of code. */
export const searchMissions = ({ db }: Context, asked: Paging & MissionFilter) =>
  listMissions(db, asked)

/** What a mission collected, as far as the caller may know of it. */
export async function collectedBy(ctx: Context, { id, ...paging }: Paging & { id: string }) {
  const { code } = await getMission(ctx, id)
  return listCollected(ctx.db, ctx.actor, code, paging)
}

/** Adds a mission to an institution that the caller keeps. */
export async function createMission(ctx: Context, input: NewMission): Promise<{ id: string }> {
  allowKeeper(ctx, input.institution)
  await getInstitution(ctx, input.institution)
  const { institution: institutionId, ...mission } = missionForm.whole(input)
  return unlessTaken(() =>
    transact(ctx, async (trx) => {
      const made = { institution_id: institutionId, created_at: ctx.now() }
      const id = await insertMission(trx, { ...columnsOf(mission), ...made })
      const audited = { entity: 'mission', entityId: id, institutionId, after: mission } as const
      await recordChange(trx, ctx, { action: 'mission.create', ...audited })
      return { id }
    }),
  )
}

/** Changes the named fields; absent ones stay. */
export async function editMission(
  ctx: Context,
  change: MissionChange,
  { id, version }: { id: string; version: number | undefined },
): Promise<void> {
  await unlessTaken(() =>
    transact(ctx, async (trx) => {
      const before = isId(id) ? await lockMission(trx, id) : undefined
      if (!before) throw new Problem('not-found', words.noMission)
      const institutionId = before.institution.id
      allowKeeper(ctx, institutionId)
      if (version !== undefined && version !== before.version)
        throw new Problem('stale', words.stale)
      const after = { ...before, ...change }
      await updateMission(trx, id, columnsOf(after))
      const audited = { entity: 'mission', entityId: id, institutionId, before, after } as const
      await recordChange(trx, ctx, { action: 'mission.edit', ...audited })
    }),
  )
}

function allowKeeper(ctx: Context, institutionId: string): void {
  allowWriting(ctx)
  if (!managesInstitution(ctx.actor, institutionId))
    throw new Problem('forbidden', words.keepersOnly)
}

const unlessTaken = <T>(write: () => Promise<T>): Promise<T> =>
  unlessBroken('mission_code_taken', words.codeTaken, write)

const columnsOf = ({ name, startDay, endDay, ...mission }: Whole<Mission>) => ({
  code: mission.code,
  name_zh: name?.zh ?? null,
  name_en: name?.en ?? null,
  start_day: startDay,
  end_day: endDay,
  places: mission.places,
  institutes: mission.institutes,
  people: mission.people,
  permits: mission.permits,
  note: mission.note,
})
