import { recordChange } from '../../../audit/actions.ts'
import { getRecord } from '../../../catalog/records/actions/read.ts'
import { unlessBroken } from '../../../core/conflict.ts'
import { type Context, transact } from '../../../core/context.ts'
import type { Db, Trx } from '../../../core/database.ts'
import type { Paging } from '../../../core/paging.ts'
import { allowWriting, personIdOf } from '../../../core/permission.ts'
import { invalidField, Problem } from '../../../core/problem.ts'
import { isId } from '../../../core/shapes.ts'
import { curatesAnything } from '../../../people/roles/rules.ts'
import { getInstitution } from '../../../people/institutions/actions.ts'
import type { FormChange, FormFilter, NewForm } from '../model.ts'
import {
  deleteForm,
  findCurrentForm,
  findForm,
  type FormRow,
  insertForm,
  listForms,
  lockForm,
  nextNumber,
  type Provider,
  updateForm,
} from '../queries.ts'
import { keepsForms } from '../rules.ts'
import { requestFormWords as words } from '../words.ts'

export type { FormRow, Provider } from '../queries.ts'

/** Published forms, and the drafts that the viewer keeps. */
export const searchForms = (ctx: Context, asked: Paging & FormFilter) =>
  listForms(ctx.db, ctx.actor, asked)

export async function getForm(ctx: Context, id: string, db: Db = ctx.db): Promise<FormRow> {
  const row = isId(id) ? await findForm(db, ctx.actor, id) : undefined
  if (!row) throw new Problem('not-found', words.noForm)
  return row
}

/** A draft, for who may change it. */
export async function getDraft(ctx: Context, id: string): Promise<FormRow> {
  const form = await getForm(ctx, id)
  refuseUnlessDraft(ctx, form)
  return form
}

/** The form that requests of a provider answer now: its newest published one, unless that asks nothing. */
export async function formFor(
  { db }: Pick<Context, 'db'>,
  provider: Provider,
): Promise<FormRow | undefined> {
  const form = await findCurrentForm(db, provider)
  return form && form.fields.length > 0 ? form : undefined
}

/** For who may open the editor at all: what it offers is narrowed to what one keeps. */
export function allowFormKeepers(ctx: Context): void {
  allowWriting(ctx)
  if (!curatesAnything(ctx.actor)) throw new Problem('forbidden', words.keepersOnly)
}

/** Begins a provider's next form as a draft. */
export async function createForm(ctx: Context, input: NewForm): Promise<{ id: string }> {
  allowWriting(ctx)
  const provider = await providerOf(ctx, input)
  allowKeeper(ctx, provider)
  return createFormIn(ctx, provider, input)
}

/** Begins the next version with what this one asks. */
export async function nextForm(ctx: Context, id: string): Promise<{ id: string }> {
  allowWriting(ctx)
  const { institutionId, collectionId, title, fields } = await getForm(ctx, id)
  const provider = { institutionId, collectionId }
  allowKeeper(ctx, provider)
  return createFormIn(ctx, provider, { title, fields })
}

type Asked = Pick<NewForm, 'title' | 'fields'>

const createFormIn = async (ctx: Context, provider: Provider, { title, fields }: Asked) =>
  unlessBroken('request_form_numbered', words.hasDraft, () =>
    unlessBroken('request_form_one_draft', words.hasDraft, () =>
      transact(ctx, async (trx) => {
        const number = await nextNumber(trx, provider)
        const id = await insertForm(trx, {
          institution_id: provider.institutionId,
          collection_id: provider.collectionId,
          number,
          title_zh: title.zh,
          title_en: title.en,
          fields: JSON.stringify(fields),
          created_at: ctx.now(),
          created_by: personIdOf(ctx),
        })
        await recordChange(trx, ctx, {
          action: 'request_form.create',
          ...ofForm(provider, id),
          after: { number, title, fields },
        })
        return { id }
      }),
    ),
  )

/** Changes a draft; what is published stays as it is. */
export async function changeForm(
  ctx: Context,
  change: FormChange,
  { id, version }: { id: string; version: number | undefined },
): Promise<void> {
  await transact(ctx, async (trx) => {
    const { title, fields, ...form } = await holdDraft(trx, ctx, { id, version })
    const before = { title, fields }
    const after = { ...before, ...change }
    await updateForm(trx, id, {
      title_zh: after.title.zh,
      title_en: after.title.en,
      fields: JSON.stringify(after.fields),
    })
    await recordChange(trx, ctx, {
      action: 'request_form.edit',
      ...ofForm(form, id),
      before,
      after,
    })
  })
}

/** From now on, requests answer this version. */
export async function publishForm(ctx: Context, id: string): Promise<void> {
  await transact(ctx, async (trx) => {
    const form = await holdDraft(trx, ctx, { id })
    await updateForm(trx, id, { published_at: ctx.now(), published_by: personIdOf(ctx) })
    await recordChange(trx, ctx, {
      action: 'request_form.publish',
      ...ofForm(form, id),
      after: { number: form.number },
    })
  })
}

export async function discardForm(ctx: Context, id: string): Promise<void> {
  await transact(ctx, async (trx) => {
    const form = await holdDraft(trx, ctx, { id })
    await deleteForm(trx, id)
    const { number, title, fields } = form
    await recordChange(trx, ctx, {
      action: 'request_form.discard',
      ...ofForm(form, id),
      before: { number, title, fields },
    })
  })
}

const ofForm = ({ institutionId }: { institutionId: string }, id: string) =>
  ({ entity: 'request_form', entityId: id, institutionId }) as const

type Held = { id: string; version?: number | undefined }

async function holdDraft(trx: Trx, ctx: Context, { id, version }: Held): Promise<FormRow> {
  allowWriting(ctx)
  const form = isId(id) ? await lockForm(trx, ctx.actor, id) : undefined
  if (!form) throw new Problem('not-found', words.noForm)
  refuseUnlessDraft(ctx, form)
  if (version !== undefined && version !== form.version) throw new Problem('stale', words.stale)
  return form
}

function refuseUnlessDraft(ctx: Context, form: FormRow): void {
  allowKeeper(ctx, form)
  if (form.state !== 'draft') throw new Problem('conflict', words.isPublished)
}

function allowKeeper(ctx: Context, provider: Provider): void {
  if (!keepsForms(ctx.actor, provider)) throw new Problem('forbidden', words.keepersOnly)
}

/** Whose form it is: of an institution, or of a collection and so of the institution that has it. */
async function providerOf(
  ctx: Context,
  { institution, collection }: Pick<NewForm, 'institution' | 'collection'>,
): Promise<Provider> {
  if (collection === undefined) {
    const { id, closedAt } = await getInstitution(ctx, institution ?? '')
    if (closedAt) throw invalidField('institution', words.noInstitution)
    return { institutionId: id, collectionId: null }
  }
  const { row } = await getRecord(ctx, collection, 'collection')
  return { institutionId: row.institutionId, collectionId: row.id }
}
