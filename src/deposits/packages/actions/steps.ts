import { recordChange } from '../../../audit/actions.ts'
import { createRecordIn } from '../../../catalog/records/actions/create.ts'
import {
  editRecordIn,
  markDeposit,
  publishRecordIn,
  type RecordStep,
} from '../../../catalog/records/actions/edit.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { zonedMoment } from '../../../core/letters.ts'
import { allowWriting, personIdOf } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { dayAt, defaultZone } from '../../../core/time.ts'
import {
  createVersionIn,
  draftOf,
  holdDraft,
  publishWithRecord,
} from '../../../datasets/versions/actions.ts'
import { tellPeople } from '../../../mail/actions.ts'
import { byInLetter, inOneLine, oneLine } from '../../../mail/rules.ts'
import { checkUntil } from '../../centres/actions.ts'
import { holdItem, type ItemRow } from '../../plans/actions.ts'
import type { DepositState } from '../../plans/model.ts'
import { updateItem } from '../../plans/queries.ts'
import { sidesOf } from '../../plans/rules.ts'
import { planWords } from '../../plans/words.ts'
import { issueReceipt } from '../../receipts/actions.ts'
import { stateNames } from '../../words/names.ts'
import { objectionsTo } from './package.ts'
import { countOpenRemarks, insertRemark } from '../queries.ts'
import { checkerIn, type Command, stepOf } from '../rules.ts'
import { packageWords as words } from '../words.ts'

export type Held = { id: string; version?: number | undefined }
type ItemUpdate = Parameters<typeof updateItem>[2]

type Work = (trx: Trx, ctx: Context, item: ItemRow) => Promise<ItemUpdate>
type Step = {
  command: Command
  /** What the letter about it says further. */
  note?: string | undefined
  /** What else follows from it, in the same transaction; answers what becomes of the row. */
  work?: Work
}

/** Takes one step of the lifecycle: held, allowed to the actor, written down, and told to whom it concerns. */
async function takeStep(ctx: Context, held: Held, step: Step): Promise<void> {
  allowWriting(ctx)
  await transact(ctx, (trx) => takeStepIn(trx, ctx, { held, step }))
}

async function takeStepIn(trx: Trx, ctx: Context, { held, step }: { held: Held; step: Step }) {
  const { command, note } = step
  const item = await holdItem(trx, ctx, held)
  const next = refuseUnless(ctx, item, command)
  const change = await step.work?.(trx, ctx, item)
  await updateItem(trx, item.id, { ...change, state: next })
  await recordChange(trx, ctx, {
    action: `deposit.${command}`,
    entity: 'deposit',
    entityId: item.id,
    institutionId: item.institutionId,
    before: { state: item.state },
    after: { state: next, ...(note && { note }) },
  })
  const until = change?.check_until
  await tellOf(trx, ctx, { item, command, note, until: until ? zonedUntil(until) : null })
}

type Instantish = NonNullable<ItemUpdate['check_until']>
const zonedUntil = (until: Instantish) =>
  typeof until === 'string' ? null : zonedMoment(until, defaultZone)

function refuseUnless(ctx: Context, item: ItemRow, command: Command): DepositState {
  const step = stepOf(item.state, command)
  if (!step) throw new Problem('conflict', planWords.notNow(stateNames[item.state]))
  if (!sidesOf(ctx.actor, item).includes(step.who))
    throw new Problem('forbidden', words.notYourStep)
  return step.next
}

type Told = {
  item: ItemRow
  command: Command
  note: string | undefined
  until: ReturnType<typeof zonedUntil>
}

/** Tells who has to check it now, and the depositor of what others did. */
async function tellOf(trx: Trx, ctx: Context, { item, command, note = '', until }: Told) {
  const by = byInLetter(ctx.actor)
  const facts = {
    depositId: item.id,
    title: inOneLine(item.title),
    award: oneLine(item.project.awardNumber),
    by,
  }
  const checker = { submission: item.institutionId, approval: item.centreId }[command as string]
  if (checker)
    await tellPeople(trx, ctx, {
      letter: 'deposit_to_check',
      to: { curatorsOf: checker },
      facts: { ...facts, until },
    })
  if (['approval', 'return', 'acceptance', 'ending'].includes(command))
    await tellPeople(trx, ctx, {
      letter: 'deposit_moved',
      to: { people: [item.depositorId].filter((id) => id !== personIdOf(ctx)) },
      facts: { ...facts, command, note: oneLine(note) },
    })
}

/** Begins the package: a draft of a dataset, which the depositor and the lab write, with its first version. */
export const beginPackage = (ctx: Context, held: Held) =>
  takeStep(ctx, held, { command: 'beginning', work: begin })

const begin: Work = async (trx, ctx, item) => {
  const award = {
    funderName: item.funder,
    awardNumber: item.project.awardNumber,
    awardTitle: inOneLine(item.project.title).zh,
  }
  const input = {
    title: item.title,
    institution: item.institutionId,
    access: item.sharing,
    dataGrade: item.grade,
    fundingReferences: [award],
  }
  const { id } = await createRecordIn(trx, ctx, {
    kind: 'dataset',
    input,
    depositor: { personId: item.depositorId, labId: item.labId },
  })
  await createVersionIn(trx, ctx, { input: {}, dataset: id })
  return { record_id: id, begun_at: ctx.now() }
}

/** Submits a package for check; refused with everything that it lacks. Its depositors only read it from now on. */
export const submitPackage = (ctx: Context, held: Held) =>
  takeStep(ctx, held, { command: 'submission', work: submit })

const submit: Work = async (trx, ctx, item) => {
  const recordId = recordOf(item)
  // Held first: an upload that begins meanwhile waits, and then finds the draft closed to it.
  await holdDraftOf(trx, ctx, recordId)
  await markDeposit(trx, recordId, { submittedAt: ctx.now() })
  const objections = await objectionsTo({ ...ctx, db: trx }, item)
  if (objections.length > 0) throw new Problem('conflict', words.notComplete, { objections })
  return { submitted_at: ctx.now() }
}

async function holdDraftOf(trx: Trx, ctx: Context, dataset: string): Promise<void> {
  const draft = await draftOf(ctx, dataset, trx)
  if (draft) await holdDraft(trx, ctx, { dataset, number: String(draft.version.number) })
}

function recordOf({ recordId }: ItemRow): string {
  if (recordId === null) throw new Problem('conflict', planWords.noDeposit)
  return recordId
}

const reopen: Work = async (trx, _, item) => {
  await markDeposit(trx, recordOf(item), { submittedAt: null })
  return {}
}

/** Takes a package back before its institution has looked at it. */
export const recallPackage = (ctx: Context, held: Held) =>
  takeStep(ctx, held, { command: 'recall', work: reopen })

/** Passes a package on to the centre, whose curators keep the dataset from now on, and starts their clock. */
export const approvePackage = (ctx: Context, held: Held) =>
  takeStep(ctx, held, { command: 'approval', work: approve })

const approve: Work = async (trx, ctx, item) => {
  await refuseOpenRemarks(trx, item)
  await markDeposit(trx, recordOf(item), { depositedWith: item.centreId })
  return {
    passed_at: ctx.now(),
    check_until: await checkUntil(ctx, trx, item.centreId),
    overrun_told_at: null,
  }
}

/** What was remarked is read by the depositor once the package is returned: passing it on would bury it. */
async function refuseOpenRemarks(trx: Trx, item: ItemRow): Promise<void> {
  if ((await countOpenRemarks(trx, item.id)) > 0) throw new Problem('conflict', words.openRemarks)
}

/** Returns a package with its remarks; the depositors may write it again. */
export const returnPackage = (ctx: Context, { text }: { text?: string | undefined }, held: Held) =>
  takeStep(ctx, held, {
    command: 'return',
    note: text,
    work: async (trx, inside, item) => {
      const madeFor = checkerIn(item.state)
      if (text && madeFor)
        await insertRemark(trx, {
          itemId: item.id,
          about: null,
          text,
          madeAt: ctx.now(),
          madeBy: personIdOf(ctx),
          madeFor,
        })
      if ((await countOpenRemarks(trx, item.id)) === 0)
        throw new Problem('conflict', words.remarkNeeded)
      await reopen(trx, inside, item)
      return {}
    },
  })

/** Gives a deposit up, with the reason; the item stays in the plan. */
export const endDeposit = (ctx: Context, { reason }: { reason: string }, held: Held) =>
  takeStep(ctx, held, {
    command: 'ending',
    note: reason,
    work: async (trx, _, item) => {
      // A draft that was begun stays with the institution, and is no longer the depositor's to change.
      if (item.recordId) await markDeposit(trx, item.recordId, { submittedAt: ctx.now() })
      return { ended_at: ctx.now(), ended_reason: reason }
    },
  })

/**
 * Accepts a package: grade, access and embargo become those of the plan, the dataset is published where the plan has it
 * so, and the receipt is issued, in one transaction. Core data, and what is only deposited, is never published; its
 * version is sealed, so that it stays what the receipt is of.
 */
export const acceptPackage = (ctx: Context, held: Held, steps: readonly RecordStep[]) =>
  takeStep(ctx, held, {
    command: 'acceptance',
    work: async (trx, inside, item) => {
      await refuseOpenRemarks(trx, item)
      await accept(trx, inside, { item, steps })
      return {}
    },
  })

async function accept(
  trx: Trx,
  ctx: Context,
  { item, steps }: { item: ItemRow; steps: readonly RecordStep[] },
): Promise<void> {
  const id = recordOf(item)
  await holdDraftOf(trx, ctx, id)
  const draft = await draftOf(ctx, id, trx)
  if (!draft || draft.objections.length > 0)
    throw new Problem('conflict', draft?.objections[0]?.detail ?? words.noDraft, {
      objections: draft?.objections ?? [],
    })
  await editRecordIn(trx, ctx, { id, input: asPlanned(ctx, item) })
  const { number } = await issueReceipt(trx, ctx, { item, recordId: id, version: draft.version })
  await recordChange(trx, ctx, {
    action: 'record.deposit',
    entity: 'record',
    entityId: id,
    institutionId: item.institutionId,
    after: { receipt: number },
  })
  if (item.grade !== 'core' && item.sharing !== 'closed')
    await publishRecordIn(trx, ctx, { id, steps })
  else await publishWithRecord(trx, ctx, id)
}

function asPlanned(ctx: Context, { grade, sharing, embargoUntil }: ItemRow) {
  const today = dayAt(ctx.now(), defaultZone)
  const isEmbargoed = embargoUntil !== null && embargoUntil > today
  return {
    access: sharing,
    dataGrade: grade,
    gradedOn: today,
    ...(ctx.actor.type === 'person' && { gradeApprover: ctx.actor.name.slice(0, 100) }),
    ...(isEmbargoed && { protected: true, protectedUntil: embargoUntil }),
  }
}
