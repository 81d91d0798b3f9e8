import { type Context, transact } from '../../../core/context.ts'
import { onlyOne } from '../../../core/only.ts'
import { signedIn } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import type { SentFile } from '../../../orders/forms/actions.ts'
import type { Answers } from '../../../orders/forms/model.ts'
import { lawOfAsking, refuseBlocked } from '../../certificates/actions/law.ts'
import {
  checkedAnswers,
  earlierAnswers,
  keepAnswers,
  withAnswerFiles,
} from '../../forms/actions/answers.ts'
import { filesWithin } from '../../forms/rules.ts'
import { type FormRow, formFor } from '../../forms/actions/forms.ts'
import { blockedBy, type Finding } from '../../permits/rules.ts'
import { createRequestsIn } from '../../requests/actions/create.ts'
import type { NewItem, NewRequests, Purpose } from '../../requests/model/request.ts'
import type { ProviderRow } from '../../ways/actions.ts'
import { basketRefusals as refusals } from '../words.ts'
import { emptyBasket } from './change.ts'
import { type BasketItem, basketOf } from './read.ts'

/** An item with what the law asks of it; one that it forbids is not asked for. */
export type CheckedItem = { item: BasketItem; findings: readonly Finding[]; isBlocked: boolean }
/** What goes to one provider, with the form that it asks to be filled in. */
export type CheckoutPart = {
  provider: ProviderRow
  items: readonly CheckedItem[]
  form: FormRow | undefined
  /** What was answered to this provider before, as far as its form still asks it. */
  earlier: Answers
}
export type Checkout = {
  /** The country where it goes. */
  destination: string
  parts: CheckoutPart[]
  skipped: readonly BasketItem[]
  version: number
}

/** What the basket becomes: a request to each provider, as the law lets it. */
export async function checkoutOf(ctx: Context, goesTo?: string): Promise<Checkout> {
  const { parts, skipped, version } = await basketOf(ctx)
  const recordIds = parts.flatMap(({ items }) => items.map(({ recordId }) => recordId))
  const { destination, records } = await lawOfAsking(ctx, {
    ...recipientIn(ctx),
    destination: goesTo ?? null,
    recordIds,
  })
  const findingsOf = new Map(records.map(({ recordId, findings }) => [recordId, findings]))
  const checked = await Promise.all(
    parts.map(async ({ provider, items }) => ({
      provider,
      ...(await askedForm(ctx, provider)),
      items: items.map((item) => {
        const findings = findingsOf.get(item.recordId)
        const isBlocked = findings === undefined || blockedBy(findings).length > 0
        return { item, findings: findings ?? [], isBlocked }
      }),
    })),
  )
  return { destination, parts: checked, skipped, version }
}

/** Who asks, and in the name of which lab where they have one alone. */
function recipientIn(ctx: Context) {
  const { personId, labs } = signedIn(ctx)
  return { personId, labId: onlyOne(labs)?.labId ?? null }
}

async function askedForm(ctx: Context, { institution, collection }: ProviderRow) {
  const provider = { institutionId: institution.id, collectionId: collection?.id ?? null }
  const form = await formFor(ctx, provider)
  return { form, earlier: await earlierAnswers(ctx, form, provider) }
}

/** Under what name the answers to the form of a provider stand. */
export const answersAt = (part: number) => `p${part}.answers`

export type Placing = {
  purpose: Purpose
  supervisor: string | undefined
  destination: string | undefined
  address: string | undefined
  /** The basket that was looked at. */
  version: number
  /** What was answered to the form of each provider, in the order of the parts. */
  answersOf: (part: CheckoutPart, at: number) => { answers: Answers; files: SentFile[] }
}

/** Makes a draft to each provider of all that the law lets be asked for, and takes it out of the basket, in one. */
export async function placeRequests(
  ctx: Context,
  { purpose, supervisor, version, answersOf, destination, address }: Placing,
): Promise<string[]> {
  const checkout = await checkoutOf(ctx, destination)
  if (checkout.version !== version) throw new Problem('conflict', refusals.changedMeanwhile)
  const parts = checkout.parts.flatMap((part, at) => {
    const items = part.items.flatMap(({ item, isBlocked }) => (isBlocked ? [] : [item]))
    if (items.length === 0) return []
    return [{ items, form: part.form, ...answered(part, at, answersOf(part, at)) }]
  })
  if (parts.length === 0) {
    await refuseAllBlocked(ctx, checkout)
    throw new Problem('conflict', refusals.nothingToAsk)
  }
  const files = parts.flatMap((part, at) => part.files.map((file) => fileOf(at, file)))
  return withAnswerFiles(ctx, files, (stored) =>
    transact(ctx, async (trx) => {
      const made: string[] = []
      for (const [at, { items, answers, form }] of parts.entries()) {
        const about = { purpose, answers, supervisor, destination, address }
        const asked = { items: items.map(newItem), ...about }
        const own = filesWithin(`${at}`, stored)
        // oxlint-disable-next-line no-await-in-loop -- one connection: one after the other
        const { ids } = await createRequestsIn(trx, ctx, asked)
        for (const requestId of ids)
          // oxlint-disable-next-line no-await-in-loop -- the same
          await keepAnswers(trx, ctx, { requestId, form, answers, files: own })
        made.push(...ids)
      }
      const taken = parts.flatMap(({ items }) => items.map(({ id }) => id))
      await emptyBasket(trx, ctx, taken)
      return made
    }),
  )
}

/** Where the law leaves nothing to be asked for, it is said why. */
const refuseAllBlocked = async (ctx: Context, { destination, parts }: Checkout) =>
  refuseBlocked(ctx, {
    ...recipientIn(ctx),
    destination,
    recordIds: parts.flatMap(({ items }) => items.map(({ item }) => item.recordId)),
  })

/** Drafts of all that is in the basket; refused as a whole where the law blocks any of it. */
export async function requestBasket(ctx: Context, asked: Omit<NewRequests, 'items'>) {
  const { parts } = await basketOf(ctx)
  const items = parts.flatMap((part) => part.items)
  if (items.length === 0) throw new Problem('conflict', refusals.nothingToAsk)
  return transact(ctx, async (trx) => {
    const made = await createRequestsIn(trx, ctx, { ...asked, items: items.map(newItem) })
    await emptyBasket(
      trx,
      ctx,
      items.map(({ id }) => id),
    )
    return made
  })
}

/** Files of all requests are stored together, each under the place of its request. */
const fileOf = (at: number, file: SentFile): SentFile => ({ ...file, field: `${at}.${file.field}` })

/** The answers to a form, or what is wrong with them, under the names that its inputs have on the page. */
function answered(
  { form }: CheckoutPart,
  at: number,
  sent: { answers: Answers; files: SentFile[] },
) {
  try {
    return checkedAnswers(form, sent)
  } catch (error) {
    if (!(error instanceof Problem) || !error.facts.issues) throw error
    const issues = error.facts.issues.map((issue) => ({ ...issue, path: `p${at}.${issue.path}` }))
    throw new Problem('invalid', error.detail, { issues })
  }
}

const newItem = ({ recordId, delivery, quantity, unit, isLoan, target }: BasketItem): NewItem => ({
  record: recordId,
  delivery,
  loan: isLoan,
  target,
  ...(quantity !== null && { quantity }),
  ...(unit !== null && { unit }),
})
