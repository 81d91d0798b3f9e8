import { type Context as HonoContext, Hono } from 'hono'
import { z } from 'zod'
import { form } from '../../../core/form.ts'
import { line } from '../../../core/shapes.ts'
import { type OnSheet, sheetForm } from '../../../stock/labels/model.ts'
import { printPage } from '../../../stock/labels/pages.tsx'
import type { Env } from '../../../web/env.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { staffedCollection } from '../../actions.ts'
import { collectionCrumbs } from '../../pages/frame.tsx'
import { samplePaths } from '../../words/paths.ts'
import { getSample } from '../actions/hold.ts'
import { labelledSamples } from '../actions/keep.ts'
import { sampleFilter } from '../model.ts'
import { sampleListWords as words } from '../words.ts'

type C = HonoContext<Env>

/** Which samples of a collection have labels printed: as its list narrows them, or these codes. */
const wanted = {
  code: line().max(500).optional(),
  donor: line().max(60).optional(),
  kit: line().max(60).optional(),
  codes: line().max(5000).optional(),
}
const { fields } = sampleFilter
const labelForm = form(z.strictObject({ ...sheetForm.schema.shape, ...wanted }), {
  ...sheetForm.fields,
  code: fields.code,
  donor: fields.donor,
  kit: fields.kit,
  codes: { as: 'text', type: 'scans', label: words.codes, hint: words.codesHint },
})

/** Labels of tubes, ready to print: of one sample, and of those of a collection that are asked for. */
export const sampleLabelPages = new Hono<Env>()
  .get('/samples/:id/labels', async (c) => {
    const { ctx } = c.var
    const row = await getSample(ctx, c.req.param('id'))
    return printPage(c, {
      form: sheetForm,
      labelsOf: (_, onSheet) => [labelOf(ctx.baseUrl, row.code, onSheet)],
      title: row.type.name,
      crumbs: [
        ...collectionCrumbs(row.collection, 'samples'),
        { text: words.sampleOf(row.code), href: samplePaths.sample(row.id) },
      ],
    })
  })
  .get('/collections/:id/samples/labels', (c) => collectionLabels(c))

/** A phone opens the address in a QR code; scanners take the code itself. */
const labelOf = (baseUrl: string, code: string, { symbol }: OnSheet) => ({
  code,
  content: symbol === 'qrcode' ? `${baseUrl}${samplePaths.scanned(code)}` : code,
})

async function collectionLabels(c: C) {
  const { ctx } = c.var
  const collection = await staffedCollection(ctx, c.req.param('id') ?? '')
  const typed = Object.entries(c.req.query()).filter(([, value]) => value !== '')
  const asked = parseOrRefuse(z.object(wanted), Object.fromEntries(typed))
  const codes = await labelledSamples(ctx, { ...asked, record: collection.id })
  return printPage(c, {
    form: labelForm,
    labelsOf: (_, onSheet) => codes.map((code) => labelOf(ctx.baseUrl, code, onSheet)),
    title: collection.title,
    crumbs: collectionCrumbs(collection, 'samples'),
  })
}
