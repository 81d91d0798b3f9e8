import { z } from 'zod'
import { recordChange } from '../../../audit/actions.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { personIdOf, writing } from '../../../core/permission.ts'
import { type Issue, Problem } from '../../../core/problem.ts'
import { isoOf, defaultZone } from '../../../core/time.ts'
import { isId } from '../../../core/shapes.ts'
import { onlyOne } from '../../../core/only.ts'
import { validated } from '../../../core/validated.ts'
import { withPeople } from '../../../samples/matching/actions.ts'
import { Criteria } from '../../../samples/matching/model.ts'
import { matchingWords } from '../../../samples/matching/words.ts'
import { refuseBlocked } from '../../certificates/actions/law.ts'
import type { Provider } from '../../providers/model.ts'
import type { NewItem, NewRequests, RequestChange } from '../model/request.ts'
import { askable, type AskableRow, filesAmong } from '../queries/asked.ts'
import {
  changeItem,
  deleteItem,
  insertItems,
  type ItemRow,
  itemsOf,
  putMembers,
} from '../queries/log.ts'
import {
  insertRequest,
  investigatorsOf,
  lockRequest,
  nextNumber,
  updateRequest,
} from '../queries/requests.ts'
import { deliveryOf, objectionToAsking, partsAsked } from '../rules/asked.ts'
import { refusalWords as words } from '../words/refusals.ts'

type Checked = { item: NewItem; record: AskableRow; quantity: number | null; unit: string | null }

/** Drafts of what is asked, one for each provider; nothing is sent yet. */
export async function createRequests(ctx: Context, input: NewRequests): Promise<{ ids: string[] }> {
  writing(ctx)
  return transact(ctx, (trx) => createRequestsIn(trx, ctx, input))
}

/** The same inside a transaction of the caller: checkout, the demo. */
export async function createRequestsIn(
  trx: Trx,
  ctx: Context,
  input: NewRequests,
): Promise<{ ids: string[] }> {
  const { personId, labs } = writing(ctx)
  const items = await checkedItems(trx, ctx, input.items)
  const supervisorId = await checkedSupervisor(trx, ctx, input.supervisor)
  const labId = labOf(labs, input.lab)
  const destination = input.destination ?? null
  const recordIds = items.map(({ record }) => record.id)
  await refuseBlocked({ ...ctx, db: trx }, { personId, labId, destination, recordIds })
  const ids: string[] = []
  for (const [, own] of Map.groupBy(items, keyOf)) {
    const provider = providerOf(own)
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    const id = await insertDraft(trx, ctx, {
      provider,
      row: {
        requester_id: personId,
        lab_id: labId,
        destination,
        address: input.address ?? null,
        supervisor_id: supervisorId,
        purpose: JSON.stringify(input.purpose),
        answers: JSON.stringify(input.answers),
      },
    })
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    await insertItems(
      trx,
      own.map((checked, position) => rowOf(id, checked, position)),
    )
    ids.push(id)
  }
  return { ids }
}

const keyOf = ({ record }: Checked) => record.collectionId ?? record.institutionId

function providerOf(items: readonly Checked[]): Provider {
  const [first] = items
  if (!first) throw new Error('A group has an item.')
  const { institutionId, collectionId } = first.record
  return { institutionId, collectionId }
}

type Own = {
  requester_id: string
  lab_id: string | null
  destination: string | null
  address: string | null
  supervisor_id: string | null
  purpose: string
  answers: string
}

async function insertDraft(
  trx: Trx,
  ctx: Context,
  { provider, row }: { provider: Provider; row: Own },
): Promise<string> {
  const now = ctx.now()
  const { institutionId, collectionId } = provider
  const { year } = now.toZonedDateTimeISO(defaultZone)
  const number = await nextNumber(trx, { institutionId, year })
  const id = await insertRequest(trx, {
    ...row,
    number,
    institution_id: institutionId,
    collection_id: collectionId,
    created_at: now,
    turn: 'requester',
    turn_since: now,
  })
  await putMembers(trx, id, [{ personId: row.requester_id, since: isoOf(now), until: null }])
  await recordChange(trx, ctx, {
    action: 'request.create',
    entity: 'request',
    entityId: id,
    institutionId,
    after: { number },
  })
  return id
}

const rowOf = (id: string, { item, record, quantity, unit }: Checked, position: number) => ({
  request_id: id,
  position,
  record_id: record.id,
  delivery: item.delivery ?? deliveryOf(record.kind),
  quantity,
  unit,
  is_loan: item.loan,
  target: JSON.stringify(item.target),
})

/** Those of these records that the actor may ask for now. */
export async function askableAmong({ db, actor }: Context, ids: readonly string[]) {
  const records = await askable(db, actor, ids)
  return new Set(records.filter((one) => !objectionToAsking(one)).map(({ id }) => id))
}

/** Every problem with what is asked, each under its item. */
async function checkedItems(trx: Trx, ctx: Context, items: readonly NewItem[]): Promise<Checked[]> {
  const records = await askable(
    trx,
    ctx.actor,
    items.map(({ record }) => record),
  )
  const byId = new Map(records.map((record) => [record.id, record]))
  const issues: Issue[] = []
  const files = await filesKnown(trx, items)
  const people = await withPeople(
    { db: trx },
    items.map(({ record }) => record.toLowerCase()),
  )
  const checked = items.flatMap((item, at) => {
    const record = byId.get(item.record.toLowerCase())
    const objection = objectionToAsking(record)
    if (objection) issues.push({ path: `items.${at}.record`, message: objection })
    if (!record) return []
    const { versionId } = item.target
    if (versionId !== undefined && record.versionIds.every((id) => id !== versionId))
      issues.push({ path: `items.${at}.target`, message: words.noVersion })
    if (!areFilesOf(files, item.target))
      issues.push({ path: `items.${at}.target`, message: words.noFiles })
    issues.push(...issuesOfSamples(item.target, { at, isOfPeople: people.has(record.id) }))
    const asked = partsAsked(item, item.delivery ?? deliveryOf(record.kind))
    if (asked.message) issues.push({ path: `items.${at}.quantity`, message: asked.message })
    return [{ item, record, quantity: asked.quantity ?? null, unit: asked.unit ?? null }]
  })
  const [first] = issues
  if (first) throw new Problem('invalid', first.message, { issues })
  return checked
}

/** Which of the files that are named each version has. */
async function filesKnown(trx: Trx, items: readonly NewItem[]) {
  const named = items.flatMap(({ target }) => filesIn(target) ?? [])
  return new Map((await filesAmong(trx, named)).map(({ id, versionId }) => [id, versionId]))
}

type Place = { at: number; isOfPeople: boolean }

/** Criteria are what they have to be, and of people’s samples it is stated what they are for. */
function issuesOfSamples({ samples }: NewItem['target'], { at, isOfPeople }: Place): Issue[] {
  const path = `items.${at}.samples`
  try {
    const { purpose } = validated(Criteria, samples ?? {})
    return isOfPeople && purpose === undefined
      ? [{ path: `${path}.purpose`, message: matchingWords.purposeNeeded }]
      : []
  } catch (error) {
    if (!(error instanceof Problem) || !error.facts.issues) throw error
    return error.facts.issues.map((issue) => ({ ...issue, path: `${path}.${issue.path}` }))
  }
}

const FileIds = z.array(z.uuid().toLowerCase()).min(1).max(1000)

/** The files that a target names; undefined where it names none, nothing where it does not name them rightly. */
function filesIn({ fileIds }: NewItem['target']): string[] | undefined {
  return fileIds === undefined ? undefined : (FileIds.safeParse(fileIds).data ?? [])
}

/** Certain files are of one version, which is named. */
function areFilesOf(known: ReadonlyMap<string, string>, target: NewItem['target']): boolean {
  const ids = filesIn(target)
  if (ids === undefined) return true
  return ids.length > 0 && ids.every((id) => known.get(id) === target['versionId'])
}

function labOf(labs: readonly { labId: string }[], asked: string | undefined): string | null {
  if (asked === undefined) return onlyOne(labs)?.labId ?? null
  if (labs.some(({ labId }) => labId === asked)) return asked
  throw new Problem('invalid', words.notYourLab, {
    issues: [{ path: 'lab', message: words.notYourLab }],
  })
}

/** A principal investigator of one of the requester's labs. */
async function checkedSupervisor(trx: Trx, ctx: Context, asked: string | undefined) {
  if (asked === undefined) return null
  const found = await supervisorsFor({ ...ctx, db: trx })
  if (found.some(({ id }) => id === asked)) return asked
  throw new Problem('invalid', words.notSupervisor, {
    issues: [{ path: 'supervisor', message: words.notSupervisor }],
  })
}

/** Who may consent for the actor: principal investigators of their labs, but for themselves. */
export async function supervisorsFor(ctx: Context) {
  const { personId, labs } = writing(ctx)
  const found = await investigatorsOf(
    ctx.db,
    labs.map(({ labId }) => labId),
  )
  return found.filter(({ id }) => id !== personId)
}

/** Changes what is asked while nobody decides about it: a draft, or what was returned. */
export async function changeRequest(
  ctx: Context,
  change: RequestChange,
  key: { id: string; version: number | undefined },
): Promise<void> {
  writing(ctx)
  await transact(ctx, async (trx) => {
    const row = await lockOpen(trx, ctx, key)
    const { id, institutionId, number } = row
    if (change.items)
      await putAsked(trx, ctx, {
        id,
        items: change.items,
        provider: row,
        isSent: row.submittedAt !== null,
      })
    await updateRequest(trx, id, await columnsOf(trx, ctx, change))
    const of = { entity: 'request', entityId: id, institutionId } as const
    await recordChange(trx, ctx, { action: 'request.change', ...of, after: { number } })
  })
}

/** The actor’s own request while it is theirs to change. */
async function lockOpen(
  trx: Trx,
  ctx: Context,
  { id, version }: { id: string; version: number | undefined },
) {
  const row = isId(id) ? await lockRequest(trx, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noRequest)
  if (row.requesterId !== personIdOf(ctx)) throw new Problem('forbidden', words.notYours)
  if (version !== undefined && row.version !== version) throw new Problem('stale', words.stale)
  if (!['draft', 'returned'].includes(row.state)) throw new Problem('conflict', words.onlyDrafts)
  return row
}

/** Only the fields present are changed. */
export async function columnsOf(trx: Trx, ctx: Context, change: RequestChange) {
  const { purpose, answers, supervisor, lab, destination, address } = change
  const { labs } = writing(ctx)
  return {
    ...(purpose && { purpose: JSON.stringify(purpose) }),
    ...(answers && { answers: JSON.stringify(answers) }),
    ...(destination !== undefined && { destination }),
    ...(address !== undefined && { address }),
    ...(supervisor !== undefined && {
      supervisor_id: await checkedSupervisor(trx, ctx, supervisor ?? undefined),
    }),
    ...(lab !== undefined && { lab_id: lab === null ? null : labOf(labs, lab) }),
  }
}

type Replaced = { id: string; items: readonly NewItem[]; provider: Provider; isSent: boolean }

/**
 * Writes what is asked as the rows of a request. What is asked of the same thing keeps its row, and what was sent before
 * stays for the log. Items of another provider are refused: they are a request of their own.
 */
export async function putAsked(
  trx: Trx,
  ctx: Context,
  { id, items, provider, isSent }: Replaced,
): Promise<void> {
  const checked = await checkedItems(trx, ctx, items)
  refuseOthers(checked, provider)
  const before = await itemsOf(trx, id)
  const kept = new Set<string>()
  for (const [position, one] of checked.entries()) {
    const row = rowOf(id, one, position)
    const old = before.find((item) => !kept.has(item.id) && isSameThing(item, one))
    if (old) {
      kept.add(old.id)
      // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
      await changeItem(trx, old.id, { ...row, is_asked: true })
    } else {
      // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
      await insertItems(trx, [row])
    }
  }
  for (const item of before.filter((one) => !kept.has(one.id)))
    // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
    await (isSent ? changeItem(trx, item.id, { is_asked: false }) : deleteItem(trx, item.id))
}

function refuseOthers(checked: readonly Checked[], provider: Provider): void {
  const at = checked.findIndex(
    (one) => keyOf(one) !== (provider.collectionId ?? provider.institutionId),
  )
  if (at >= 0)
    throw new Problem('invalid', words.otherProvider, {
      issues: [{ path: `items.${at}.record`, message: words.otherProvider }],
    })
}

const isSameThing = (row: ItemRow, { item, record }: Checked): boolean =>
  row.recordId === record.id && canonical(row.target) === canonical(item.target)

/** The same text for the same facts, whatever the order of their names. */
const canonical = (facts: Record<string, unknown>): string =>
  JSON.stringify(Object.entries(facts).toSorted(([one], [other]) => (one < other ? -1 : 1)))
