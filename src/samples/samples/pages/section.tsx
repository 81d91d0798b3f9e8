import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { Stats } from '../../../web/components/values.tsx'
import { formatTally } from '../../../web/format.ts'
import { isOfPeople, isStaffOf, staffedCollection } from '../../actions.ts'
import { tabNames } from '../../words/common.ts'
import { samplePaths } from '../../words/paths.ts'
import { countsOf } from '../actions/keep.ts'
import { sampleListWords as words } from '../words.ts'

/** On a collection's page, for its staff alone: how many samples there are, and the way to them. */
export const samplesSection: RecordSection = async (c, row) => {
  const { ctx } = c.var
  if (!(await isStaffOf(ctx, row.id))) return null
  const collection = await staffedCollection(ctx, row.id)
  const ofPeople = isOfPeople(collection)
  const { samples, origins } = await countsOf(ctx, collection)
  const origin = ofPeople ? 'donors' : 'sources'
  const href = ofPeople ? samplePaths.donorsOf(row.id) : samplePaths.sourcesOf(row.id)
  return (
    <Section title={words.samples}>
      <Stats
        stats={[
          { label: tabNames.samples, value: formatTally(samples, ctx.lang) },
          { label: tabNames[origin], value: formatTally(origins, ctx.lang) },
        ]}
      />
      <p class="kept-actions">
        <ButtonLink href={samplePaths.samplesOf(row.id)} dense text={words.manage} />
        <ButtonLink href={href} dense text={tabNames[origin]} />
      </p>
    </Section>
  )
}
