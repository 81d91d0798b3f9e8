import { type Context as HonoContext, Hono } from 'hono'
import { Problem } from '../../../core/problem.ts'
import { inLang } from '../../../core/text.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, submitted } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { nriiRecord } from '../actions/nrii.ts'
import { addToNrii, decideNrii } from '../actions/decide.ts'
import { NriiDecision, type NriiPart, nriiParts } from '../model.ts'
import { paths } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { nriiPartNames, nriiWords as words } from '../words.ts'
import { usePath } from '../../use/pages/links.ts'
import { nriiPath, nriiRecordPath } from './links.ts'
import { NriiDecide, NriiExtras, NriiStanding, NriiTable } from './record-parts.tsx'
import { reportLinks } from '../../words/paths.ts'

type C = HonoContext<Env>
const path = `${nriiPath}/:part/:id`

/** One record as it is reported: every field, what is wrong with it, and what may be done. */
export const nriiRecordPages = new Hono<Env>()
  .get(path, (c) => recordPage(c))
  .post(`${path}/extras`, async (c) => {
    const { part, id } = placeOf(c)
    return submitted(
      c,
      async (form) => {
        const { fields } = await nriiRecord(c.var.ctx, part, id)
        const values = Object.fromEntries(fields.map(({ name }) => [name, form.value(name)]))
        await addToNrii(c.var.ctx, { part, id, values })
        setFlash(c, words.saved)
        return c.redirect(nriiRecordPath(part, id), 303)
      },
      (form) => recordPage(c, form),
    )
  })
  .post(`${path}/decision`, async (c) => {
    const { part, id } = placeOf(c)
    return submitted(
      c,
      async (form) => {
        const input = parseOrRefuse(NriiDecision, {
          part,
          ids: [id],
          decision: form.value('decision'),
          reason: form.value('reason'),
        })
        setFlash(c, words.decided(await decideNrii(c.var.ctx, input)))
        return c.redirect(nriiRecordPath(part, id), 303)
      },
      (form) => recordPage(c, form),
    )
  })

function placeOf(c: C): { part: NriiPart; id: string } {
  const part = nriiParts.find((one) => one === c.req.param('part'))
  if (!part) throw new Problem('not-found', words.unknownPart)
  return { part, id: c.req.param('id') ?? '' }
}

async function recordPage(c: C, form: Filled = filledWith()) {
  const { ctx } = c.var
  const { part, id } = placeOf(c)
  const { fields, item, codes } = await nriiRecord(ctx, part, id)
  const title = { zh: item.titleZh, en: item.titleEn }
  return page(
    c,
    {
      title: inLang(title, ctx.lang),
      crumbs: [
        { text: reportLinks.use.text, href: usePath },
        { text: words.title, href: `${nriiPath}?part=${part}` },
        { text: nriiPartNames[part] },
      ],
      main: 'nrii',
      status: form.status,
    },
    <>
      <PageHead title={title} lead={nriiPartNames[part]}>
        {(part === 'instruments' || part === 'customs') && (
          <ButtonLink href={`${paths.record(id)}/edit`} icon="edit">
            {words.editRecord[ctx.lang]}
          </ButtonLink>
        )}
      </PageHead>
      <NriiStanding item={item} />
      <NriiDecide item={item} part={part} form={form} />
      <NriiTable item={item} fields={fields} part={part} codes={codes} />
      <NriiExtras item={item} fields={fields} part={part} form={form} />
    </>,
  )
}
