import { fieldsOf } from '../../kinds.ts'
import { keepsRecord } from '../../catalog/records/rules/record.ts'
import type { RecordSection } from '../../catalog/records/pages/record.tsx'
import { Local } from '../../web/lang.tsx'
import { paths } from '../../web/paths.ts'
import { germplasmPaths } from '../words/paths.ts'
import { remarksOnRecord } from './actions.ts'
import type { Remark } from './rules.ts'
import { remarkWords as words } from './words.ts'

/** On an accession's page, for its curators: what to look at after it was saved. */
export const remarksSection: RecordSection = async (c, row) => {
  const { ctx } = c.var
  const remarks = keepsRecord(ctx.actor, row) ? await remarksOnRecord(ctx, row.id) : []
  if (remarks.length === 0) return null
  const fields = fieldsOf(row.kind, row.profile)
  const labelOf = (key: string) => fields.find((field) => field.key === key)?.label
  return (
    <section class="summary tone-note" aria-labelledby="remarks">
      <Local as="h2" id="remarks" text={words.title} />
      <Local as="p" text={words.lead} />
      <dl class="fields">
        {remarks.map((remark) => (
          <div>
            <Local as="dt" text={labelOf(remark.field) ?? words.title} />
            <dd>
              <Local as="a" href={hrefOf(remark)} text={remark.text} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const hrefOf = ({ taxonId, recordId = '' }: Remark) =>
  taxonId === undefined ? paths.record(recordId) : germplasmPaths.taxon(taxonId)
