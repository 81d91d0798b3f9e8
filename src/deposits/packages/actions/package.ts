import { recordChange } from '../../../audit/actions.ts'
import { getRecord } from '../../../catalog/records/actions/read.ts'
import { issuesBeforePublishing } from '../../../catalog/records/rules/record.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Paging } from '../../../core/paging.ts'
import { allowWriting, personIdOf } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { bothLanguages } from '../../../core/text.ts'
import { draftOf } from '../../../datasets/versions/actions.ts'
import { getDeposit, holdItem, type ItemRow } from '../../plans/actions.ts'
import { updateItem } from '../../plans/queries.ts'
import { receivedVersion } from '../../receipts/actions.ts'
import { isOpenToChange, sidesOf } from '../../plans/rules.ts'
import type { NewRemark, PartsInput, RemarkAnswerInput } from '../model.ts'
import {
  answerRemarkRow,
  countOpenRemarks,
  deleteRemark,
  findRemark,
  historyOf,
  insertRemark,
  listRemarks,
  partsOf,
  setPartNote,
} from '../queries.ts'
import {
  checkerIn,
  commandsFor,
  type Objection,
  objectionsToSubmission,
  type PackageFacts,
} from '../rules.ts'
import { packageWords as words } from '../words.ts'

/** A deposit with its package as its viewer may see it: the dataset's draft is not the centre's before it is passed on. */
export async function getPackage(ctx: Context, id: string) {
  const item = await getDeposit(ctx, id)
  const sides = sidesOf(ctx.actor, item)
  const isRead = isReadBy(sides, item)
  const isPrepared = item.state !== 'promised' && isOpenToChange(item.state)
  return {
    ...item,
    sides,
    commands: commandsFor(item.state, sides),
    missing: isPrepared && isRead ? await objectionsTo(ctx, item) : [],
    ...(isRead ? await filesOf(ctx, item) : noFiles),
    parts: await partsOf(ctx.db, id),
  }
}
export type Package = Awaited<ReturnType<typeof getPackage>>

const noFiles = { versionNumber: null, fileCount: 0, sizeBytes: 0 }

/** The version that was received, or the draft of the dataset before, and how much is in it. */
async function filesOf(ctx: Context, { id, recordId }: ItemRow) {
  const received = await receivedVersion(ctx, id)
  if (received) return received
  const draft = recordId === null ? undefined : await draftOf(ctx, recordId)
  if (!draft) return noFiles
  const { number, fileCount, sizeBytes } = draft.version
  return { versionNumber: number, fileCount: fileCount ?? 0, sizeBytes: sizeBytes ?? 0 }
}

/** The centre reads the draft of a dataset once it was passed on to it. */
const isReadBy = (sides: readonly string[], { checkUntil }: ItemRow): boolean =>
  sides.some((side) => side !== 'centre') || checkUntil !== null

/** What a package lacks before it can be submitted. */
export async function objectionsTo(ctx: Context, item: ItemRow): Promise<Objection[]> {
  const draft = item.recordId ? await draftOf(ctx, item.recordId) : undefined
  const parts = await partsOf(ctx.db, item.id)
  // The data themselves are the files.
  const isMissing = ({ code, needed, note }: (typeof parts)[number]) =>
    needed && note === null && code !== 'data'
  const facts: PackageFacts = {
    fields: await fieldsMissingIn(ctx, item),
    files: draft?.objections,
    missingParts: parts.filter(isMissing).map(({ name }) => bothLanguages(name)),
    openRemarks: await countOpenRemarks(ctx.db, item.id),
  }
  return objectionsToSubmission(facts)
}

/** The fields that publication needs; the grade and the access are those of the plan. */
async function fieldsMissingIn(ctx: Context, { recordId, grade, sharing }: ItemRow) {
  if (recordId === null) return []
  const { fields, values } = await getRecord(ctx, recordId, 'dataset')
  const planned = { ...values, dataGrade: grade === 'core' ? 'general' : grade }
  return issuesBeforePublishing(fields, planned, sharing).map(({ path, message }) => {
    const field = fields.find(({ key }) => key === path)
    return field ? field.label : message
  })
}

/** Says where parts of a package are. */
export async function setParts(ctx: Context, { parts }: PartsInput, held: { id: string }) {
  allowWriting(ctx)
  await transact(ctx, async (trx) => {
    const item = await holdItem(trx, ctx, held)
    if (!sidesOf(ctx.actor, item).includes('depositor'))
      throw new Problem('forbidden', words.notYourStep)
    if (!isOpenToChange(item.state)) throw new Problem('conflict', words.inCheckParts)
    const known = new Map((await partsOf(trx, item.id)).map((part) => [part.code, part.note]))
    const unknown = Object.keys(parts).find((code) => !known.has(code))
    if (unknown !== undefined) throw invalidField(`parts.${unknown}`, words.unknownPart)
    for (const [part, note] of Object.entries(parts))
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement at a time
      await setPartNote(trx, { itemId: item.id, part, note })
    await updateItem(trx, item.id, {})
    await recordChange(trx, ctx, {
      action: 'deposit.parts',
      entity: 'deposit',
      entityId: item.id,
      institutionId: item.institutionId,
      before: Object.fromEntries(known),
      after: { ...Object.fromEntries(known), ...parts },
    })
  })
}

/** Remarks on a package; those of a check that is still going on are its checkers' alone. */
export async function remarksOn(
  ctx: Context,
  { deposit, ...paging }: Paging & { deposit: string },
) {
  const item = await getDeposit(ctx, deposit)
  const sides = sidesOf(ctx.actor, item)
  const checker = checkerIn(item.state)
  const drafts = checker !== undefined && sides.includes(checker)
  return listRemarks(ctx.db, { itemId: item.id, drafts }, paging)
}

/** Remarks on a package that is in the actor's check; the depositor reads it once it is returned. */
export async function addRemark(
  ctx: Context,
  { about, text }: NewRemark,
  { deposit }: { deposit: string },
) {
  allowWriting(ctx)
  return transact(ctx, async (trx) => {
    const item = await holdItem(trx, ctx, { id: deposit })
    const madeFor = checking(ctx, item)
    const id = await insertRemark(trx, {
      itemId: item.id,
      about: about ?? null,
      text,
      madeAt: ctx.now(),
      madeBy: personIdOf(ctx),
      madeFor,
    })
    await noteRemark(trx, ctx, { item, action: 'deposit.remark', after: { about, text } })
    return { id }
  })
}

type RemarkKey = { deposit: string; remark: string }

/** Removes a remark that nobody but its checkers has read. */
export async function removeRemark(ctx: Context, { deposit, remark }: RemarkKey): Promise<void> {
  allowWriting(ctx)
  await transact(ctx, async (trx) => {
    const item = await holdItem(trx, ctx, { id: deposit })
    checking(ctx, item)
    const row = isId(remark) ? await findRemark(trx, item.id, remark) : undefined
    if (!row) throw new Problem('not-found', words.noRemark)
    if (row.answer !== null) throw new Problem('conflict', words.alreadyAnswered)
    await deleteRemark(trx, row.id)
    const before = { about: row.about, text: row.text }
    await noteRemark(trx, ctx, { item, action: 'deposit.unremark', before })
  })
}

function checking(ctx: Context, item: ItemRow): 'unit' | 'centre' {
  const checker = checkerIn(item.state)
  if (!checker) throw new Problem('conflict', words.notInCheck)
  if (!sidesOf(ctx.actor, item).includes(checker)) throw new Problem('forbidden', words.notYourStep)
  return checker
}

/** Says what was done about a remark, once. */
export async function answerRemark(
  ctx: Context,
  { answer }: RemarkAnswerInput,
  { deposit, remark }: RemarkKey,
): Promise<void> {
  allowWriting(ctx)
  await transact(ctx, async (trx) => {
    const item = await holdItem(trx, ctx, { id: deposit })
    if (!sidesOf(ctx.actor, item).includes('depositor'))
      throw new Problem('forbidden', words.notYourStep)
    if (item.state !== 'returned') throw new Problem('conflict', words.notReturned)
    const row = isId(remark) ? await findRemark(trx, item.id, remark) : undefined
    if (!row) throw new Problem('not-found', words.noRemark)
    if (row.answer !== null) throw new Problem('conflict', words.alreadyAnswered)
    await answerRemarkRow(trx, row.id, { answer, at: ctx.now(), by: personIdOf(ctx) })
    await noteRemark(trx, ctx, { item, action: 'deposit.answer', after: { answer } })
  })
}

type Noted = {
  item: ItemRow
  action: 'deposit.remark' | 'deposit.unremark' | 'deposit.answer'
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

const noteRemark = (
  trx: Parameters<typeof recordChange>[0],
  ctx: Context,
  { item, ...change }: Noted,
) =>
  recordChange(trx, ctx, {
    ...change,
    entity: 'deposit',
    entityId: item.id,
    institutionId: item.institutionId,
  })

/** What happened to a deposit, newest first; remarks are shown by themselves. */
export async function historyOfDeposit(ctx: Context, id: string) {
  await getDeposit(ctx, id)
  return (await historyOf(ctx.db, id)).filter(({ action }) => !action.endsWith('remark'))
}
