import type { LocalText } from '../../../../core/text.ts'
import { Local } from '../../../../web/lang.tsx'
import { paths } from '../../../../web/paths.ts'
import { columnWords } from '../../../../web/words.ts'
import { Day } from '../../../../web/components/moment.tsx'
import { EmptyPicture } from './empty-picture.tsx'
import { Highlight, MarkedTitle, OtherMarkedTitle } from '../../../../web/components/highlight.tsx'
import { Picture } from '../../../../web/components/picture.tsx'
import type { RecordItem } from './record-card.tsx'
import { AccessBadge, VisibilityBadge } from './badges.tsx'
import { type Column, Table } from '../../../../web/components/table.tsx'
import { KindTag } from './badges.tsx'

/** One record on one line with a small picture: relations, newest, search as a list. */
export function RecordRow({ record }: { record: RecordItem }) {
  return (
    <article class="row">
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
  return (
    <Table caption={caption} captionUnseen columns={[...columns, ...more]} rows={records} keys />
  )
}

const titleColumn: Column<RecordItem> = {
  key: 'title',
  label: columnWords.title,
  head: true,
  cell: (record) => (
    <div class="cell-record">
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
  {
    key: 'kind',
    label: columnWords.kind,
    nowrap: true,
    cell: ({ kind }) => <KindTag kind={kind} />,
  },
  {
    key: 'institution',
    label: columnWords.institution,
    cell: ({ institution }) => <Local text={institution.name} />,
  },
  {
    key: 'access',
    label: columnWords.access,
    nowrap: true,
    cell: ({ access }) => <AccessBadge access={access} />,
  },
]

const updatedColumn: Column<RecordItem> = {
  key: 'updated',
  label: columnWords.updated,
  align: 'end',
  nowrap: true,
  cell: ({ updatedAt }) => <Day when={updatedAt} />,
}

const stateColumn: Column<RecordItem> = {
  key: 'state',
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
  const { image, id, kind } = record
  return (
    <div class="thumb" aria-hidden="true">
      {image ? (
        <Picture image={{ ...image, alt: { zh: '', en: '' } }} sizes="4rem" largest="small" />
      ) : (
        <EmptyPicture id={id} kind={kind} />
      )}
    </div>
  )
}
