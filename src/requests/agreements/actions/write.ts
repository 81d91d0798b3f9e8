import { recordChange } from '../../../audit/actions.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { allowWriting, personIdOf } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { langs } from '../../../core/text.ts'
import { getInstitution } from '../../../people/institutions/actions.ts'
import {
  type AgreementChange,
  agreementForm,
  type NewAgreement,
  type NewText,
  type TextChange,
} from '../model.ts'
import {
  type AgreementRow,
  findLastText,
  findText,
  insertAgreement,
  insertText,
  isCollectionOf,
  lockAgreement,
  type TextRow,
  updateAgreement,
  updateText,
} from '../queries.ts'
import { hashOfBody, keptBody } from '../rules/seal.ts'
import { keepsAgreement } from '../rules/standing.ts'
import { agreementRefusals as words } from '../words/agreements.ts'

/** Adds an agreement with a draft of its first text. */
export async function createAgreement(ctx: Context, input: NewAgreement): Promise<{ id: string }> {
  allowWriting(ctx)
  return transact(ctx, (trx) => createAgreementIn(trx, ctx, input))
}

/** The same inside a transaction of the caller, for the demo. */
export async function createAgreementIn(
  trx: Trx,
  ctx: Context,
  input: NewAgreement,
): Promise<{ id: string }> {
  const { institution, collection, body, ...settings } = agreementForm.whole(input)
  await refuseForeign(trx, ctx, { institution, collection })
  const id = await insertAgreement(trx, {
    ...columnsOf(settings),
    institution_id: institution,
    collection_id: collection,
    created_at: ctx.now(),
    created_by: personIdOf(ctx),
  })
  await insertText(trx, {
    ...bodyColumns(body),
    agreement_id: id,
    number: 1,
    created_at: ctx.now(),
  })
  await recordChange(trx, ctx, {
    action: 'agreement.create',
    entity: 'agreement',
    entityId: id,
    institutionId: institution,
    after: { institution, collection, ...settings },
  })
  return { id }
}

type Owner = { institution: string | null; collection: string | null }

async function refuseForeign(trx: Trx, ctx: Context, { institution, collection }: Owner) {
  if (institution) await getInstitution({ ...ctx, db: trx }, institution)
  const owner = { institutionId: institution, collectionId: collection }
  if (!keepsAgreement(ctx.actor, owner)) throw new Problem('forbidden', words.notYours)
  if (collection && !(institution && (await isCollectionOf(trx, collection, institution))))
    throw invalidField('collection', words.noCollection)
}

type Held = { id: string; version?: number | undefined }

/** Changes what an agreement is about; its texts have versions of their own. */
export async function editAgreement(
  ctx: Context,
  change: AgreementChange,
  held: Held,
): Promise<void> {
  await holding(ctx, held, async (trx, row) => {
    const { title, kind, isDefault, recordKinds, deliveries } = row
    const before = { title, kind, isDefault, recordKinds, deliveries }
    const after = { ...before, ...change }
    await updateAgreement(trx, row.id, columnsOf(after))
    await recordChange(trx, ctx, { action: 'agreement.edit', ...auditOf(row), before, after })
  })
}

/** New requests are no longer asked to accept it. */
export async function archiveAgreement(ctx: Context, id: string): Promise<void> {
  await holding(ctx, { id, evenArchived: true }, async (trx, row) => {
    if (row.archivedAt) return
    await updateAgreement(trx, row.id, { archived_at: ctx.now() })
    await recordChange(trx, ctx, { action: 'agreement.archive', ...auditOf(row) })
  })
}

/** Begins the next text, with the words of the last where none are given. */
export async function draftText(
  ctx: Context,
  input: Partial<NewText>,
  { agreement }: { agreement: string },
): Promise<{ id: string; number: number }> {
  allowWriting(ctx)
  return unlessBroken('agreement_text_draft', words.isDraft, () =>
    transact(ctx, (trx) => draftTextIn(trx, ctx, { ...input, agreement })),
  )
}

/** The same inside a transaction of the caller, for the demo. */
export async function draftTextIn(
  trx: Trx,
  ctx: Context,
  { agreement, body }: Partial<NewText> & { agreement: string },
): Promise<{ id: string; number: number }> {
  const row = await heldAgreement(trx, ctx, { id: agreement })
  const last = await findLastText(trx, row.id)
  const number = (last?.number ?? 0) + 1
  const isGiven = body !== undefined && (body.zh !== null || body.en !== null)
  const id = await insertText(trx, {
    ...bodyColumns((isGiven ? body : last?.body) ?? { zh: null, en: null }),
    agreement_id: row.id,
    number,
    created_at: ctx.now(),
  })
  const after = { number }
  await recordChange(trx, ctx, { action: 'agreement.draft', ...auditOf(row), after })
  return { id, number }
}

type HeldText = { agreement: string; number: string; version?: number | undefined }

/** Changes a draft; what is published never changes. */
export async function editText(
  ctx: Context,
  { body }: TextChange,
  held: HeldText,
): Promise<TextRow> {
  return holding(ctx, { id: held.agreement }, async (trx, row) => {
    const text = await heldDraft(trx, row, held)
    if (!body) return text
    await updateText(trx, text.id, bodyColumns(body))
    await recordChange(trx, ctx, {
      action: 'agreement.write',
      ...auditOf(row),
      before: { number: text.number, body: text.body },
      after: { number: text.number, body: keptBody(body) },
    })
    return { ...text, body: keptBody(body), version: text.version + 1 }
  })
}

/** From now on requests are asked to accept this text, and it never changes. */
export async function publishText(ctx: Context, held: HeldText): Promise<TextRow> {
  allowWriting(ctx)
  return transact(ctx, (trx) => publishTextIn(trx, ctx, held))
}

/** The same inside a transaction of the caller, for the demo. */
export async function publishTextIn(trx: Trx, ctx: Context, held: HeldText): Promise<TextRow> {
  const row = await heldAgreement(trx, ctx, { id: held.agreement })
  const text = await heldDraft(trx, row, held)
  const { zh, en } = text.body
  if (zh === null || en === null) {
    const missing = langs.filter((lang) => text.body[lang] === null)
    const issues = missing.map((lang) => ({ path: `body.${lang}`, message: words.bothNeeded }))
    throw new Problem('invalid', words.bothNeeded, { issues })
  }
  const [sha256, publishedAt] = [hashOfBody({ zh, en }), ctx.now()]
  const by = { published_at: publishedAt, published_by: personIdOf(ctx) }
  await updateText(trx, text.id, { ...by, sha256 })
  await recordChange(trx, ctx, {
    action: 'agreement.publish',
    ...auditOf(row),
    after: { number: text.number, sha256 },
  })
  return { ...text, publishedAt, sha256, version: text.version + 1 }
}

type Holding = Held & { evenArchived?: boolean }

/** Does something with an agreement that is held until it is done; by who keeps it. */
async function holding<T>(
  ctx: Context,
  held: Holding,
  work: (trx: Trx, row: AgreementRow) => Promise<T>,
): Promise<T> {
  allowWriting(ctx)
  return transact(ctx, async (trx) => work(trx, await heldAgreement(trx, ctx, held)))
}

async function heldAgreement(trx: Trx, ctx: Context, { id, version, evenArchived }: Holding) {
  const row = isId(id) ? await lockAgreement(trx, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.none)
  if (!keepsAgreement(ctx.actor, row)) throw new Problem('forbidden', words.notYours)
  if (row.archivedAt && !evenArchived) throw new Problem('conflict', words.archived)
  if (version !== undefined && version !== row.version) throw new Problem('stale', words.stale)
  return row
}

async function heldDraft(trx: Trx, { id }: AgreementRow, { number, version }: HeldText) {
  const text = /^[1-9]\d{0,5}$/.test(number)
    ? await findText(trx, { agreement: id, withDrafts: true, number: Number(number) })
    : undefined
  if (!text) throw new Problem('not-found', words.noText)
  if (text.publishedAt) throw new Problem('conflict', words.isPublished)
  if (version !== undefined && version !== text.version) throw new Problem('stale', words.stale)
  return text
}

const auditOf = ({ id, institutionId }: AgreementRow) =>
  ({ entity: 'agreement', entityId: id, institutionId }) as const

type Settings = Pick<NewAgreement, 'title' | 'kind' | 'isDefault' | 'recordKinds' | 'deliveries'>

const columnsOf = ({ title, kind, isDefault, recordKinds, deliveries }: Settings) => ({
  title_zh: title.zh,
  title_en: title.en,
  kind,
  is_default: isDefault,
  record_kinds: [...new Set(recordKinds)],
  deliveries: [...new Set(deliveries)],
})

function bodyColumns(body: NewText['body']) {
  const { zh, en } = keptBody(body)
  return { body_zh: zh, body_en: en }
}
