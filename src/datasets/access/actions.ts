import { recordChange } from '../../audit/actions.ts'
import { getRecord } from '../../catalog/records/actions/read.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Trx } from '../../core/database.ts'
import { zonedMoment } from '../../core/letters.ts'
import type { Paging } from '../../core/paging.ts'
import { allowReading, allowWriting, personIdOf, signedIn, writing } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { isId } from '../../core/shapes.ts'
import type { LocalText, Text } from '../../core/text.ts'
import { defaultZone, isLater, isoOf, type Temporal } from '../../core/time.ts'
import { isStaffOf } from '../../instruments/rules/standing.ts'
import { tellPeople } from '../../mail/actions.ts'
import { oneLine } from '../../mail/rules.ts'
import { actorById, findActiveByEmail } from '../../people/accounts/actions/actor.ts'
import { getVersion, type VersionKey, type VersionRow } from '../versions/actions.ts'
import type { GrantRevocation, NewGrant } from './model.ts'
import {
  findAcceptance,
  findAccessFacts,
  findGrant,
  insertAcceptance,
  listGrants,
  listHeldGrants,
  putGrant,
  revokeGrantRow,
} from './queries.ts'
import { endOfLastDay, type Way, wayTo } from './rules.ts'
import { grantWords as words, termsWords } from './words.ts'

export type { GrantRow } from './queries.ts'

/** How the actor gets the files of a version that they may know of. */
export async function wayToFiles(ctx: Context, version: VersionRow): Promise<Way & Damage> {
  const { actor } = ctx
  const found = await findAccessFacts(ctx.db, { actor, now: ctx.now(), versionId: version.id })
  if (!found) throw new Error('A version has its dataset.')
  const { isProtected, protectedUntil, hasTerms, isAccepted, damagedFiles, ...facts } = found
  const way = wayTo({
    ...facts,
    state: version.state,
    access: version.access,
    isSignedIn: actor.type !== 'anonymous',
    readsWhole: version.readsWhole,
    embargo: isProtected ? { until: protectedUntil } : null,
    terms: !hasTerms || actor.type === 'system' ? 'none' : isAccepted ? 'accepted' : 'asked',
  })
  return {
    ...way,
    damagedFiles: version.mayReadFiles && version.onlyFiles === null ? damagedFiles : null,
  }
}

/** How many files are damaged in storage; null for who may not know of files. */
type Damage = { damagedFiles: number | null }

/** A version whose files may be taken; until when, where that has an end. */
export type Takeable = VersionRow & { takeableUntil: Temporal.Instant | null }

/** The version, where the actor may take its files now: the one gate of every door through which bytes go out. */
export async function getTakeable(ctx: Context, key: VersionKey): Promise<Takeable> {
  const version = await getVersion(ctx, key)
  const way = await wayToFiles(ctx, version)
  if (!way.isFree || !version.mayReadFiles) throw refusalOf(way)
  return { ...version, takeableUntil: way.until }
}

/** The version, where facts about its files are for the actor, terms accepted or not. */
export async function getReadable(ctx: Context, key: VersionKey): Promise<VersionRow> {
  const version = await getVersion(ctx, key)
  if (!version.mayReadFiles) throw refusalOf(await wayToFiles(ctx, version))
  return version
}

/** Says why not, and what to do. */
function refusalOf({ code, sentence }: Way): Problem {
  if (code === 'sign_in') return new Problem('unauthenticated', sentence, { code })
  return new Problem(code === 'withdrawn' ? 'conflict' : 'forbidden', sentence, { code })
}

export async function wayOf(ctx: Context, key: VersionKey) {
  return wayToFiles(ctx, await getVersion(ctx, key))
}

/** Writes down that a person accepted the terms of a version; once, however often it is said. */
export async function acceptTerms(ctx: Context, key: VersionKey) {
  const { personId } = writing(ctx)
  const version = await getVersion(ctx, key)
  if (!version.terms.zh && !version.terms.en) throw new Problem('conflict', termsWords.noTerms)
  return transact(ctx, async (trx) => {
    const acceptance = { versionId: version.id, personId, at: ctx.now() }
    if (await insertAcceptance(trx, acceptance))
      await recordChange(trx, ctx, {
        action: 'terms.accept',
        entity: 'dataset_version',
        entityId: version.id,
        institutionId: version.institutionId,
        after: { number: version.number },
      })
    const { acceptedAt = ctx.now() } = (await findAcceptance(trx, version.id, personId)) ?? {}
    return { acceptedAt }
  })
}

type DatasetKey = { dataset: string }
type GrantKey = DatasetKey & { grant: string }

/** A dataset whose files the actor decides about: stewards and curators of its institution or collection. */
export async function getDatasetAsStaff(ctx: Context, id: string) {
  allowReading(ctx)
  const { row } = await getRecord(ctx, id, 'dataset')
  if (!isStaffOf(ctx.actor, row)) throw new Problem('forbidden', words.notStaff)
  return row
}

export async function grantsOf(ctx: Context, { dataset, ...paging }: DatasetKey & Paging) {
  const { id } = await getDatasetAsStaff(ctx, dataset)
  return listGrants(ctx.db, { recordId: id, now: ctx.now() }, paging)
}

/** Datasets whose files I was given and still have. */
export const myGrants = async (ctx: Context, paging: Paging) =>
  listHeldGrants(ctx.db, { actor: signedIn(ctx), now: ctx.now() }, paging)

/** Gives a person the files of a dataset until the end of a day, or moves that end; they are told. */
export async function grantAccess(ctx: Context, input: NewGrant, { dataset }: DatasetKey) {
  allowWriting(ctx)
  const record = await getDatasetAsStaff(ctx, dataset)
  const expiresAt = expiryOf(ctx, input.until)
  return transact(ctx, async (trx) => {
    const personId = await personNamed(trx, input)
    const id = await putGrant(trx, {
      record_id: record.id,
      person_id: personId,
      reason: input.reason,
      granted_at: ctx.now(),
      granted_by: personIdOf(ctx),
      expires_at: expiresAt,
    })
    const row = await heldGrant(trx, ctx, { dataset: record.id, grant: id })
    await noteGrant(trx, ctx, {
      action: 'access.grant',
      record,
      after: { person: personId, reason: input.reason, until: input.until ?? null },
    })
    await tellPeople(trx, ctx, {
      letter: 'access_granted',
      to: { people: [personId] },
      facts: { ...aboutDataset(record), ends: expiresAt && zonedMoment(expiresAt, defaultZone) },
    })
    return row
  })
}

/** Takes access back; the person is told why. */
export async function revokeAccess(ctx: Context, { reason }: GrantRevocation, key: GrantKey) {
  allowWriting(ctx)
  const record = await getDatasetAsStaff(ctx, key.dataset)
  return transact(ctx, async (trx) => {
    const row = await heldGrant(trx, ctx, key)
    const ending = { at: ctx.now(), by: personIdOf(ctx), reason }
    if (!(await revokeGrantRow(trx, row.id, ending))) throw new Problem('conflict', words.isRevoked)
    await noteGrant(trx, ctx, {
      action: 'access.revoke',
      record,
      before: { person: row.person.id, until: row.expiresAt && isoOf(row.expiresAt) },
      after: { reason },
    })
    await tellPeople(trx, ctx, {
      letter: 'access_revoked',
      to: { people: [row.person.id] },
      facts: { ...aboutDataset(record), reason: oneLine(reason) },
    })
    return heldGrant(trx, ctx, key)
  })
}

function expiryOf(ctx: Context, until: string | undefined) {
  if (until === undefined) return null
  const end = endOfLastDay(until, defaultZone)
  if (!end || !isLater(end, ctx.now())) throw invalidField('until', words.past)
  return end
}

async function personNamed(trx: Trx, { person, email = '' }: NewGrant): Promise<string> {
  const id =
    person === undefined
      ? await findActiveByEmail({ db: trx }, email)
      : (await actorById(trx, person, { type: 'token', scopes: [] }))?.personId
  if (id === undefined)
    throw invalidField(person === undefined ? 'email' : 'person', words.noPerson)
  return id
}

async function heldGrant(trx: Trx, ctx: Context, { dataset, grant }: GrantKey) {
  const row = isId(grant)
    ? await findGrant(trx, { recordId: dataset, id: grant, now: ctx.now() })
    : undefined
  if (!row) throw new Problem('not-found', words.noGrant)
  return row
}

type Decided = Awaited<ReturnType<typeof getDatasetAsStaff>>

type Noted = {
  action: 'access.grant' | 'access.revoke'
  record: Pick<Decided, 'id' | 'institutionId'>
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

const noteGrant = async (trx: Trx, ctx: Context, { record, ...change }: Noted) =>
  recordChange(trx, ctx, {
    ...change,
    entity: 'record',
    entityId: record.id,
    institutionId: record.institutionId,
  })

/** A dataset in the facts of a letter. */
export const aboutDataset = ({ id, titleZh, titleEn }: Titled) => ({
  recordId: id,
  dataset: inOneLine({ zh: titleZh, en: titleEn }),
})

type Titled = { id: string; titleZh: string | null; titleEn: string | null }

function inOneLine({ zh, en }: LocalText): Text {
  const either = zh ?? en ?? ''
  return { zh: oneLine(zh ?? either), en: oneLine(en ?? either) }
}
