import { type Context as HonoContext, Hono } from 'hono'
import { stockCrumb } from '../../../stock/pages/crumbs.ts'
import type { Lang } from '../../../core/text.ts'
import { getPlace } from '../../../stock/places/actions.ts'
import { gridOf, wellAt, wellName } from '../../../stock/places/rules.ts'
import { placeTypeNames, placeWords } from '../../../stock/places/words.ts'
import { stockPaths } from '../../../stock/words/paths.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import type { Env } from '../../../web/env.ts'
import { formatNumber } from '../../../web/format.ts'
import { ActButton, type Filled } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { type Box, getBox, hasStep } from '../actions/wells.ts'
import { scanWords } from '../../scans/words.ts'
import { samplePaths } from '../../words/paths.ts'
import { boxPageWords as words } from '../words/page.ts'
import { Chosen } from './chosen.tsx'
import { ClimateLine } from './climate.tsx'
import { Contents, contents } from './contents.tsx'
import { BoxGrid, Legend } from './grid.tsx'
import { ScanBox } from './scan.tsx'
import { blocking, box, fillOrder, scan, taking, undo, wells } from './writes.ts'

type C = HonoContext<Env>

const own = new Hono<Env>().get('/places/:id/box', (c) => boxPage(c))

const scanning = scan(boxPage)

/** Boxes, well by well. */
export const { api: boxRoutes, pages: boxPages } = surfaces(
  box,
  contents,
  { api: wells.api },
  scanning,
  taking,
  blocking,
  fillOrder,
  undo,
  { pages: own },
)

async function boxPage(c: C, refused?: Filled) {
  const { ctx } = c.var
  const id = c.req.param('id') ?? ''
  const place = await getPlace(ctx, id)
  const [found, canUndo] = await Promise.all([getBox(ctx, { id }), hasStep(ctx, place.id)])
  const chosen = wellIn(found, refused ? refused.value('well') : (c.req.query('well') ?? ''))
  const type = placeTypeNames[place.type]
  return page(
    c,
    {
      title: { zh: `${type.zh} ${place.code}`, en: `${type.en} ${place.code}` },
      lead: leadOf(found, ctx.lang),
      crumbs: crumbsTo(place),
      status: refused?.status ?? 200,
      actions: <Tools box={found} canUndo={canUndo} />,
    },
    <>
      {await ClimateLine({ c, id: place.id })}
      <ScanBox box={found} chosen={chosen} code={c.req.query('code')} refused={refused}>
        {found.rows === null ? (
          await Contents({ c, id: place.id })
        ) : (
          <>
            <BoxGrid box={found} chosen={chosen ?? found.next ?? undefined} />
            <Legend box={found} />
            <Chosen box={found} chosen={chosen} />
          </>
        )}
      </ScanBox>
    </>,
  )
}

/** The well of this name, as the box calls it. */
function wellIn(found: Box, name: string): string | undefined {
  const grid = gridOf(found)
  const well = grid && wellAt(grid, name)
  return grid && typeof well === 'number' ? wellName(grid, well) : undefined
}

const leadOf = ({ path, used, capacity }: Box, lang: Lang) =>
  words.boxesLead(
    path,
    formatNumber(used, lang),
    capacity === null ? null : formatNumber(capacity, lang),
  )

/** By the place around it. */
const crumbsTo = ({ parent }: Awaited<ReturnType<typeof getPlace>>) => [
  stockCrumb,
  { text: placeWords.places, href: stockPaths.places },
  ...(parent
    ? [{ text: { zh: parent.path, en: parent.path }, href: stockPaths.place(parent.id) }]
    : []),
]

function Tools({ box: { id, rows, fillOrder: order }, canUndo }: { box: Box; canUndo: boolean }) {
  const here = stockPaths.place(id)
  const other = order === 'rows' ? 'columns' : 'rows'
  return (
    <>
      {canUndo && <ActButton action={`${here}/wells/undo`} text={words.undo} />}
      {rows !== null && (
        <ActButton
          action={`${here}/fill-order`}
          text={other === 'rows' ? words.byRows : words.byColumns}
          fields={{ fillOrder: other }}
        />
      )}
      {rows !== null && <ButtonLink href={samplePaths.scan(id)} text={scanWords.title} />}
      <ButtonLink href={here} text={words.place} />
      <ButtonLink href={`${here}/edit`} icon="edit" text={placeWords.edit} />
    </>
  )
}
