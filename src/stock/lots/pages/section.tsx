import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import { keepsRecord } from '../../../catalog/records/rules/record.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { item } from '../../../web/item.ts'
import { Local } from '../../../web/lang.tsx'
import { stockPaths } from '../../words/paths.ts'
import { availabilityOf, isStocked, readsStock } from '../actions/keep.ts'
import { AvailabilityAnswer } from '../model.ts'
import { lotWords as words } from '../words.ts'
import { lotsOfAccession } from './list.tsx'

/** What can be had of a record, for everybody who may see it. */
export const availability = item({
  path: '/records/:id/availability',
  tag: 'stock',
  summary: 'What of a record can be had, about',
  schema: AvailabilityAnswer,
  read: availabilityOf,
})

/** On an accession's page, for its curators and stewards: its lots, and what of them can be had. Everybody else reads that beside the way to get it. */
export const stockSection: RecordSection = async (c, row) => {
  const { ctx } = c.var
  const isKept = keepsRecord(ctx.actor, row)
  const [stocked, isRead] = await Promise.all([isStocked(ctx, row.id), readsStock(ctx, row.id)])
  if (!isKept && !(stocked && isRead)) return null
  const { text } = await availabilityOf(ctx, row)
  return (
    <Section title={words.availability}>
      {stocked && <Local as="p" text={text} />}
      {isRead && (await lotsOfAccession.view(c, { of: { id: row.id }, cursor: 'lots' }))}
      {isKept && (
        <p class="kept-actions">
          <ButtonLink href={stockPaths.lotsOf(row.id)} dense text={words.manage} />
        </p>
      )}
    </Section>
  )
}
