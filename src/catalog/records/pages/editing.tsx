import { fieldsOf } from '../../../kinds.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { type Issue, Problem } from '../../../core/problem.ts'
import { inLang, type Lang, type LocalText, type Text } from '../../../core/text.ts'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { sentForm } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { kindNames, deskWords } from '../words.ts'
import { createRecord } from '../actions/create.ts'
import { editRecord, publishRecord } from '../actions/edit.ts'
import { profileOf, refuseUnlessKept, refuseUnlessWriting } from '../actions/input.ts'
import { getRecord } from '../actions/read.ts'
import { newRecordShape, recordChangeShape } from '../model/shapes.ts'
import { type Kind, kinds } from '../model/record.ts'
import { keptInstitutions } from '../queries/kept.ts'
import { vocabulariesNamed } from '../../vocabularies/queries.ts'
import type { Typed } from '../../../core/form.ts'
import { inputOf, typedOf } from '../rules/form.ts'
import { vocabulariesOf, commonOf } from '../rules/record.ts'
import { RecordForm } from './form.tsx'
import { catalogPaths } from '../../words/paths.ts'

type C = HonoContext<Env>

/** What a form is about: a kind to add to, or a record to change. */
type Subject = {
  kind: Kind
  profile: string | null
  id?: string
  title: LocalText
  /** Drafts and new records have a second button that publishes too. */
  isDraft: boolean
}

type Shown = {
  typed: Typed
  issues?: readonly Issue[]
  version?: number
  notice?: { title: Text; hint: Text }
}

export const editingPages = new Hono<Env>()
  .get(`${catalogPaths.desk}/new`, async (c) => {
    refuseUnlessWriting(c.var.ctx.actor)
    const subject = newSubject(c)
    const fields = fieldsOf(subject.kind, subject.profile)
    return showForm(c, subject, { typed: typedOf(fields, { profile: subject.profile }, {}) })
  })
  .post(`${catalogPaths.desk}/new`, async (c) => {
    const subject = newSubject(c)
    const { typed } = await sentForm(c)
    return orShowAgain(c, subject, { typed }, async () => {
      const input = inputOf(fieldsOf(subject.kind, subject.profile), typed)
      const shape = newRecordShape(subject.kind)
      const { id } = await createRecord(c.var.ctx, subject.kind, parseOrRefuse(shape, input))
      return afterSaving(c, id, typed)
    })
  })
  .get('/records/:id/edit', async (c) => {
    refuseUnlessWriting(c.var.ctx.actor)
    const { subject, typed, version } = await editedRecord(c)
    return showForm(c, subject, { typed, version })
  })
  .post('/records/:id/edit', async (c) => {
    const { typed } = await sentForm(c)
    const { subject, version: newest } = await editedRecord(c)
    const version = Number(typed['version']?.[0] ?? newest)
    return orShowAgain(c, subject, { typed, version }, async () => {
      const input = inputOf(fieldsOf(subject.kind, subject.profile), typed)
      const change = parseOrRefuse(recordChangeShape(subject.kind), input)
      const id = c.req.param('id')
      await editRecord(c.var.ctx, { id, version }, change)
      return afterSaving(c, id, typed)
    })
  })

function newSubject(c: C): Subject {
  const kind = kinds.find((one) => one === c.req.query('kind')) ?? 'instrument'
  return {
    kind,
    profile: profileOf(kind, c.req.query('profile')),
    title: kindNames[kind],
    isDraft: true,
  }
}

async function editedRecord(c: C, id = c.req.param('id') ?? '') {
  const { row, fields, values } = await getRecord(c.var.ctx, id)
  refuseUnlessKept(c.var.ctx.actor, row)
  const subject: Subject = {
    kind: row.kind,
    profile: row.profile,
    id: row.id,
    title: { zh: row.titleZh, en: row.titleEn },
    isDraft: row.publishedAt === null,
  }
  const typed = typedOf(fields, { ...commonOf(row), profile: row.profile }, values)
  return { subject, typed, version: row.version }
}

/** Does it, or shows the form again with what was typed and each refusal beside its field. */
async function orShowAgain(c: C, subject: Subject, shown: Shown, work: () => Promise<Response>) {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.kind === 'invalid')
      return showForm(c, subject, { ...shown, issues: error.facts.issues ?? [] }, 422)
    if (error.kind !== 'stale') throw error
    const { version } = await editedRecord(c)
    const notice = { title: deskWords.staleTitle, hint: deskWords.staleHint }
    return showForm(c, subject, { ...shown, version, notice }, 412)
  }
}

async function afterSaving(c: C, id: string, typed: Typed): Promise<Response> {
  const [title = ''] = ['title.zh', 'title.en'].flatMap((name) => typed[name] ?? []).filter(Boolean)
  if (typed['then']?.[0] === 'publish') return publishSaved(c, id, title)
  setFlash(c, deskWords.saved(title))
  return c.redirect(paths.record(id), 303)
}

async function publishSaved(c: C, id: string, title: string): Promise<Response> {
  try {
    await publishRecord(c.var.ctx, { id })
    setFlash(c, deskWords.published(title))
    return c.redirect(paths.record(id), 303)
  } catch (error) {
    // The draft is saved; what publication still needs is shown on its own form.
    if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
    const edited = await editedRecord(c, id)
    const issues = error.facts.issues ?? []
    return showForm(c, edited.subject, { ...edited, issues }, 422)
  }
}

async function showForm(c: C, subject: Subject, shown: Shown, status: 200 | 412 | 422 = 200) {
  const { ctx } = c.var
  const { kind, profile, id } = subject
  const fields = fieldsOf(kind, profile)
  const [institutions, vocabularies] = await Promise.all([
    keptInstitutions(ctx.db, ctx.actor),
    vocabulariesNamed(ctx.db, [...vocabulariesOf(fields), 'library', 'subject']),
  ])
  const { name, action, cancel } = purposeOf(subject, ctx.lang)
  const { typed, issues = [], version, notice } = shown
  return page(
    c,
    {
      title: name,
      crumb: id ? deskWords.edit : deskWords.add,
      crumbs: [{ text: deskWords.desk, href: catalogPaths.desk }, ...crumbOf(subject)],
      status,
    },
    <>
      <RecordForm
        kind={kind}
        profile={profile}
        fields={fields}
        institutions={institutions.map(({ id: value, zh, en }) => ({ value, label: { zh, en } }))}
        state={{ typed, issues, vocabularies }}
        action={action}
        cancel={cancel}
        canPublish={subject.isDraft}
        {...(version !== undefined && { version })}
        {...(notice && { notice })}
      />
    </>,
  )
}

/** What the form is called, where it is sent, and where one goes without sending it. */
function purposeOf({ id, kind, profile, title }: Subject, lang: Lang) {
  return id
    ? {
        name: deskWords.editOf(inLang(title, lang)),
        action: `${paths.record(id)}/edit`,
        cancel: paths.record(id),
      }
    : {
        name: deskWords.addOf(kindNames[kind]),
        action: `${catalogPaths.desk}/new?kind=${kind}&profile=${profile ?? ''}`,
        cancel: catalogPaths.desk,
      }
}

const crumbOf = ({ id, title }: Subject) => (id ? [{ text: title, href: paths.record(id) }] : [])
