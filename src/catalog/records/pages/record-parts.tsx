import type { Text } from '../../../core/text.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { CodeValue } from '../../../web/components/code-value.tsx'
import { FieldList } from '../../../web/components/field-list.tsx'
import { Day } from '../../../web/components/moment.tsx'
import { RecordRow } from './cards/record-row.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { VisibilityBadge } from './cards/badges.tsx'
import { Tag } from '../../../web/components/tag.tsx'
import { KindTag } from './cards/badges.tsx'
import { Local, OtherLocal, useText } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import { kindDefinitions } from '../../../kinds.ts'
import type { RecordRow as Row } from '../queries/records.ts'
import type { relationsOf } from '../actions/relations.ts'
import type { Vocabularies } from '../../vocabularies/queries/vocabularies.ts'
import { deskWords } from '../words/desk.ts'
import { accessSentences, recordWords } from '../words/record.ts'
import { peoplePaths } from '../../../people/words/paths.ts'

/** Title in both languages, and in one line: what it is, whose, and how one gets it. */
export function RecordHead({ row, vocabularies }: { row: Row; vocabularies: Vocabularies }) {
  const t = useText()
  return (
    <header class="record-head">
      <RecordName row={row} />
      <p class={`access access-${row.access}`}>{t(accessSentences[row.access])}</p>
      <RecordSummary row={row} vocabularies={vocabularies} />
    </header>
  )
}

/** Its name in both languages, its kind and whose it is. */
export function RecordName({ row }: { row: Row }) {
  const t = useText()
  const title = { zh: row.titleZh, en: row.titleEn }
  return (
    <>
      <p class="record-kind">
        <KindTag kind={row.kind} profile={profileLabel(row, t)} />
        {row.visibility !== 'published' && <VisibilityBadge visibility={row.visibility} />}
        {row.audience === 'members' && <StateBadge tone="note" text={recordWords.onlyMembers} />}
        {row.audience === 'institution' && (
          <StateBadge tone="caution" text={recordWords.onlyInstitution} />
        )}
      </p>
      <h1>
        <Local text={title} />
      </h1>
      <OtherLocal text={title} />
      <p class="record-owner">
        <a href={peoplePaths.institution(row.institutionId)}>
          <Local text={{ zh: row.institutionZh, en: row.institutionEn }} />
        </a>
        {row.collection && (
          <>
            {' · '}
            {t(recordWords.part)}{' '}
            <a href={paths.record(row.collection.id)}>
              <Local text={{ zh: row.collection.zh, en: row.collection.en }} />
            </a>
          </>
        )}
      </p>
    </>
  )
}

function profileLabel(row: Row, t: (text: Text) => string): string | undefined {
  const profile = kindDefinitions[row.kind].profiles.find(({ key }) => key === row.profile)
  return profile && t(profile.label)
}

function RecordSummary({ row, vocabularies }: { row: Row; vocabularies: Vocabularies }) {
  const subjects = vocabularies.get('subject')?.terms
  const library = row.library && vocabularies.get('library')?.terms.get(row.library)
  return (
    <>
      {(row.summaryZh ?? row.summaryEn) && (
        <div class="record-summary">
          <Local text={{ zh: row.summaryZh, en: row.summaryEn }} />
        </div>
      )}
      <p class="tags">
        {library && (
          <Tag href={`${paths.search}?library=${library.code}`}>
            <Local text={library.label} />
          </Tag>
        )}
        {row.taxon && (
          <Tag href={`${paths.search}?taxon=${encodeURIComponent(row.taxon)}`}>
            <i lang="la">{row.taxon}</i>
          </Tag>
        )}
        {row.subjects.map((code) => (
          <Tag href={`${paths.search}?subject=${code}`}>
            <CodeValue code={code} label={subjects?.get(code)?.label} />
          </Tag>
        ))}
        {row.keywords.map((word) => (
          <Tag href={`${paths.search}?q=${encodeURIComponent(word)}`}>{word}</Tag>
        ))}
      </p>
    </>
  )
}

/** What its curators may do with it; one main action by its state. */
export function RecordTools({ row }: { row: Row }) {
  const t = useText()
  const here = paths.record(row.id)
  return (
    <nav class="toolbar record-tools" aria-label={t(recordWords.curators)}>
      {row.visibility === 'draft' && (
        <form method="post" action={`${here}/publication`}>
          <Button look="primary">{t(deskWords.publish)}</Button>
        </form>
      )}
      {row.visibility !== 'withdrawn' && (
        <>
          <ButtonLink icon="edit" href={`${here}/edit`}>
            {t(deskWords.edit)}
          </ButtonLink>
          <ButtonLink icon="image" href={`${here}/pictures`}>
            {t(deskWords.pictures)}
          </ButtonLink>
        </>
      )}
      <ButtonLink icon="history" href={`${here}/history`}>
        {t(deskWords.history)}
      </ButtonLink>
      {row.visibility === 'published' && (
        <ButtonLink look="quiet" href={`${here}/withdrawal`}>
          {t(deskWords.withdraw)}
        </ButtonLink>
      )}
      {row.visibility === 'draft' && (
        <ButtonLink look="quiet" icon="trash" href={`${here}/deletion`}>
          {t(deskWords.remove)}
        </ButtonLink>
      )}
    </nav>
  )
}

type Relations = Awaited<ReturnType<typeof relationsOf>>

export function RecordRelations({ relations: { items, next, total } }: { relations: Relations }) {
  const t = useText()
  if (items.length === 0) return <></>
  return (
    <section class="field-section" aria-labelledby="group-relations">
      <h2 id="group-relations">{t(recordWords.relations)}</h2>
      <ul class="rows">
        {items.map(({ label, record }) => (
          <li>
            <p class="quiet">{t(label)}</p>
            <RecordRow record={record} />
          </li>
        ))}
      </ul>
      {next !== null && <p class="quiet">{t(recordWords.firstOf(items.length, total.value))}</p>}
    </section>
  )
}

/** A form in which programs take a record: its name, what is put behind its address, its media type. */
export type Format = { name: string; extension: string; type: string }

type IdentifiersProps = { row: Row; baseUrl: string; formats: readonly Format[] }

export function RecordIdentifiers({ row, baseUrl, formats }: IdentifiersProps) {
  const t = useText()
  const address = `${baseUrl}${paths.record(row.id)}`
  const fields = [
    ...row.identifiers.map(({ scheme, value }) => ({
      label: { zh: scheme.toUpperCase(), en: scheme.toUpperCase() },
      value: <code>{value}</code>,
    })),
    { label: recordWords.address, value: <a href={paths.record(row.id)}>{address}</a> },
    {
      label: recordWords.machine,
      value: <Machine id={row.id} formats={formats} />,
    },
    ...(row.publishedAt
      ? [{ label: recordWords.published, value: <Day when={row.publishedAt} /> }]
      : []),
    { label: recordWords.updated, value: <Day when={row.updatedAt} /> },
    {
      label: deskWords.history,
      value: <a href={`${paths.record(row.id)}/history`}>{t(deskWords.history)}</a>,
    },
  ]
  return (
    <section class="field-section" aria-labelledby="group-identifiers">
      <h2 id="group-identifiers">{t(recordWords.citing)}</h2>
      <FieldList fields={fields} />
    </section>
  )
}

const Machine = ({ id, formats }: { id: string; formats: readonly Format[] }) => (
  <>
    <a href={`/api/v1/records/${id}`}>JSON</a>
    {formats.map(({ name, extension }) => (
      <>
        {' · '}
        <a href={`${paths.record(id)}${extension}`}>{name}</a>
      </>
    ))}
  </>
)
