import type { Child } from 'hono/jsx'
import { kindDefinitions } from '../../../kinds.ts'
import type { Text } from '../../../core/text.ts'
import { peoplePaths } from '../../../people/words/paths.ts'
import { StateBadge, Tag } from '../../../web/components/badges.tsx'
import { Picture } from '../../../web/components/pictures.tsx'
import { CodeValue } from '../../../web/components/values.tsx'
import { Local, OtherLocal, useText } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import type { Vocabularies } from '../../vocabularies/queries/terms.ts'
import type { RecordRow as Row } from '../queries/records.ts'
import { recordWords } from '../words.ts'
import { KindTag, VisibilityBadge } from './cards.tsx'

type HeadProps = { row: Row; vocabularies: Vocabularies; access: Text; act: Child }

/** Title in both languages, and in one line: what it is, whose, and how one gets it. */
export function RecordHead({ row, vocabularies, access, act }: HeadProps) {
  return (
    <>
      <header class="record-head">
        <HeadPicture row={row} />
        <RecordName row={row} />
        <Local as="p" class={`access access-${row.access}`} text={access} />
      </header>
      {act}
      <RecordSummary row={row} vocabularies={vocabularies} />
    </>
  )
}

/** Its picture, small: the whole of it stands below. */
function HeadPicture({ row }: { row: Row }) {
  const { imageId, imageWidth, imageHeight, imageColour, titleZh, titleEn } = row
  if (!imageId || !imageWidth || !imageHeight) return <></>
  const image = { id: imageId, width: imageWidth, height: imageHeight, colour: imageColour }
  return (
    <div class="record-picture">
      <Picture
        image={{ ...image, alt: { zh: titleZh, en: titleEn } }}
        sizes="(min-width: 44rem) 14rem, 6rem"
        largest="small"
        eager
      />
    </div>
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
      <Local as="h1" text={title} />
      <OtherLocal text={title} />
      <p class="record-owner">
        <Local
          as="a"
          href={peoplePaths.institution(row.institutionId)}
          text={{ zh: row.institutionZh, en: row.institutionEn }}
        />
        {row.collection && (
          <>
            {' · '}
            {t(recordWords.part)}{' '}
            <Local
              as="a"
              href={paths.record(row.collection.id)}
              text={{ zh: row.collection.zh, en: row.collection.en }}
            />
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
    <div class="record-about">
      {(row.summaryZh ?? row.summaryEn) && (
        <Local as="div" class="record-summary" text={{ zh: row.summaryZh, en: row.summaryEn }} />
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
    </div>
  )
}
