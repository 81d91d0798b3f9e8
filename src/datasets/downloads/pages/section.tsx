import { valuesFor } from '../../../catalog/records/actions/read.ts'
import { textIn } from '../../../core/field-values.ts'
import type { Context as HonoContext } from 'hono'
import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import { isStaffOf } from '../../../instruments/rules/standing.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import type { Env } from '../../../web/env.ts'
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

/** How this reader gets the files of a dataset's newest version, in one true sentence. */
export async function filesAccess(c: HonoContext<Env>, { id }: { id: string }) {
  return (await offeredFor(c.var.ctx, id)).way?.sentence
}

/** On a dataset's page: the one button by which this reader gets the files. */
export const downloadSection: RecordSection = async (c, row) => {
  const { ctx } = c.var
  if (c.req.method === 'GET' && row.publishedAt)
    await noteUse(c, { recordId: row.id, target: 'page', isRequest: false })
  const { version, way } = await offeredFor(ctx, row.id)
  const decides = ctx.actor.type !== 'anonymous' && isStaffOf(ctx.actor, row)
  if (!version && !decides) return null
  return (
    <Section title={words.files} id="download">
      {version && way ? (
        <Offer version={version} way={way} email={textIn(valuesFor(ctx, row), 'contactEmail')} />
      ) : (
        <Local as="p" class="quiet" text={words.noVersion} />
      )}
      {decides && (
        <p>
          <ButtonLink href={datasetPaths.access(row.id)} dense text={grantWords.manage} />
        </p>
      )}
    </Section>
  )
}

type MainProps = { version: VersionRow; way: Way; email?: string | null }
type OfferProps = MainProps & { way: { damagedFiles: number | null } }

function Offer({ version, way, email }: OfferProps) {
  const { damagedFiles } = way
  return (
    <>
      {damagedFiles !== null && damagedFiles > 0 && (
        <Local as="p" class="quiet" text={words.someDamaged(damagedFiles)} />
      )}
      <MainButton version={version} way={way} email={email ?? null} />
      {version.mayReadFiles && <Lists version={version} way={way} />}
      <Local as="p" class="quiet small" text={words.cite} />
    </>
  )
}

/** How a reader gets all files of a version, in one button; nothing where there is no way. */
export function MainButton({ version, way, email }: MainProps) {
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
  if (email && (way.code === 'request' || way.code === 'grant_expired'))
    return (
      <p class="toolbar">
        <ButtonLink look="primary" href={`mailto:${email}`} text={words.contact} />
        <span class="quiet">{email}</span>
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
