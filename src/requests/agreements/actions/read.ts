import type { Context } from '../../../core/context.ts'
import type { Db } from '../../../core/database.ts'
import type { Page, Paging } from '../../../core/paging.ts'
import { allowReading } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { curatesAnything } from '../../../people/roles/rules.ts'
import type { AgreementFilter } from '../model.ts'
import {
  type AgreementRow,
  findAgreement,
  findLastText,
  findText,
  listAddable,
  listAgreements,
  listDefaultTexts,
  listOtherTexts,
  listKeptCollections,
  listTexts,
  listTitles,
  type TextRow,
} from '../queries.ts'
import { type Asked, isAbout, keepsAgreement } from '../rules/standing.ts'
import { agreementRefusals as words } from '../words/agreements.ts'

export type { AgreementRow, TextRow } from '../queries.ts'

/** Agreements with a published text, for everybody, and those that the actor keeps. */
export const searchAgreements = async (
  ctx: Context,
  asked: Paging & AgreementFilter,
): Promise<Page<AgreementRow>> => listAgreements(ctx.db, ctx.actor, asked)

export async function getAgreement(
  ctx: Context,
  id: string,
  db: Db = ctx.db,
): Promise<AgreementRow & { isKept: boolean }> {
  const row = isId(id) ? await findAgreement(db, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.none)
  return { ...row, isKept: keepsAgreement(ctx.actor, row) }
}

/** The same for who keeps it. */
export async function getKeptAgreement(ctx: Context, id: string) {
  const row = await getAgreement(ctx, id)
  if (!row.isKept) throw new Problem('forbidden', words.notYours)
  return row
}

/** Texts of an agreement, the newest first; drafts for who keeps it. */
export async function textsOf(
  ctx: Context,
  { agreement, ...paging }: Paging & { agreement: string },
): Promise<Page<TextRow>> {
  const { id, isKept } = await getAgreement(ctx, agreement)
  return listTexts(ctx.db, { agreement: id, withDrafts: isKept }, paging)
}

export async function getText(
  ctx: Context,
  { agreement, number }: { agreement: string; number: string },
): Promise<TextRow> {
  const { id, isKept } = await getAgreement(ctx, agreement)
  const row = /^[1-9]\d{0,5}$/.test(number)
    ? await findText(ctx.db, { agreement: id, withDrafts: isKept, number: Number(number) })
    : undefined
  if (!row) throw new Problem('not-found', words.noText)
  return row
}

/** The draft of an agreement's next text; for who keeps it. */
export async function findDraft(ctx: Context, agreement: string): Promise<TextRow | undefined> {
  const last = await findLastText(ctx.db, agreement)
  return last && last.publishedAt === null ? last : undefined
}

/** The collections that the actor may write agreements for. */
export const keptCollections = async (ctx: Context) =>
  curatesAnything(ctx.actor) ? listKeptCollections(ctx.db, ctx.actor) : []

/** Refuses who keeps nothing at all. */
export function allowAnyKeeper(ctx: Context): void {
  allowReading(ctx)
  if (!curatesAnything(ctx.actor)) throw new Problem('forbidden', words.notYours)
}

type Provider = { institutionId: string; collectionId: string | null }

/** A text that is asked of a request, and what it is about. */
export type AskedText = Pick<AgreementRow, 'title' | 'kind' | 'recordKinds' | 'deliveries'> & {
  /** Of the text, which is what requests name as an agreement. */
  id: string
  agreementId: string
  number: number
}

/** The texts that a provider asks by default of whoever asks for these things; `isAbout` says which of which. */
export async function agreementsFor(
  ctx: Context,
  { institutionId, collectionId }: Provider,
  asked: readonly Asked[],
): Promise<AskedText[]> {
  const rows = await listDefaultTexts(ctx.db, { institutionId, collectionId })
  return rows.filter((row) => asked.some((one) => isAbout(row, one))).flatMap(newestOf)
}

/** The texts that whoever decides may ask besides. */
export async function addableTexts(ctx: Context, provider: Provider): Promise<AskedText[]> {
  return (await listOtherTexts(ctx.db, provider)).flatMap(newestOf)
}

const newestOf = ({ id, newest, title, kind, recordKinds, deliveries }: AgreementRow) =>
  newest ? [{ ...newest, agreementId: id, title, kind, recordKinds, deliveries }] : []

/** Texts that whoever decides adds are published ones of the provider or of the catalogue. */
export async function refuseOtherTexts(
  ctx: Context,
  provider: Provider,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const known = ids.every(isId) ? await listAddable(ctx.db, provider, ids) : []
  if (ids.some((id) => known.every((text) => text.id !== id)))
    throw invalidField('agreements', words.noText)
}

/** Titles of texts, by the ids that requests name. */
export const titlesOf = async (ctx: Context, ids: readonly string[]) =>
  listTitles(ctx.db, ids.filter(isId))
