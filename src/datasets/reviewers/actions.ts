import { z } from 'zod'
import { recordChange } from '../../audit/actions.ts'
import { getRecord } from '../../catalog/records/actions/read.ts'
import { readsWhole } from '../../catalog/records/rules/record.ts'
import { asSystem, type Context, transact } from '../../core/context.ts'
import type { Paging } from '../../core/paging.ts'
import { allowReading, allowWriting, personIdOf } from '../../core/permission.ts'
import { invalidField, Problem } from '../../core/problem.ts'
import { newSecret, secretHash } from '../../core/secrets.ts'
import { isId } from '../../core/shapes.ts'
import { defaultZone, isLater } from '../../core/time.ts'
import { endOfLastDay } from '../access/rules.ts'
import { getVersion } from '../versions/actions.ts'
import type { NewReviewerLink } from './model.ts'
import {
  countLinkUse,
  findLink,
  findReviewed,
  insertLink,
  listLinks,
  type Reviewed,
  revokeLinkRow,
} from './queries.ts'
import { reviewWords as words } from './words.ts'

export type { LinkRow } from './queries.ts'

type DatasetKey = { dataset: string }

/** A dataset for which the actor is responsible: who keeps it, and who deposits it. */
async function getOwnDataset(ctx: Context, id: string) {
  allowReading(ctx)
  const { row } = await getRecord(ctx, id, 'dataset')
  if (!readsWhole(ctx.actor, row)) throw new Problem('forbidden', words.notYours)
  return row
}

export async function linksOf(ctx: Context, { dataset, ...paging }: DatasetKey & Paging) {
  const { id } = await getOwnDataset(ctx, dataset)
  return listLinks(ctx.db, { recordId: id, now: ctx.now() }, paging)
}

/** Makes a link to one version; its address is known this once. */
export async function makeLink(ctx: Context, input: NewReviewerLink, { dataset }: DatasetKey) {
  allowWriting(ctx)
  const record = await getOwnDataset(ctx, dataset)
  const version = await getVersion(ctx, { dataset, number: String(input.version) })
  if (version.state === 'withdrawn') throw new Problem('conflict', words.notOfWithdrawn)
  const expiresAt = endOfLastDay(input.until, defaultZone)
  const latest = ctx.now().add({ hours: 24 * 367 })
  if (!expiresAt || !isLater(expiresAt, ctx.now()) || isLater(expiresAt, latest))
    throw invalidField('until', words.past)
  const secret = newSecret()
  const id = await transact(ctx, async (trx) => {
    const made = await insertLink(trx, {
      version_id: version.id,
      secret_hash: secretHash(secret),
      note: input.note,
      hides_authors: input.hidesAuthors,
      created_at: ctx.now(),
      created_by: personIdOf(ctx),
      expires_at: expiresAt,
    })
    await recordChange(trx, ctx, {
      action: 'review_link.create',
      entity: 'dataset_version',
      entityId: version.id,
      institutionId: record.institutionId,
      after: { ...input },
    })
    return made
  })
  return { id, address: `${ctx.baseUrl}/review/${secret}` }
}

export async function revokeLink(ctx: Context, { dataset, link }: DatasetKey & { link: string }) {
  allowWriting(ctx)
  const record = await getOwnDataset(ctx, dataset)
  const key = { recordId: record.id, id: link, now: ctx.now() }
  return transact(ctx, async (trx) => {
    const row = isId(link) ? await findLink(trx, key) : undefined
    if (!row) throw new Problem('not-found', words.noLink)
    const ending = { at: ctx.now(), by: personIdOf(ctx) }
    if (!(await revokeLinkRow(trx, row.id, ending))) throw new Problem('conflict', words.isRevoked)
    const { id: versionId } = await getVersion(
      { ...ctx, db: trx },
      { dataset, number: String(row.version) },
    )
    await recordChange(trx, ctx, {
      action: 'review_link.revoke',
      entity: 'dataset_version',
      entityId: versionId,
      institutionId: record.institutionId,
      before: { note: row.note },
    })
    return (await findLink(trx, key)) ?? row
  })
}

/**
 * What the holder of a link may see, and a context in which the one version behind it is read. Unknown, expired and
 * revoked are the same.
 */
export async function openLink(ctx: Context, secret: string) {
  const found = await findReviewed(ctx.db, secretHash(secret), ctx.now())
  if (!found) throw new Problem('not-found', words.noLink)
  const { recordId, number, creators, hidesAuthors, ...seen } = found
  return {
    ...seen,
    hidesAuthors,
    number,
    authors: hidesAuthors ? [] : namesIn(creators),
    key: { dataset: recordId, number: String(number) },
    /** The link stands in for a person: it was asked whether it is good. */
    as: asSystem(ctx, 'review'),
  }
}

const Creators = z.array(z.looseObject({ name: z.string() }))
const namesIn = (creators: Reviewed['creators']) =>
  (Creators.safeParse(creators).data ?? []).map(({ name }) => name)

/** Counts a visit or a download; `ctx.db` is writable, though a GET asks. */
export const countUse = async (ctx: Context, id: string, column: 'visits' | 'downloads') =>
  countLinkUse(ctx.db, id, { at: ctx.now(), column })
