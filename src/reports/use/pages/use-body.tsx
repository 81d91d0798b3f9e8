import { ButtonLink } from '../../../web/components/button.tsx'
import { Chips } from '../../../web/components/chip.tsx'
import { Empty } from '../../../web/components/empty.tsx'
import { Section } from '../../../web/components/page-head.tsx'
import { Toolbar } from '../../../web/components/toolbar.tsx'
import { Local, useText } from '../../../web/lang.tsx'
import type { UseAsked } from '../actions/scope.ts'
import type { UseOverTime } from '../actions/time.ts'
import type { Grouping } from '../model/kinds.ts'
import type { UseReport } from '../model/use.ts'
import { groupingNames } from '../words/names.ts'
import { useWords as words } from '../words/use.ts'
import { apiHref, useHref } from './links.ts'
import { HeatFigure, TrendFigure } from './use-charts.tsx'
import { UseTable } from './use-table.tsx'
import { NationalFigure, UseTotals } from './use-totals.tsx'

type Props = {
  report: UseReport
  over: UseOverTime
  cells: readonly { weekday: number; hour: number; usedMs: number }[]
  asked: UseAsked
  by: Grouping
  opens: boolean
}

/** Figures first, charts second, the table third. */
export function UseBody({ report, over, cells, asked, by, opens }: Props) {
  const isUsed = report.total.usedHours > 0
  return (
    <>
      <Narrowed asked={asked} by={by} />
      <UseTotals report={report} asked={asked} opens={opens} />
      {isUsed ? (
        <div class="charts">
          <TrendFigure over={over} asked={asked} opens={opens} />
          <HeatFigure cells={cells} asked={asked} opens={opens} />
          {asked.lab === undefined && <NationalFigure report={report} />}
        </div>
      ) : (
        <Empty title={words.none} text={words.noneHint} icon="calendar" />
      )}
      <Section title={words.table}>
        <Toolbar end={<Files asked={asked} by={by} />}>
          <p class="quiet">
            <Local text={words.by} />
            {' · '}
            <Local text={groupingNames[by]} />
          </p>
        </Toolbar>
        <UseTable report={report} asked={asked} opens={opens} />
      </Section>
    </>
  )
}

/** One lab or instrument only: says so, and how to see all again. */
function Narrowed({ asked, by }: { asked: UseAsked; by: Grouping }) {
  const { lab: _lab, ...withoutLab } = asked
  const { instrument: _instrument, ...withoutInstrument } = asked
  return (
    <Chips
      clear={useHref({ from: asked.from, to: asked.to, institution: asked.institution }, { by })}
      filters={[
        ...(asked.lab === undefined
          ? []
          : [{ name: words.lab, value: words.oneOnly, href: useHref(withoutLab, { by }) }]),
        ...(asked.instrument === undefined
          ? []
          : [
              {
                name: words.instrument,
                value: words.oneOnly,
                href: useHref(withoutInstrument, { by: 'instrument' }),
              },
            ]),
      ]}
    />
  )
}

function Files({ asked, by }: { asked: UseAsked; by: Grouping }) {
  const t = useText()
  return (
    <>
      {(['csv', 'xlsx'] as const).map((format) => (
        <ButtonLink
          href={apiHref('instrument-use', asked, { by, format })}
          icon="download"
          label={t(words[format])}
          download
          dense
        >
          {format === 'csv' ? 'CSV' : 'Excel'}
        </ButtonLink>
      ))}
    </>
  )
}
