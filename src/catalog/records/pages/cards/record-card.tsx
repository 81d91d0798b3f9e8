import type { Access, Kind, Visibility } from '../../model/record.ts'
import type { LocalText } from '../../../../core/text.ts'
import { Local } from '../../../../web/lang.tsx'
import { paths } from '../../../../web/paths.ts'
import type { When } from '../../../../web/format.ts'
import { EmptyPicture } from './empty-picture.tsx'
import {
  Highlight,
  type HighlightPart,
  MarkedTitle,
  type Marks,
  OtherMarkedTitle,
} from '../../../../web/components/highlight.tsx'
import { type Image, Picture } from '../../../../web/components/picture.tsx'
import { AccessBadge, VisibilityBadge } from './badges.tsx'
import { KindTag } from './badges.tsx'

/** What a list shows of a record. */
export type RecordItem = {
  id: string
  kind: Kind
  title: LocalText
  summary?: LocalText | undefined
  institution: { name: LocalText }
  access: Access
  visibility: Visibility
  image?: Image | undefined
  /** The title again, with the hits in it, when there are any. */
  markedTitle?: Marks | undefined
  highlights?: readonly { label: LocalText; parts: readonly HighlightPart[] }[] | undefined
  updatedAt: When
}

type Props = { record: RecordItem; eager?: boolean; heading?: 'h2' | 'h3' }

/** One record with its picture, for where looking is the point. The whole card leads to it. */
export function RecordCard({ record, eager, heading: Heading = 'h3' }: Props) {
  const { id, kind, title, institution, access, markedTitle } = record
  return (
    <article class="card">
      <CardPicture record={record} {...(eager && { eager })} />
      <div class="card-body">
        <p class="card-meta">
          <KindTag kind={kind} />
          <AccessBadge access={access} />
        </p>
        <Heading class="card-title">
          <a href={paths.record(id)}>
            <MarkedTitle title={title} marks={markedTitle} />
          </a>
        </Heading>
        <OtherMarkedTitle title={title} marks={markedTitle} />
        <CardText record={record} />
        <p class="card-foot">
          <Local text={institution.name} />
        </p>
      </div>
    </article>
  )
}

/** Cards beside one another, as many as fit. */
export function RecordCards({ records }: { records: readonly RecordItem[] }) {
  return (
    <ul class="cards">
      {records.map((record, index) => (
        <li>
          <RecordCard record={record} {...(index < 4 && { eager: true })} />
        </li>
      ))}
    </ul>
  )
}

function CardPicture({ record, eager }: Props) {
  const { id, kind, image, visibility } = record
  const sizes = '(min-width: 60rem) 18rem, (min-width: 30rem) 45vw, 92vw'
  return (
    <div class="card-picture">
      {image ? (
        <Picture image={image} sizes={sizes} largest="medium" {...(eager && { eager })} />
      ) : (
        <EmptyPicture id={id} kind={kind} />
      )}
      {visibility !== 'published' && <VisibilityBadge visibility={visibility} />}
    </div>
  )
}

/** Why it was found says more than what it is. */
function CardText({ record: { highlights = [], summary } }: Props) {
  if (highlights.length > 0)
    return (
      <>
        {highlights.map((hit) => (
          <Highlight {...hit} />
        ))}
      </>
    )
  if (!summary) return <></>
  return (
    <p class="card-summary">
      <Local text={summary} />
    </p>
  )
}
