import type { Text } from '../../../core/text.ts'
import { Empty } from '../../../web/components/messages.tsx'
import { formatDateTime } from '../../../web/format.ts'
import type { Sealed } from '../../agreements/actions/seal.ts'
import { BothTexts } from '../../agreements/pages/text.tsx'
import { acceptanceWords } from '../../agreements/words/acceptance.ts'
import { agreementWords } from '../../agreements/words/agreements.ts'
import { paperWords as words } from '../words.ts'
import { Both, Fields } from './parts.tsx'

/** The texts as they were accepted, each with who accepted it and its hash. */
export function Seals({ sealed }: { sealed: readonly Sealed[] }) {
  if (sealed.length === 0) return <Empty title={words.noSeal} text={words.noSealText} icon="info" />
  return (
    <>
      {sealed.map((one) => (
        <section class="paper-seal">
          <h2>
            <Both text={one.shown.title} />{' '}
            <span class="small">
              <Both text={agreementWords.versionOf(one.shown.number)} />
            </span>
          </h2>
          <BothTexts blocks={one.shown} level={2} />
          <Fields
            fields={[
              [words.acceptedBy, one.personName],
              [words.acceptedAt, <Both text={momentWithYear(one.acceptedAt)} />],
              [words.from, one.address],
              [
                words.hash,
                <>
                  <code class="agreement-hash">{one.sha256}</code>{' '}
                  <Both text={one.isIntact ? acceptanceWords.intact : acceptanceWords.broken} />
                </>,
              ],
            ]}
          />
        </section>
      ))}
    </>
  )
}

const momentWithYear = (at: Sealed['acceptedAt']): Text => ({
  zh: formatDateTime(at, 'zh'),
  en: formatDateTime(at, 'en'),
})
