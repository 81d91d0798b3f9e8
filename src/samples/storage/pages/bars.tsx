import { Section } from '../../../web/components/navigation.tsx'
import { formatNumber } from '../../../web/format.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import { samplePaths } from '../../words/paths.ts'
import type { FilledRow } from '../queries.ts'
import { storageWords as words } from '../words.ts'

type Filling = { used: number; blocked: number; wells: number }

/** How full something is: in use, then blocked; the figures stand beside it. */
export function StoreBar({ used, blocked, wells }: Filling) {
  const lang = useLang()
  const text =
    wells === 0
      ? words.inside(formatNumber(used, lang))
      : words.usedOf(formatNumber(used, lang), formatNumber(wells, lang))
  return (
    <>
      <Bar {...{ used, blocked, wells }} />
      <Local as="span" class="quiet" text={text} />
    </>
  )
}

function Bar({ used, blocked, wells }: Filling) {
  const share = (part: number) => (wells === 0 ? 0 : Math.min(100, (part / wells) * 100))
  return (
    <svg class="store-bar" aria-hidden="true">
      <rect class="bar-ground" width="100%" height="100%" />
      <rect width={`${share(used).toFixed(1)}%`} height="100%" />
      <rect
        class="bar-blocked"
        x={`${share(used).toFixed(1)}%`}
        width={`${share(blocked).toFixed(1)}%`}
        height="100%"
      />
    </svg>
  )
}

type RacksProps = { placeId: string; racks: ReadonlyMap<string | null, FilledRow[]> }

/** Boxes as tiles, under the rack that they stand in. */
export const Racks = ({ placeId, racks }: RacksProps) => (
  <>
    {[...racks].map(([rackId, boxes]) => {
      const path = boxes[0]?.path.split('/').slice(0, -1).join('/') ?? ''
      const title = rackId === placeId ? words.atTop : { zh: path, en: path }
      return (
        <Section title={title}>
          <ul class="box-tiles">
            {boxes.map((box) => (
              <li>
                <a href={samplePaths.box(box.id)}>{box.code}</a>
                <StoreBar {...box} />
              </li>
            ))}
          </ul>
        </Section>
      )
    })}
  </>
)
