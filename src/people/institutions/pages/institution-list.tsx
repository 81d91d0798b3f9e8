import { StateBadge } from '../../../web/components/state-badge.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { formatNumber } from '../../../web/format.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import type { InstitutionRow } from '../queries/institutions.ts'
import { institutionWords as words } from '../words.ts'
import { institutionKindNames } from '../../words/names.ts'
import { peoplePaths } from '../../words/paths.ts'

/** Institutions as rows, with how much each has. */
export function Institutions({ rows }: { rows: readonly InstitutionRow[] }) {
  const lang = useLang()
  const columns: Column<InstitutionRow>[] = [
    {
      key: 'name',
      label: words.name,
      head: true,
      cell: (row) => (
        <a href={peoplePaths.institution(row.id)}>
          <Local text={{ zh: row.nameZh, en: row.nameEn }} />
        </a>
      ),
    },
    {
      key: 'kind',
      label: words.kind,
      cell: ({ kind, closedAt }) =>
        closedAt ? (
          <StateBadge tone="calm" text={words.closed} />
        ) : (
          institutionKindNames[kind][lang]
        ),
    },
    {
      key: 'records',
      label: words.records,
      align: 'end',
      cell: ({ recordCount }) => formatNumber(recordCount, lang),
    },
    {
      key: 'labs',
      label: words.labs,
      align: 'end',
      cell: ({ labCount }) => formatNumber(labCount, lang),
    },
  ]
  return <Table caption={words.institutions} captionUnseen columns={columns} rows={rows} />
}
