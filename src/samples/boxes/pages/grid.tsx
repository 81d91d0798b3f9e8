import type { LocalText } from '../../../core/text.ts'
import { Local, useText } from '../../../web/lang.tsx'
import { gridOf, rowName, wellName } from '../../../stock/places/rules.ts'
import { samplePaths } from '../../words/paths.ts'
import type { Box } from '../actions/wells.ts'
import { boxPageWords as words } from '../words/page.ts'

type Well = Box['wells'][number]

/** A box as it stands before one: every well a link that chooses it; samples can be dragged to another. */
export function BoxGrid({ box, chosen }: { box: Box; chosen: string | undefined }) {
  const grid = gridOf(box)
  const t = useText()
  if (!grid) return null
  const inWell = new Map(box.wells.map((one) => [one.index, one]))
  const columns = Array.from({ length: grid.columns }, (_, column) => column)
  const rows = Array.from({ length: grid.rows }, (_, row) => row)
  const cell = (index: number) => {
    const name = wellName(grid, index)
    const well = inWell.get(index)
    return (
      <td>
        <WellLink {...{ boxId: box.id, name, well }} isChosen={name === chosen} />
      </td>
    )
  }
  return (
    <hexi-wells class="table-scroll" role="region" aria-label={t(words.grid)} tabindex={0}>
      <table class="box-grid">
        <Local as="caption" class="unseen" text={words.grid} />
        <thead>
          <tr>
            <td></td>
            {columns.map((column) => (
              <th scope="col">{column + 1}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{grid.wellNames === 'letters' ? rowName(row) : row + 1}</th>
              {columns.map((column) => cell(row * grid.columns + column))}
            </tr>
          ))}
        </tbody>
      </table>
    </hexi-wells>
  )
}

type WellProps = { boxId: string; name: string; well: Well | undefined; isChosen: boolean }

const codeIn = (well: Well | undefined) => well?.sample?.code ?? well?.lot?.code

function WellLink({ boxId, name, well, isChosen }: WellProps) {
  const t = useText()
  const code = codeIn(well)
  const { look, says } = lookOf(well)
  const dragged = well?.sample && { 'data-code': well.sample.code, draggable: 'true' as const }
  return (
    <a
      class={`well well-${look}`}
      href={`${samplePaths.box(boxId)}?well=${name}#well`}
      title={[name, code, says && t(says)].filter(Boolean).join(' ')}
      data-well={name}
      {...(isChosen && { 'aria-current': 'true' as const })}
      {...dragged}
    >
      <Name name={name} code={code} />
      {says && <Local as="span" class="unseen" text={says} />}
    </a>
  )
}

/** A code instead of the well's name, where there is one. */
const Name = ({ name, code }: { name: string; code: string | undefined }) =>
  code === undefined ? (
    <span>{name} </span>
  ) : (
    <>
      <span class="unseen">{name} </span>
      <bdi>{code}</bdi>
    </>
  )

/** How a well looks, and what of it is said besides the code. */
function lookOf(well: Well | undefined): { look: keyof typeof looks; says?: LocalText } {
  if (!well) return { look: 'free', says: words.free }
  if (well.blocked !== null) return { look: 'blocked', says: words.isBlocked }
  if (well.sample?.isBlocked) return { look: 'withdrawn', says: words.withdrawnLong }
  if (well.isKept) return { look: 'kept', says: words.kept }
  return { look: 'taken', ...(!well.sample && !well.lot && { says: words.other }) }
}

const looks = {
  taken: words.inUse,
  free: words.freeLong,
  kept: words.keptLong,
  blocked: words.blockedLong,
  withdrawn: words.withdrawnLong,
}

/** What the looks mean, of those that the box has. */
export function Legend({ box }: { box: Box }) {
  const t = useText()
  const found = new Set<string>(['free', 'taken', ...box.wells.map((well) => lookOf(well).look)])
  return (
    <ul class="box-legend" aria-label={t(words.legend)}>
      {Object.entries(looks)
        .filter(([look]) => found.has(look))
        .map(([look, text]) => (
          <li>
            <span class={`well well-${look}`} aria-hidden="true"></span>
            <Local as="span" text={text} />
          </li>
        ))}
    </ul>
  )
}
