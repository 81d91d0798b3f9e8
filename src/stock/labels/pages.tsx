import { type Context as HonoContext, Hono } from 'hono'
import { raw } from 'hono/html'
import { z } from 'zod'
import type { Declared } from '../../core/form.ts'
import type { LocalText } from '../../core/text.ts'
import { Button } from '../../web/components/button.tsx'
import type { Crumb } from '../../web/components/navigation.tsx'
import type { Env } from '../../web/env.ts'
import { Fields } from '../../web/fields.tsx'
import { filledWith } from '../../web/forms.tsx'
import { Local, useText } from '../../web/lang.tsx'
import { page } from '../../web/page.tsx'
import { parseOrRefuse } from '../../web/validate.ts'
import { getLot } from '../lots/actions/hold.ts'
import { lotWords } from '../lots/words.ts'
import { stockCrumb } from '../pages/crumbs.ts'
import { stockPaths } from '../words/paths.ts'
import { labelForm, type OnSheet, sheetForm } from './model.ts'
import { type Label, labelsOf, symbolOf } from './rules.ts'
import { labelWords as words } from './words.ts'

type C = HonoContext<Env>

/** Labels of a lot, ready to print: what is asked for stands in the address. */
export const labelPages = new Hono<Env>().get('/lots/:id/labels', async (c) => {
  const { ctx } = c.var
  const row = await getLot(ctx, c.req.param('id'))
  return printPage(c, {
    form: labelForm,
    labelsOf: (wanted) => labelsOf(row.code, { ...wanted, baseUrl: ctx.baseUrl }),
    title: row.record.title,
    crumbs: [stockCrumb, { text: lotWords.lotOf(row.code), href: stockPaths.lot(row.id) }],
  })
})

type Printed<Shape extends z.ZodObject> = {
  /** Says on which sheet, and perhaps more. */
  form: Declared & { schema: Shape }
  labelsOf: (wanted: z.output<Shape>, onSheet: OnSheet) => Label[]
  /** What stands below the code. */
  title: LocalText
  crumbs: readonly Crumb[]
}

const OnSheetAsked = z.object(sheetForm.schema.shape)

/** A page of labels, and the form that says on which sheet. */
export async function printPage<Shape extends z.ZodObject>(
  c: C,
  { form, labelsOf: made, title, crumbs }: Printed<Shape>,
) {
  const typed = Object.fromEntries(
    Object.entries(c.req.query()).filter(
      ([name, value]) => value !== '' && name in form.schema.shape,
    ),
  )
  const onSheet = parseOrRefuse(OnSheetAsked, typed)
  const wanted = parseOrRefuse(form.schema, typed)
  const drawn = await Promise.all(
    made(wanted, onSheet).map(async (label) => ({
      ...label,
      svg: await symbolOf(onSheet.symbol, label.content),
    })),
  )
  return page(
    c,
    { title: words.labels, lead: words.lead, crumbs, main: 'labels-main' },
    <>
      <form class="labels-form filters" method="get">
        <Fields<Declared> of={form} form={filledWith(textsOf(wanted))} choices={{}} search />
        <Button look="plain" text={words.show} />
      </form>
      <SheetOf layout={onSheet} title={title} labels={drawn} />
    </>,
  )
}

const textsOf = (wanted: object) =>
  Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name, String(value)]))

type SheetProps = {
  layout: OnSheet
  title: LocalText
  labels: readonly (Label & { svg: string })[]
}

function SheetOf({ layout: { sheet, symbol, skip }, title, labels }: SheetProps) {
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
              <Local as="span" text={title} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
