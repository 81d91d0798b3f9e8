import type { Context } from '../../core/context.ts'
import { Problem } from '../../core/problem.ts'
import { writing } from '../../core/permission.ts'
import { Answers } from '../../orders/forms/model.ts'
import {
  askableAmong,
  changeRequest,
  createRequests,
  supervisorsFor,
} from '../requests/actions/create.ts'
import { getRequest } from '../requests/actions/read.ts'
import { amendRequest } from '../requests/actions/steps.ts'
import { giveCommand } from '../requests/actions/command.ts'
import { type NewItem, Purpose } from '../requests/model/request.ts'
import type { About, EditedItem } from './model.ts'
import { askedAgain, itemsKept, placed, purposeWith } from './rules.ts'
import { draftWords as words } from './words.ts'

type Key = { id: string; version: number | undefined }
type Edited = { items: readonly EditedItem[]; about: About | undefined }

/** How the viewer may change a request now: a draft freely, what was sent by an amendment; neither: not at all. */
export function editingOf({ sides, state, commands }: Editable): 'draft' | 'amendment' | undefined {
  if (!sides.includes('requester')) return undefined
  if (state === 'draft' || state === 'returned') return 'draft'
  return commands.includes('amendment') ? 'amendment' : undefined
}
type Editable = Pick<Awaited<ReturnType<typeof getRequest>>, 'sides' | 'state' | 'commands'>

/** A request that the viewer may change now, as it is. */
export async function getEditable(ctx: Context, id: string) {
  const request = await getRequest(ctx, { id })
  const editing = editingOf(request)
  if (!editing) throw new Problem('conflict', words.notEditable)
  return { request, editing }
}

/** Changes a request by the form of its page: what was removed goes, what is not in the form stays as it is. */
export async function editRequest(ctx: Context, { items, about }: Edited, { id, version }: Key) {
  const { request, editing } = await getEditable(ctx, id)
  const kept = itemsKept(openItems(request.items), items)
  if (kept.length === 0) throw new Problem('invalid', words.noneChosen)
  const asked = kept.map(({ item }) => item)
  const places = kept.map(({ place }) => place)
  if (editing === 'amendment') {
    const purpose = about && purposeWith(request.purpose, about)
    await atTheirPlaces(places, async () =>
      amendRequest(ctx, { items: asked, ...(purpose && { purpose }) }, { id, version }),
    )
    return { id, editing }
  }
  const change = about && {
    purpose: purposeWith(request.purpose, about),
    lab: about.lab ?? null,
    supervisor: about.supervisor ?? null,
  }
  await atTheirPlaces(places, async () =>
    changeRequest(ctx, { items: asked, ...change }, { id, version }),
  )
  return { id, editing }
}

/** What was withdrawn is not in the form. */
export const openItems = <Item extends { ended: string | null }>(items: readonly Item[]): Item[] =>
  items.filter(({ ended }) => ended === null)

async function atTheirPlaces(places: readonly number[], work: () => Promise<unknown>) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
    throw new Problem('invalid', error.detail, { ...error.facts, issues: placed(error, places) })
  }
}

/** A new draft of what a request asks for, as far as it can be asked for still. */
export async function copyRequest(ctx: Context, { id }: { id: string }) {
  const { labs } = writing(ctx)
  const request = await getRequest(ctx, { id })
  if (!request.sides.some((side) => side === 'requester' || side === 'member'))
    throw new Problem('forbidden', words.onlyOwn)
  const all: NewItem[] = request.items.map(askedAgain)
  const open = await askableAmong(
    ctx,
    all.map(({ record }) => record),
  )
  const items = all.filter(({ record }) => open.has(record))
  if (items.length === 0) throw new Problem('conflict', words.nothingLeft)
  const supervisors = await supervisorsFor(ctx)
  const { supervisor, lab } = request
  const { ids } = await createRequests(ctx, {
    items,
    purpose: Purpose.catch({ intendedUse: [] }).parse(request.purpose),
    answers: Answers.catch({}).parse(request.answers),
    ...(supervisors.some((one) => one.id === supervisor?.id) && { supervisor: supervisor?.id }),
    ...(labs.some(({ labId }) => labId === lab?.id) && { lab: lab?.id }),
  })
  return { id: ids[0] ?? '', left: all.length - items.length }
}

/** A draft that was never sent comes to nothing. */
export const discardDraft = async (ctx: Context, { id }: { id: string }) =>
  giveCommand(ctx, { id }, (_, { request }) => {
    if (request.submittedAt !== null) throw new Problem('conflict', words.notEditable)
    return { command: 'withdrawal', note: null }
  })
