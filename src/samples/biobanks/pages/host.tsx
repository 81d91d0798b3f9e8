import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import { keepsRecord } from '../../../catalog/records/rules/record.ts'
import { fact, contactFacts } from '../../directory/pages/facts.tsx'
import type { Context } from '../../../core/context.ts'
import { FieldList } from '../../../web/components/values.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallForm } from '../../../web/components/small-form.tsx'
import { ActButton } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { samplePaths } from '../../words/paths.ts'
import { hostCollection, hostOfCollection, hostsFor, releaseCollection } from '../actions.ts'
import { hostForm } from '../model.ts'
import { biobankWords as words } from '../words.ts'
import { tag } from './surfaces.ts'

const host = write({
  path: '/collections/:id/biobank',
  method: 'put',
  tag,
  summary: 'Say which biobank hosts a collection; by who keeps the collection',
  refuses: [409],
  form: hostForm,
  does: (ctx, input, { id }) => hostCollection(ctx, input, id),
  flash: () => words.hostedNow,
  next: ({ id }) => paths.record(id),
})

const release = write({
  path: '/collections/:id/biobank',
  method: 'delete',
  tag,
  summary: 'Take a collection out of its biobank',
  does: (ctx, _, { id }) => releaseCollection(ctx, id),
  at: '/collections/:id/biobank/removal',
  flash: () => words.unhostedNow,
  next: ({ id }) => paths.record(id),
})

export const { api: hostRoutes, pages: hostPages } = surfaces(host, release)

/** A collection's own fields about its biobank: the biobank that hosts it is shown instead. */
export async function replacedByBiobank(ctx: Context, recordId: string) {
  const found = await hostOfCollection(ctx, recordId)
  if (!found) return []
  return [
    {
      group: 'biobank',
      note: words.hostedInstead(found.name),
      href: samplePaths.biobank(found.id),
    },
  ]
}

type Host = NonNullable<Awaited<ReturnType<typeof hostOfCollection>>>

const HostFacts = ({ of }: { of: Host }) => (
  <FieldList
    fields={[
      ...fact(
        words.biobank,
        <a href={samplePaths.biobank(of.id)}>
          <Local text={of.name} />
        </a>,
      ),
      ...contactFacts(of),
    ]}
  />
)

/** On a collection's page: its biobank; and for its staff, which it is. */
export const biobankSection: RecordSection = async (c, row) => {
  const { ctx } = c.var
  const isKept = keepsRecord(ctx.actor, row)
  const [found, choices] = await Promise.all([
    hostOfCollection(ctx, row.id),
    isKept ? hostsFor(ctx, row) : [],
  ])
  if (!found && choices.length === 0) return null
  const at = `/collections/${row.id}/biobank`
  return (
    <Section title={words.hosted}>
      {found && <HostFacts of={found} />}
      {choices.length > 0 && (
        <SmallForm action={at} text={words.host} about={words.hostAbout}>
          <FormField
            name="biobank"
            type="select"
            label={words.biobank}
            value={found?.id}
            required
            choices={choices.map(({ id, biobank, institution }) => ({
              value: id,
              label: biobank.name,
              group: institution.name,
            }))}
          />
        </SmallForm>
      )}
      {found && isKept && <ActButton action={`${at}/removal`} text={words.unhost} look="quiet" />}
    </Section>
  )
}
