import { Day } from '../../../web/components/moment.tsx'
import { useText } from '../../../web/lang.tsx'
import type { RecordRow as Row } from '../queries/records.ts'
import { recordWords } from '../words/record.ts'
import { RecordIdentifiers, RecordName } from './record-parts.tsx'

/** What everybody else sees of a withdrawn record: what it was and whose, when and why it went, how it is cited. */
export function TombstonePage({ row, baseUrl }: { row: Row; baseUrl: string }) {
  return (
    <>
      <header class="record-head">
        <RecordName row={row} />
      </header>
      <Tombstone row={row} />
      <RecordIdentifiers row={row} baseUrl={baseUrl} formats={[]} />
    </>
  )
}

/** When and why. */
export function Tombstone({ row }: { row: Row }) {
  const t = useText()
  return (
    <section class="summary tone-calm" aria-labelledby="tombstone">
      <h2 id="tombstone">{t(recordWords.withdrawnTitle)}</h2>
      <dl class="fields">
        <div>
          <dt>{t(recordWords.withdrawnOn)}</dt>
          <dd>{row.withdrawnAt && <Day when={row.withdrawnAt} />}</dd>
        </div>
        <div>
          <dt>{t(recordWords.reason)}</dt>
          <dd>{row.withdrawalReason}</dd>
        </div>
      </dl>
    </section>
  )
}
