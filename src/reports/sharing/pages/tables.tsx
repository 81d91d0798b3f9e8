import type { LocalText } from '../../../core/text.ts'
import { Section } from '../../../web/components/page-head.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { formatNumber } from '../../../web/format.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import type { UseAsked } from '../../use/actions/scope.ts'
import type { AssessmentReport, SharingFigures, SharingReport } from '../model.ts'
import type { RowKind } from '../../use/model/kinds.ts'
import { sharingKeys } from '../rules/table.ts'
import { sharingNames, sharingWords as words } from '../words.ts'
import { FigureLink } from '../../use/pages/figure-link.tsx'
import { rowsHref, useHref } from '../../use/pages/links.ts'

type Row = SharingFigures & { key: string; name: LocalText }
type Props = { report: SharingReport; asked: UseAsked; opens: boolean }

/** Institutions, what they open and who used it; their names open their instruments. */
export function SharingTable({ report, asked, opens }: Props) {
  const rows: Row[] = [...report.items, { ...report.total, key: '', name: words.total }]
  const name: Column<Row> = {
    key: 'name',
    label: words.institution,
    head: true,
    cell: (row) =>
      row.key === '' ? (
        <strong>
          <Local text={row.name} />
        </strong>
      ) : (
        <a class="use-name" href={useHref({ ...asked, institution: row.key })}>
          <Local text={row.name} />
        </a>
      ),
  }
  const keys = sharingKeys.filter((key) => opens || key !== 'incomeFen')
  return (
    <Table
      caption={words.sharing}
      captionUnseen
      dense
      columns={[name, ...keys.map((key) => columnOf(key, { asked, opens }))]}
      rows={rows}
    />
  )
}

const behind: Partial<Record<keyof SharingFigures, RowKind>> = {
  usedHours: 'used',
  sharedHours: 'shared',
  externalHours: 'external',
  outsideBookings: 'external',
  sharedRate: 'external',
  samples: 'samples',
  incomeFen: 'income',
}

function columnOf(
  key: keyof SharingFigures,
  { asked, opens }: { asked: UseAsked; opens: boolean },
): Column<Row> {
  const what = behind[key]
  return {
    key,
    label: sharingNames[key],
    align: 'end',
    nowrap: true,
    cell: (row) => {
      const value = row[key]
      const own = row.key === '' ? asked : { ...asked, institution: row.key }
      return (
        <FigureLink
          value={key === 'incomeFen' && value !== null ? value / 100 : value}
          href={what && opens ? rowsHref(own, what) : undefined}
          {...(key.endsWith('Rate') && { unit: '%' as const })}
        />
      )
    },
  }
}

type Measure = AssessmentReport['indicators'][number]['measures'][number]

/** The nine indicators, each with what was measured. */
export function AssessmentTable({ report }: { report: AssessmentReport }) {
  return (
    <ol class="indicators">
      {report.indicators.map(({ name, measures }, at) => (
        <li>
          <Section title={{ zh: `${at + 1}. ${name.zh}`, en: `${at + 1}. ${name.en}` }}>
            <dl class="fields">
              {measures.map((measure) => (
                <div>
                  <dt>
                    <Local text={measure.name} />
                  </dt>
                  <dd>
                    <MeasureValue measure={measure} />
                  </dd>
                </div>
              ))}
            </dl>
          </Section>
        </li>
      ))}
    </ol>
  )
}

function MeasureValue({ measure: { value, unit } }: { measure: Measure }) {
  const lang = useLang()
  if (value === null) return <span class="quiet">—</span>
  if (unit === '%') return <>{formatNumber(value * 100, lang, 1)}%</>
  const number = formatNumber(value, lang, 1)
  const hours = lang === 'zh' ? `${number} 小时` : `${number} h`
  const yuan = lang === 'zh' ? `${number} 元` : `CNY ${number}`
  return <>{unit === 'h' ? hours : unit === 'CNY' ? yuan : number}</>
}
