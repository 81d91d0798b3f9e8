import { createContext, useContext } from 'hono/jsx'
import type { Access, Kind, Visibility } from '../model/record.ts'
import { inLang, type LocalText, type Text } from '../../../core/text.ts'
import { Local, useText, useLang } from '../../../web/lang.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { type When, formatCount, type Total } from '../../../web/format.ts'
import { EmptyPicture } from './mark.tsx'
import {
  Highlight,
  type HighlightPart,
  MarkedTitle,
  type Marks,
  OtherMarkedTitle,
} from '../../../web/components/search-box.tsx'
import { type Image, Picture } from '../../../web/components/pictures.tsx'
import { columnWords } from '../../../web/words.ts'
import { Day } from '../../../web/components/values.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { Icon } from '../../../web/components/icon.tsx'
import { StateBadge } from '../../../web/components/badges.tsx'
import { accessNames, oneOfKind, visibilityNames, kindNames } from '../words.ts'

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

/** What another area does with several records that are ticked in a list. */
export type Picks = { action: string; text: Text; hint: Text; choose: (title: string) => Text }

/** Id of the form that the boxes beside records belong to. */
export const picksForm = 'picks'

/** Lists inside have a box beside each record. */
export const Picking = createContext<Picks | undefined>(undefined)

/** The box by which a record is chosen with others. */
function Pick({ record: { id, title } }: { record: RecordItem }) {
  const picks = useContext(Picking)
  const [lang, t] = [useLang(), useText()]
  if (!picks) return <></>
  return (
    <label class="pick">
      <input
        type="checkbox"
        name="record"
        value={id}
        form={picksForm}
        autocomplete="off"
        aria-label={t(picks.choose(inLang(title, lang)))}
      />
    </label>
  )
}

type Props = { record: RecordItem; eager?: boolean; heading?: 'h2' | 'h3' }

/** One record with its picture, for where looking is the point. The whole card leads to it. */
export function RecordCard({ record, eager, heading: Heading = 'h3' }: Props) {
  const { id, kind, title, institution, access, markedTitle } = record
  return (
    <article class="card">
      <CardPicture record={record} {...(eager && { eager })} />
      <Pick record={record} />
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
        <Local as="p" class="card-foot" text={institution.name} />
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
  const { kind, image, visibility } = record
  const sizes = '(min-width: 60rem) 18rem, (min-width: 30rem) 45vw, 92vw'
  return (
    <div class="card-picture">
      {image ? (
        <Picture image={image} sizes={sizes} largest="medium" {...(eager && { eager })} />
      ) : (
        <EmptyPicture kind={kind} />
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
  return <Local as="p" class="card-summary" text={summary} />
}

/** One record on one line with a small picture: relations, newest, search as a list. */
export function RecordRow({ record }: { record: RecordItem }) {
  return (
    <article class="row">
      <Pick record={record} />
      <Thumb record={record} />
      <div class="row-body">
        <TitleLink record={record} />
        <OtherMarkedTitle title={record.title} marks={record.markedTitle} />
        {record.highlights?.map((highlight) => (
          <Highlight {...highlight} />
        ))}
      </div>
      <p class="row-meta">
        <KindTag kind={record.kind} />
        <Local text={record.institution.name} />
      </p>
    </article>
  )
}

export function RecordRows({ records }: { records: readonly RecordItem[] }) {
  return (
    <ul class="rows">
      {records.map((record) => (
        <li>
          <RecordRow record={record} />
        </li>
      ))}
    </ul>
  )
}

type TableProps = {
  caption: LocalText
  records: readonly RecordItem[]
  /** Curators see drafts and withdrawn records: then a column says which is which. */
  withState?: boolean
  more?: readonly Column<RecordItem>[]
}

/** Records as a dense table with keys. */
export function RecordTable({ caption, records, withState, more = [] }: TableProps) {
  const columns = [titleColumn, ...factColumns, ...(withState ? [stateColumn] : []), updatedColumn]
  return <Table caption={caption} columns={[...columns, ...more]} rows={records} keys />
}

const titleColumn: Column<RecordItem> = {
  label: columnWords.title,
  cell: (record) => (
    <div class="cell-record">
      <Pick record={record} />
      <Thumb record={record} />
      <div>
        <TitleLink record={record} />
        <OtherMarkedTitle title={record.title} marks={record.markedTitle} />
        {record.highlights?.map((highlight) => (
          <Highlight {...highlight} />
        ))}
      </div>
    </div>
  ),
}

const factColumns: Column<RecordItem>[] = [
  { label: columnWords.kind, nowrap: true, cell: ({ kind }) => <KindTag kind={kind} /> },
  { label: columnWords.institution, cell: ({ institution }) => <Local text={institution.name} /> },
  {
    label: columnWords.access,
    nowrap: true,
    cell: ({ access }) => <AccessBadge access={access} />,
  },
]

const updatedColumn: Column<RecordItem> = {
  label: columnWords.updated,
  align: 'end',
  nowrap: true,
  cell: ({ updatedAt }) => <Day when={updatedAt} />,
}

const stateColumn: Column<RecordItem> = {
  label: columnWords.state,
  nowrap: true,
  cell: ({ visibility }) => <VisibilityBadge visibility={visibility} />,
}

function TitleLink({ record }: { record: RecordItem }) {
  return (
    <a class="row-title" href={paths.record(record.id)}>
      <MarkedTitle title={record.title} marks={record.markedTitle} />
    </a>
  )
}

function Thumb({ record }: { record: RecordItem }) {
  const { image, kind } = record
  return (
    <div class="thumb" aria-hidden="true">
      {image ? (
        <Picture image={{ ...image, alt: { zh: '', en: '' } }} sizes="4rem" largest="small" />
      ) : (
        <EmptyPicture kind={kind} />
      )}
    </div>
  )
}

/** What kind of resource it is: the kind's own sign and colour. */
export function KindTag({ kind, profile }: { kind: Kind; profile?: string | undefined }) {
  const t = useText()
  return (
    <span class={`kind kind-${kind}`}>
      <Icon name={kind} small />
      {t(oneOfKind[kind])}
      {profile && <span class="kind-profile">{profile}</span>}
    </span>
  )
}

const visibilityTones = { draft: 'caution', published: 'good', withdrawn: 'calm' } as const
const accessTones = {
  open: 'good',
  registered: 'note',
  on_request: 'caution',
  closed: 'calm',
} as const

export const VisibilityBadge = ({ visibility }: { visibility: Visibility }) => (
  <StateBadge tone={visibilityTones[visibility]} text={visibilityNames[visibility]} />
)

export const AccessBadge = ({ access }: { access: Access }) => (
  <StateBadge tone={accessTones[access]} text={accessNames[access]} />
)

type DoorsProps = {
  counts: readonly { kind: Kind; total: Total }[]
  /** Filters that each way in keeps: an institution's own records. */
  keep?: Readonly<Record<string, string>>
}

/** The ways in: each kind with how many records of it the viewer may see. */
export function Doors({ counts, keep = {} }: DoorsProps) {
  const lang = useLang()
  return (
    <ul class="doors">
      {counts.map(({ kind, total }) => (
        <li>
          <a class={`door kind-${kind}`} href={withQuery(paths.kind(kind), keep)}>
            <Icon name={kind} />
            <Local as="strong" text={kindNames[kind]} />
            <span>{formatCount(total, lang)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
