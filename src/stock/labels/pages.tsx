import { type Context as HonoContext, Hono } from 'hono'
import { raw } from 'hono/html'
import { z } from 'zod'
import { Button } from '../../web/components/button.tsx'
import type { Env } from '../../web/env.ts'
import { Fields } from '../../web/fields.tsx'
import { filledWith } from '../../web/forms.tsx'
import { Local, useText } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'
import { parseOrRefuse } from '../../web/validate.ts'
import { getLot, type LotRow } from '../lots/actions/hold.ts'
import { lotWords } from '../lots/words.ts'
import { stockCrumb } from '../pages/crumbs.ts'
import { stockPaths } from '../words/paths.ts'
import { labelForm, type Wanted } from './model.ts'
import { type Label, labelsOf, symbolOf } from './rules.ts'
import { labelWords as words } from './words.ts'

type C = HonoContext<Env>

/** Labels of a lot, ready to print: what is asked for stands in the address. */
export const labelPages = new Hono<Env>().get('/lots/:id/labels', (c) => labelsPage(c))

const Asked = z.object(labelForm.schema.shape)

async function labelsPage(c: C) {
  const { ctx } = c.var
  const row = await getLot(ctx, c.req.param('id') ?? '')
  const typed = Object.entries(c.req.query()).filter(([, value]) => value !== '')
  const wanted = parseOrRefuse(Asked, Object.fromEntries(typed))
  const labels = labelsOf(row.code, { ...wanted, baseUrl: ctx.baseUrl })
  const drawn = await Promise.all(
    labels.map(async (label) => ({ ...label, svg: await symbolOf(wanted.symbol, label.content) })),
  )
  return page(
    c,
    {
      title: words.labels,
      lead: words.lead,
      crumbs: [stockCrumb, { text: lotWords.lotOf(row.code), href: stockPaths.lot(row.id) }],
      main: 'labels-main',
    },
    <>
      <form class="labels-form filters" method="get">
        <Fields of={labelForm} form={filledWith(textsOf(wanted))} search />
        <Button look="plain" text={words.show} />
      </form>
      <SheetOf wanted={wanted} row={row} labels={drawn} />
    </>,
  )
}

const textsOf = (wanted: Wanted) =>
  Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name, String(value)]))

type SheetProps = { wanted: Wanted; row: LotRow; labels: readonly (Label & { svg: string })[] }

function SheetOf({ wanted: { sheet, symbol, skip }, row, labels }: SheetProps) {
  return (
    <div class="labels-scroll" role="region" aria-label={useText()(words.labels)} tabindex={0}>
      <ol class={`labels labels-${sheet} labels-${symbol}`}>
        {Array.from({ length: skip }, () => (
          <li aria-hidden="true" class="label-skipped"></li>
        ))}
        {labels.map(({ code, svg }) => (
          <li>
            <span class="label-symbol" aria-hidden="true">
              {raw(svg)}
            </span>
            <span class="label-text">
              <b>{code}</b>
              <Local as="span" text={row.record.title} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
