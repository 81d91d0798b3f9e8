import { fieldsOf } from '../../../kinds.ts'
import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import type { LocalText } from '../../../core/text.ts'
import type { RecordChange } from '../model/input.ts'
import { upsertParts, valuesOf } from '../queries/parts.ts'
import {
  lockRecordRow,
  type RecordRow,
  replaceIdentifiers,
  updateRecord,
} from '../queries/records.ts'
import { commonOf } from '../rules/record.ts'
import { catalogWords } from '../words/refusals.ts'
import { ownFieldsOf, profileOf, refuseUnpublishable, refuseWrongInput } from './input.ts'
import { refuseUnlessKept } from './keeping.ts'
import { indexRecord } from '../../search/actions.ts'

/** A record held for a change: it is there, the actor keeps it, and it is the version that they read. */
export async function holdRecord(
  trx: Trx,
  ctx: Context,
  { id, version }: { id: string; version?: number },
): Promise<RecordRow> {
  const record = await lockRecordRow(trx, ctx.actor, id)
  if (!record) throw new Problem('not-found', catalogWords.noRecord)
  refuseUnlessKept(ctx.actor, record)
  if (version !== undefined && version !== record.version)
    throw new Problem('stale', catalogWords.stale)
  if (record.withdrawnAt) throw new Problem('conflict', catalogWords.withdrawnIsFinal)
  return record
}

/** Changes the named fields of a record; absent ones stay. Refused as stale unless `version` is the newest. */
export async function editRecord(
  ctx: Context,
  { id, version }: { id: string; version?: number },
  input: RecordChange,
): Promise<void> {
  await transact(ctx, async (trx) => {
    const record = await holdRecord(trx, ctx, { id, ...(version !== undefined && { version }) })
    const profile = profileOf(record.kind, input.profile ?? record.profile)
    const own = ownFieldsOf(input)
    await refuseWrongInput(ctx, trx, { kind: record.kind, profile, own, input })
    await refuseForeignOwner(ctx, record, input)

    const ownBefore = valuesOf(record.kind, record.profile, record.parts)
    const ownAfter = { ...ownBefore, ...own }
    const common = { ...commonAfter(record, input), profile }
    if (record.publishedAt)
      refuseUnpublishable(fieldsOf(record.kind, profile), ownAfter, common.access)
    await updateRecord(trx, id, { ...columnsOf(common), updated_at: ctx.now() })
    await upsertParts(trx, { id, kind: record.kind, profile }, ownAfter)
    if (input.identifiers) await replaceIdentifiers(trx, id, input.identifiers)
    await indexRecord(trx, id)
    await recordChange(trx, ctx, {
      action: 'record.edit',
      entity: 'record',
      entityId: id,
      institutionId: record.institutionId,
      before: { ...commonOf(record), profile: record.profile, ...ownBefore },
      after: { ...common, ...ownAfter },
    })
  })
}

/** Giving a record to another institution needs to keep both. */
async function refuseForeignOwner(ctx: Context, record: RecordRow, input: RecordChange) {
  if (input.institution && input.institution !== record.institutionId)
    refuseUnlessKept(ctx.actor, { institutionId: input.institution, collectionId: null })
}

type Common = ReturnType<typeof commonOf>

function commonAfter(record: RecordRow, input: RecordChange): Common {
  const before = commonOf(record)
  const after: Common = {
    title: { ...before.title, ...said(input.title ?? {}) },
    summary: { ...before.summary, ...said(input.summary ?? {}) },
    institution: either(input.institution, before.institution),
    collection: either(input.collection, before.collection),
    library: either(input.library, before.library),
    keywords: either(input.keywords, before.keywords),
    subjects: either(input.subjects, before.subjects),
    identifiers: either(input.identifiers, before.identifiers),
    access: either(input.access, before.access),
    audience: either(input.audience, before.audience),
  }
  if (!after.title.zh && !after.title.en)
    throw new Problem('invalid', catalogWords.invalid, {
      issues: [{ path: 'title', message: catalogWords.titleNeeded }],
    })
  return after
}

/** What was given, or what was there before: null empties, absent stays. */
const either = <Value>(given: Value | undefined, before: Value): Value =>
  given === undefined ? before : given

type Given = { zh?: string | null | undefined; en?: string | null | undefined }

const said = ({ zh, en }: Given): Partial<LocalText> => ({
  ...(zh !== undefined && { zh }),
  ...(en !== undefined && { en }),
})

const columnsOf = (common: Common & { profile: string | null }) => ({
  profile: common.profile,
  institution_id: common.institution,
  collection_id: common.collection,
  library: common.library,
  title_zh: common.title.zh,
  title_en: common.title.en,
  summary_zh: common.summary.zh,
  summary_en: common.summary.en,
  keywords: common.keywords,
  subjects: common.subjects,
  access: common.access,
  audience: common.audience,
})
