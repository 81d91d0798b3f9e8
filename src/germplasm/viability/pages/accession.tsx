import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { FieldList } from '../../../web/components/values.tsx'
import { item } from '../../../web/item.ts'
import { viabilityOfAccession } from '../actions/keep.ts'
import { SeenViability } from '../model.ts'
import { viabilityWords as words } from '../words.ts'
import { Curve, Found } from './curve.tsx'

/** The viability of an accession, for whoever may see it. */
export const { api: accessionViabilityRoutes } = item({
  path: '/accessions/:id/viability',
  tag: 'viability',
  summary: 'The viability of the seed of an accession that was tested last',
  schema: SeenViability,
  read: viabilityOfAccession,
})

/** On an accession's page: its curve; nothing before the first test. */
export const accessionViabilitySection: RecordSection = async (c, { id }) => {
  const { ctx } = c.var
  const row = await viabilityOfAccession(ctx, { id })
  const latest = row.tests.at(-1)
  if (row.receivedOn === null || !latest) return null
  return (
    <Section title={words.viability}>
      <FieldList fields={[{ label: words.latest, value: <Found {...latest} /> }]} />
      <Curve row={row} today={ctx.now()} />
    </Section>
  )
}
