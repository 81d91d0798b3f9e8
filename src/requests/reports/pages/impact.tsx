import type { RecordSection } from '../../../catalog/records/pages/record.tsx'
import type { Text } from '../../../core/text.ts'
import { Section } from '../../../web/components/navigation.tsx'
import { Stats } from '../../../web/components/values.tsx'
import { formatYuan } from '../../../web/format.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import { impactOf } from '../actions/report.ts'
import type { Publication } from '../model.ts'
import { reportWords as words } from '../words.ts'
import type { ShownReport } from './section.tsx'

/** On the page of a record: what came of its use, once somebody reported. */
export const impactSection: RecordSection = async (c, row) => {
  const impact = await impactOf(c.var.ctx, row.id)
  if (impact.reports === 0) return null
  return (
    <Section title={words.impact} id="impact">
      <Counted impact={impact} />
      <Outcomes {...impact} />
    </Section>
  )
}

type Impact = Awaited<ReturnType<typeof impactOf>>

function Counted({ impact }: { impact: Impact }) {
  const lang = useLang()
  const { reports, publications, patents, varieties, contracts, contractFen, derived } = impact
  const amount =
    contractFen > 0 ? [{ label: words.contractTotal, value: formatYuan(contractFen, lang) }] : []
  return (
    <Stats
      stats={[
        { label: words.reports, value: reports },
        { label: words.publications, value: publications.length },
        { label: words.patents, value: patents.length },
        { label: words.varieties, value: varieties.length },
        { label: words.derived, value: derived.length },
        { label: words.contracts, value: contracts },
        ...amount,
      ]}
    />
  )
}

type Named = Pick<Impact, 'publications' | 'patents' | 'varieties'> & {
  derived: Impact['derived'] | ShownReport['derived']
}

/** What came of it, each kind by itself; what there is none of is left out. */
export const Outcomes = ({ publications, patents, varieties, derived }: Named) => (
  <>
    <Listed title={words.publications} of={publications.map(Cited)} />
    <Listed title={words.patents} of={patents} />
    <Listed title={words.varieties} of={varieties} />
    <Listed
      title={words.derived}
      of={derived.map(({ id, title }) => (
        <Local as="a" href={paths.record(id)} text={title} />
      ))}
    />
  </>
)

type Line = string | ReturnType<typeof Cited>

const Listed = ({ title, of }: { title: Text; of: readonly Line[] }) =>
  of.length === 0 ? null : (
    <>
      <Local as="h3" text={title} />
      <ul>
        {of.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  )

const Cited = ({ text, doi }: Publication) => (
  <>
    {text} {doi !== null && <a href={`https://doi.org/${encodeURI(doi)}`}>{`doi:${doi}`}</a>}
  </>
)
