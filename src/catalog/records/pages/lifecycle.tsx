import { type Context as HonoContext, Hono } from 'hono'
import { Problem } from '../../../core/problem.ts'
import { bothLanguages, inLang, type Text } from '../../../core/text.ts'
import { Button, ButtonLink } from '../../../web/components/button.tsx'
import { Toast } from '../../../web/components/messages.tsx'
import { FormField } from '../../../web/components/form-field.tsx'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, submitted } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { partWords } from '../../../web/words.ts'
import { refuseUnlessKept } from '../actions/input.ts'
import { deleteDraft, publishRecord, type RecordSteps, withdrawRecord } from '../actions/edit.ts'
import { getRecord } from '../actions/read.ts'
import { Withdrawal } from '../model/shapes.ts'
import { deskWords } from '../words.ts'
import { catalogPaths } from '../../words/paths.ts'

type C = HonoContext<Env>

const publishing = ({ publication }: RecordSteps) =>
  new Hono<Env>()
    .post('/records/:id/publication', async (c) => {
      const id = c.req.param('id')
      const title = await titleOf(c, id)
      try {
        await publishRecord(c.var.ctx, { id }, publication)
      } catch (error) {
        // What is still needed is best shown where it can be filled in.
        if (error instanceof Problem && error.kind === 'invalid') {
          setFlash(c, error.detail)
          return c.redirect(`${paths.record(id)}/edit`, 303)
        }
        throw error
      }
      setFlash(c, deskWords.published(title))
      return c.redirect(paths.record(id), 303)
    })
    .get('/records/:id/withdrawal', async (c) => withdrawalPage(c, c.req.param('id')))
    .post('/records/:id/withdrawal', async (c) => {
      const id = c.req.param('id')
      const title = await titleOf(c, id)
      const withdraw = async (form: Filled) => {
        const { reason } = parseOrRefuse(Withdrawal, { reason: form.value('reason') })
        await withdrawRecord(c.var.ctx, { id }, reason)
        setFlash(c, deskWords.withdrawn(title))
        return c.redirect(paths.record(id), 303)
      }
      return submitted(c, withdraw, (form) => withdrawalPage(c, id, form))
    })

const deleting = ({ deletion }: RecordSteps) =>
  new Hono<Env>()
    .get('/records/:id/deletion', async (c) => deletionPage(c, c.req.param('id')))
    .post('/records/:id/deletion', async (c) => {
      const id = c.req.param('id')
      const title = await titleOf(c, id)
      await deleteDraft(c.var.ctx, { id }, deletion)
      setFlash(c, deskWords.deleted(title))
      return c.redirect(catalogPaths.desk, 303)
    })

/** Publishing, withdrawing and deleting: each a form of its own, and what it does said before it is done. */
export const lifecyclePages = (steps: RecordSteps) =>
  new Hono<Env>().route('/', publishing(steps)).route('/', deleting(steps))

async function titleOf(c: C, id: string): Promise<string> {
  const { row } = await getRecord(c.var.ctx, id)
  return inLang({ zh: row.titleZh, en: row.titleEn }, c.var.ctx.lang)
}

async function withdrawalPage(c: C, id: string, form = filledWith()) {
  const inputs = (
    <>
      {form.refusal && <Toast text={form.refusal} tone="danger" />}
      <FormField
        type="textarea"
        name="reason"
        label={deskWords.reason}
        hint={deskWords.reasonHint}
        form={form}
        maxLength={500}
        required
      />
    </>
  )
  const words = { act: deskWords.withdraw, about: deskWords.withdrawAbout }
  return actPage(c, { id, path: 'withdrawal', ...words, status: form.status }, inputs)
}

const deletionPage = async (c: C, id: string) =>
  actPage(c, {
    id,
    path: 'deletion',
    act: deskWords.remove,
    about: deskWords.removeAbout,
    status: 200,
  })

type Act = { id: string; path: string; act: Text; about: Text; status: Filled['status'] }

async function actPage(c: C, { id, path, act, about, status }: Act, inputs?: unknown) {
  const { row } = await getRecord(c.var.ctx, id)
  refuseUnlessKept(c.var.ctx.actor, row)
  const title = { zh: row.titleZh, en: row.titleEn }
  const name = bothLanguages(title)
  return page(
    c,
    {
      title: { zh: `${act.zh}：${name.zh}`, en: `${act.en}: ${name.en}` },
      crumb: act,
      lead: about,
      crumbs: [{ text: title, href: paths.record(id) }],
      width: 'reading',
      status,
    },
    <form method="post" action={`${paths.record(id)}/${path}`} novalidate>
      {inputs}
      <div class="form-actions">
        <Button look="danger" text={act} />
        <ButtonLink look="quiet" href={paths.record(id)} text={partWords.cancel} />
      </div>
    </form>,
  )
}
