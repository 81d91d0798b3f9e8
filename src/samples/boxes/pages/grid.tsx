import { html } from 'hono/html'
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
  const here = samplePaths.box(box.id)
  const inWell = new Map(box.wells.map((one) => [one.index, one]))
  const columns = Array.from({ length: grid.columns }, (_, column) => column)
  const rows = Array.from({ length: grid.rows }, (_, row) => row)
  const cell = (index: number) => {
    const name = wellName(grid, index)
    const well = inWell.get(index)
    return wellLink({ here, name, well, isChosen: name === chosen }, t)
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

type WellProps = { here: string; name: string; well: Well | undefined; isChosen: boolean }

const codeIn = (well: Well | undefined) => well?.sample?.code ?? well?.lot?.code

/** Drawn as text, for a box has a hundred. */
function wellLink({ here, name, well, isChosen }: WellProps, t: (text: LocalText) => string) {
  const code = codeIn(well)
  const { look, says } = lookOf(well)
  const title = [name, code, says && t(says)].filter(Boolean).join(' ')
  const chosen = isChosen && html` aria-current="true"`
  const dragged = well?.sample && html` data-code="${well.sample.code}" draggable="true"`
  const unseen = says && html`<span class="unseen">${t(says)}</span>`
  // A code instead of the well's name, where there is one.
  const named =
    code === undefined
      ? html`<span>${name} </span>`
      : html`<span class="unseen">${name} </span><bdi>${code}</bdi>`
  return html`<td>
    <a
      class="well well-${look}"
      href="${here}?well=${name}#well"
      title="${title}"
      data-well="${name}"
      ${chosen}${dragged}
      >${named}${unseen}</a
    >
  </td>`
}

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
