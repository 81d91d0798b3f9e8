import { fieldsOf } from '../../../kinds.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { inLang, type Lang, type LocalText } from '../../../core/text.ts'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledIn, submitted } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { paths } from '../../../web/paths.ts'
import { statusOf } from '../../../web/problem.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { kindNames, deskWords } from '../words.ts'
import { createRecord } from '../actions/create.ts'
import { editRecord, type RecordSteps } from '../actions/edit.ts'
import { profileOf, refuseUnlessWritten, refuseUnlessWriting } from '../actions/input.ts'
import { getRecord } from '../actions/read.ts'
import { newRecordShape, recordChangeShape } from '../model/shapes.ts'
import { type Kind, kinds } from '../model/record.ts'
import { keptInstitutions } from '../queries/kept.ts'
import { vocabulariesNamed } from '../../vocabularies/queries.ts'
import { inputOf, typedOf } from '../rules/form.ts'
import { vocabulariesOf, commonOf, keepsRecord } from '../rules/record.ts'
import { RecordForm } from './form.tsx'
import type { RecordExtension, Replaced } from './record.tsx'
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
  /** The newest; unset for a new record. */
  version?: number
  replaced?: readonly Replaced[]
}
type Kept = Subject & { id: string; version: number }

type Kinds = RecordExtension['kinds']

export const editingPages = ({ publication }: RecordSteps, extensions: Kinds) =>
  new Hono<Env>()
    .get(`${catalogPaths.desk}/new`, async (c) => {
      refuseUnlessWriting(c.var.ctx.actor)
      const subject = newSubject(c)
      const fields = fieldsOf(subject.kind, subject.profile)
      return showForm(c, subject, filledIn(typedOf(fields, { profile: subject.profile }, {})))
    })
    .post(`${catalogPaths.desk}/new`, addRecord)
    .get('/records/:id/edit', async (c) => {
      refuseUnlessWriting(c.var.ctx.actor)
      const { subject, form } = await editedRecord(c)
      return showForm(c, await replacedIn(c, subject, extensions), form)
    })
    .post('/records/:id/edit', async (c) => {
      const { subject } = await editedRecord(c)
      const { kind, profile, id, version: newest } = subject
      const save = async (form: Filled) => {
        const version = versionRead(form) ?? newest
        const input = inputOf(fieldsOf(kind, profile), form.typed)
        const change = parseOrRefuse(recordChangeShape(kind), input)
        await editRecord(
          c.var.ctx,
          { id, version, publish: isToPublish(form) ? publication : undefined },
          change,
        )
        return afterSaving(c, id, form)
      }
      return submitted(c, save, async (form) =>
        showForm(c, await replacedIn(c, subject, extensions), form),
      )
    })

async function replacedIn(c: C, subject: Kept, extensions: Kinds): Promise<Subject> {
  const replaced = await extensions[subject.kind]?.replaced?.(c.var.ctx, subject.id)
  return { ...subject, ...(replaced && { replaced }) }
}

async function addRecord(c: C) {
  refuseUnlessWriting(c.var.ctx.actor)
  const subject = newSubject(c)
  const { kind, profile } = subject
  const save = async (form: Filled) => {
    const input = parseOrRefuse(newRecordShape(kind), inputOf(fieldsOf(kind, profile), form.typed))
    const { id } = await createRecord(c.var.ctx, kind, input, {
      publish: isToPublish(form),
      asksOwner: true,
    })
    return afterSaving(c, id, form)
  }
  return submitted(c, save, (form) => showForm(c, subject, form))
}

/** The second button of the form: nothing is saved either where publication is refused. */
const isToPublish = (form: Filled) => form.value('then') === 'publish'

function newSubject(c: C): Subject {
  const kind = kinds.find((one) => one === c.req.query('kind')) ?? 'instrument'
  return {
    kind,
    profile: profileOf(kind, c.req.query('profile')),
    title: kindNames[kind],
    isDraft: true,
  }
}

async function editedRecord(c: C) {
  const { row, fields, values } = await getRecord(c.var.ctx, c.req.param('id') ?? '')
  refuseUnlessWritten(c.var.ctx.actor, row)
  const subject: Kept = {
    kind: row.kind,
    profile: row.profile,
    id: row.id,
    title: { zh: row.titleZh, en: row.titleEn },
    isDraft: row.publishedAt === null && keepsRecord(c.var.ctx.actor, row),
    version: row.version,
  }
  const form = filledIn(typedOf(fields, { ...commonOf(row), profile: row.profile }, values))
  return { subject, form }
}

function afterSaving(c: C, id: string, form: Filled): Response {
  const title = form.value('title.zh') || form.value('title.en')
  setFlash(c, isToPublish(form) ? deskWords.published(title) : deskWords.saved(title))
  return c.redirect(paths.record(id), 303)
}

async function showForm(c: C, subject: Subject, form: Filled) {
  const { ctx } = c.var
  const { kind, profile, id, version } = subject
  const fields = fieldsOf(kind, profile)
  const [institutions, vocabularies] = await Promise.all([
    keptInstitutions(ctx.db, ctx.actor),
    vocabulariesNamed(ctx.db, [...vocabulariesOf(fields), 'library', 'subject']),
  ])
  const { name, action, cancel } = purposeOf(subject, ctx.lang)
  const notice = noticeOf(form)
  return page(
    c,
    {
      title: name,
      crumb: id ? deskWords.edit : deskWords.add,
      crumbs: [{ text: deskWords.desk, href: catalogPaths.desk }, ...crumbOf(subject)],
      status: form.status,
    },
    <>
      <RecordForm
        kind={kind}
        profile={profile}
        fields={fields}
        institutions={institutions.map(({ id: value, zh, en }) => ({ value, label: { zh, en } }))}
        state={{ form, vocabularies }}
        action={action}
        cancel={cancel}
        canPublish={subject.isDraft}
        replaced={subject.replaced}
        {...(version !== undefined && { version: versionRead(form) ?? version })}
        {...(notice && { notice })}
      />
    </>,
  )
}

/** The version that the form was filled in from; who saves again after somebody else's change has seen the newest. */
const versionRead = (form: Filled): number | undefined =>
  form.status === statusOf.stale ? undefined : Number(form.value('version')) || undefined

/** What became of a form that was refused, beyond what is wrong with its fields. */
function noticeOf(form: Filled) {
  if (form.status === statusOf.stale)
    return { title: deskWords.staleTitle, hint: deskWords.staleHint }
  if (isToPublish(form) && form.issues.length > 0)
    return { title: deskWords.unpublishedTitle, hint: deskWords.unpublishedHint }
  return form.refusal && { title: deskWords.unsavedTitle, hint: form.refusal }
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
