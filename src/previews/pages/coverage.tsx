import { valuesFor } from '../../catalog/records/actions/read.ts'
import type { RecordSection } from '../../catalog/records/pages/record.tsx'
import { RecordPlace } from '../../catalog/map/pages/record.tsx'
import { whereText } from '../../catalog/map/rules/graticule.ts'
import { placeOf } from '../../catalog/records/rules/place.ts'
import { textIn } from '../../core/field-values.ts'
import { defaultZone, dayAt } from '../../core/time.ts'
import { spanOf } from '../../core/time-axis.ts'
import { baseName } from '../../datasets/files/rules.ts'
import { versionsIn, type VersionRow } from '../../datasets/versions/actions.ts'
import { offeredFor } from '../../datasets/versions/pages/newest.ts'
import { versionWords } from '../../datasets/versions/words.ts'
import { datasetPaths } from '../../datasets/words/paths.ts'
import { Section } from '../../web/components/navigation.tsx'
import { TimeLine, type TimeRow } from '../../web/components/time-line.tsx'
import { formatPartialDate } from '../../web/format.ts'
import { Local } from '../../web/lang.tsx'
import { coverageOf, type FilePeriod, type Scene } from '../actions.ts'
import { previewWords as words } from '../words.ts'

const mostListed = 10
const mostVersions = 5

/** Where and when a dataset is about: its own area and period, those of files for who may read them, its versions. */
export const coverageSection: RecordSection = async (c, row) => {
  const { ctx } = c.var
  const values = valuesFor(ctx, row)
  const { version } = await offeredFor(ctx, row.id)
  const [found, versions] = await Promise.all([
    version && coverageOf(ctx, version),
    versionsIn(ctx, row.id, { limit: mostVersions }),
  ])
  const { scenes = [], periods = [] } = found ?? {}
  const own = { from: textIn(values, 'acquisitionStart'), until: textIn(values, 'acquisitionEnd') }
  const fileOf = (id: string) => datasetPaths.file(row.id, version?.number ?? 0, id)
  const rows = [
    ...timeRow({ label: words.acquired, ...own }),
    ...periods.slice(0, mostListed).flatMap((file) => fileRow(file, fileOf(file.id))),
  ]
  const { extent } = placeOf({ ...row, values })
  if (!extent && scenes.length === 0 && rows.length === 0) return null
  const footprints = scenes.map((scene) => scene.extent)
  return (
    <Section id="coverage" title={words.coverage}>
      <RecordPlace row={row} values={values} footprints={footprints} />
      <Scenes scenes={scenes} hrefOf={fileOf} />
      {rows.length > 0 && (
        <TimeLine
          title={words.timeLine}
          labels={{ row: words.whatOfTime }}
          rows={[...rows, ...versions.items.toReversed().flatMap(versionRow)]}
        />
      )}
      {periods.length > mostListed && (
        <Local as="p" class="quiet small" text={words.leftOut(periods.length - mostListed)} />
      )}
    </Section>
  )
}

type Scenes = { scenes: readonly Scene[]; hrefOf: (id: string) => string }

/** In a dataset of one place there is nothing to choose from. */
function Scenes({ scenes, hrefOf }: Scenes) {
  if (scenes.length === 0) return <></>
  return (
    <details class="scenes">
      <Local as="summary" text={words.scenesOf(scenes.length)} />
      <ul class="plain-list">
        {scenes.slice(0, mostListed).map(({ id, name, extent }) => (
          <li>
            <a href={hrefOf(id)}>{baseName(name)}</a>{' '}
            <span class="small quiet">{whereText(extent)}</span>
          </li>
        ))}
      </ul>
      {scenes.length > mostListed && (
        <Local as="p" class="quiet small" text={words.leftOut(scenes.length - mostListed)} />
      )}
    </details>
  )
}

type Dated = Pick<TimeRow, 'label' | 'href'> & { from: string | null; until: string | null }

/** None where there are no dates. */
function timeRow({ from, until, ...what }: Dated): TimeRow[] {
  const span = spanOf(from, until)
  if (!span) return []
  const dates = [...new Set([from ?? until ?? '', until ?? from ?? ''])]
  const inWords = (lang: 'zh' | 'en') =>
    dates.map((date) => formatPartialDate(date, lang)).join(' – ')
  return [{ ...what, span, text: { zh: inWords('zh'), en: inWords('en') } }]
}

function fileRow({ name, from, until }: FilePeriod, href: string): TimeRow[] {
  const label = { zh: baseName(name), en: baseName(name) }
  return timeRow({ label, href, from, until })
}

/** When it was published. */
function versionRow({ recordId, number, publishedAt }: VersionRow): TimeRow[] {
  const day = publishedAt && dayAt(publishedAt, defaultZone)
  const label = versionWords.numbered(number)
  return timeRow({ label, href: datasetPaths.version(recordId, number), from: day, until: day })
}
