import { recordChange } from '../../audit/actions.ts'
import { kinds } from '../../catalog/records/model/record.ts'
import { getRecord } from '../../catalog/records/actions/read.ts'
import { unlessBroken } from '../../core/conflict.ts'
import { type Context, transact } from '../../core/context.ts'
import type { Db } from '../../core/database.ts'
import { allowReading, allowWriting } from '../../core/permission.ts'
import { Problem } from '../../core/problem.ts'
import { getInstitution } from '../../people/institutions/actions.ts'
import { managesInstitution } from '../../people/roles/rules.ts'
import {
  type ChosenSettings,
  daysFields,
  defaultSettings,
  type Provider,
  type Settings,
  settingsForm,
} from './model.ts'
import {
  collectionsKept,
  findSettings,
  insertSettings,
  lockSettings,
  ownSettings,
  stewardsOf as listStewards,
  updateSettings,
} from './queries.ts'
import { providerWords as words } from './words.ts'

/** How a provider answers requests. */
export const settingsOf = async (db: Db, provider: Provider): Promise<Settings> =>
  (await findSettings(db, provider)) ?? defaultSettings

/** Those who decide for a provider now; nobody where all have left. */
export const stewardsOf = async ({ db }: Pick<Context, 'db'>, provider: Provider) =>
  listStewards(db, provider)

export type ProviderKey = { institution: string; collection?: string | undefined }

/** The settings of a provider as whoever keeps it sees them. */
export async function getProvider(ctx: Context, key: ProviderKey) {
  const { provider, institution, collection } = await keptProvider(ctx, key)
  const own = await ownSettings(ctx.db, provider)
  const settings = own ?? (await settingsOf(ctx.db, provider))
  return {
    institution: { id: institution.id, name: institution.name },
    collection,
    ...defaultSettings,
    ...settings,
    ...daysOfKinds(settings.answerDaysByKind),
    isOwn: own !== undefined,
    version: own?.version ?? 0,
  }
}

/** Chooses how a provider answers requests; by its curators. */
export async function changeSettings(
  ctx: Context,
  chosen: ChosenSettings,
  { version, ...key }: ProviderKey & { version: number | undefined },
): Promise<void> {
  allowWriting(ctx)
  const { provider } = await keptProvider(ctx, key)
  await unlessBroken('request_provider_one', words.stale, async () =>
    transact(ctx, async (trx) => {
      const own = await lockSettings(trx, provider)
      if (version !== undefined && version !== (own?.version ?? 0))
        throw new Problem('stale', words.stale)
      const row = columnsOf(chosen)
      const id = own
        ? await updateSettings(trx, own.id, row)
        : await insertSettings(trx, {
            ...row,
            institution_id: provider.institutionId,
            collection_id: provider.collectionId,
            created_at: ctx.now(),
          })
      const whole = own ?? { id, version: 0, ...defaultSettings }
      const { id: _, version: __, answerDaysByKind, ...before } = whole
      await recordChange(trx, ctx, {
        action: 'request_provider.edit',
        entity: 'request_provider',
        entityId: id,
        institutionId: provider.institutionId,
        before: { ...before, ...daysOfKinds(answerDaysByKind) },
        after: settingsForm.whole(chosen),
      })
    }),
  )
}

/** The working days of kinds, as fields; null where a kind has none of its own. */
const daysOfKinds = (byKind: Record<string, number>) => ({
  instrumentDays: byKind['instrument'] ?? null,
  datasetDays: byKind['dataset'] ?? null,
  accessionDays: byKind['accession'] ?? null,
  collectionDays: byKind['collection'] ?? null,
})

function columnsOf(chosen: ChosenSettings) {
  const whole = settingsForm.whole(chosen)
  const byKind = kinds.flatMap((kind) => {
    const days = whole[daysFields[kind]]
    return days === null ? [] : [[kind, days] as const]
  })
  const { answerDays, quorum, needsConsent, appealDays, reportMonths, mailbox } = whole
  return {
    answer_days: answerDays,
    answer_days_by_kind: JSON.stringify(Object.fromEntries(byKind)),
    quorum,
    needs_consent: needsConsent,
    appeal_days: appealDays,
    report_months: reportMonths,
    mailbox,
  }
}

/** A provider that the actor keeps: an institution by its curators, a collection by its own too. */
async function keptProvider(ctx: Context, { institution: id, collection: asked }: ProviderKey) {
  allowReading(ctx)
  const institution = await getInstitution(ctx, id)
  const collection = asked === undefined ? null : await collectionOf(ctx, asked, institution.id)
  const { actor } = ctx
  const isKept =
    managesInstitution(actor, institution.id) ||
    (collection !== null &&
      actor.type === 'person' &&
      actor.curates.collectionIds.includes(collection.id))
  if (!isKept) throw new Problem('forbidden', words.notYours)
  const provider = { institutionId: institution.id, collectionId: collection?.id ?? null }
  return { provider, institution, collection }
}

async function collectionOf(ctx: Context, id: string, institutionId: string) {
  const { row } = await getRecord(ctx, id, 'collection')
  if (row.institutionId !== institutionId) throw new Problem('not-found', words.noCollection)
  return { id: row.id, title: { zh: row.titleZh, en: row.titleEn } }
}

/** Collections whose settings are the actor's to choose; the first 200. */
export const providersKept = async ({ db, actor }: Context) => collectionsKept(db, actor)
