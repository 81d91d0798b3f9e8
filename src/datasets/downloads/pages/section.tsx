import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { bytesText } from '../../../web/format.ts'
import { Local } from '../../../web/lang.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import type { Way } from '../../access/rules.ts'
import { grantWords } from '../../access/words.ts'
import { noteUse } from '../../usage/routes.ts'
import type { VersionRow } from '../../versions/actions.ts'
import { offeredFor } from '../../versions/pages/newest.ts'
import { versionWords } from '../../versions/words.ts'
import { datasetPaths } from '../../words/paths.ts'
import { downloadWords as words } from '../words.ts'

/** On a dataset's page: the one button by which this reader takes the files, where they may. */
export const downloadSection: RecordSection = async (c, row) => {
  const { ctx } = c.var
  if (row.publishedAt && c.req.method === 'GET')
    await noteUse(c, { recordId: row.id, target: 'page', isRequest: false })
  const { version, way } = await offeredFor(ctx, row.id)
  const decides = isStaffOf(ctx.actor, row)
  const isTaken = way !== undefined && isTakenBy(way)
  if (!isTaken && !decides) return null
  return (
    <Section title={words.files} id="download">
      {version && isTaken && <Offer version={version} way={way} />}
      {!version && <Local as="p" class="quiet" text={words.noVersion} />}
      {decides && (
        <p>
          <ButtonLink href={datasetPaths.access(row.id)} dense text={grantWords.manage} />
        </p>
      )}
    </Section>
  )
}

const isTakenBy = ({ isFree, code }: Way) => isFree || code === 'terms' || code === 'sign_in'

type MainProps = { version: VersionRow; way: Way }
type OfferProps = MainProps & { way: { damagedFiles: number | null } }

function Offer({ version, way }: OfferProps) {
  const { damagedFiles } = way
  return (
    <>
      {damagedFiles !== null && damagedFiles > 0 && (
        <Local as="p" class="quiet" text={words.someDamaged(damagedFiles)} />
      )}
      <MainButton version={version} way={way} />
      {version.mayReadFiles && <Lists version={version} way={way} />}
      <Local as="p" class="quiet small" text={words.cite} />
    </>
  )
}

/** How a reader gets all files of a version, in one button; nothing where there is no way. */
export function MainButton({ version, way }: MainProps) {
  const { recordId, number, sizeBytes } = version
  const href = datasetPaths.download(recordId, number)
  if (way.isFree)
    return (
      <p class="toolbar">
        <ButtonLink look="primary" href={href} text={words.all(bytesText(sizeBytes ?? 0))} />
        <span class="quiet">
          <Local text={versionWords.numbered(number)} />
          {' · '}
          <Local text={words.countOf(version.fileCount ?? 0)} />
        </span>
      </p>
    )
  if (way.code === 'terms')
    return (
      <p>
        <ButtonLink look="primary" href={href} text={words.acceptTerms} />
      </p>
    )
  if (way.code === 'sign_in')
    return (
      <p>
        <ButtonLink
          look="primary"
          href={withQuery(paths.signIn, { next: href })}
          text={words.signIn}
        />
      </p>
    )
  return null
}

const Lists = ({ version: { recordId, number }, way }: OfferProps) => (
  <p class="small">
    <a href={`/api/v1/datasets/${recordId}/versions/${number}/checksums.sha256`}>
      <Local text={words.checksums} />
    </a>
    {way.isFree && (
      <>
        {' · '}
        <a href={datasetPaths.download(recordId, number, '?list=urls')}>
          <Local text={words.addresses} />
        </a>{' '}
        <Local as="span" class="quiet" text={words.addressesHint} />
      </>
    )}
  </p>
)
