import type { Field } from '../../../core/fields.ts'
import type { Issue } from '../../../core/problem.ts'
import { invalid } from '../../../core/validated.ts'
import { fieldsOf } from '../../../kinds.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { bothLanguages, inLang, type Lang, type LocalText } from '../../../core/text.ts'
import type { Env } from '../../../web/env.ts'
import { setFlash } from '../../../web/flash.ts'
import { LangContext } from '../../../web/lang.tsx'
import { type Filled, filledIn, sentForm, submitted } from '../../../web/forms.tsx'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import { statusOf } from '../../../web/problem.ts'
import { parseOrRefuse } from '../../../web/validate.ts'
import { kindNames, deskWords, oneOfKind } from '../words.ts'
import { createRecord } from '../actions/create.ts'
import { editRecord, type RecordSteps } from '../actions/edit.ts'
import {
  ownFieldsOf,
  profileOf,
  refuseUnlessReadWhole,
  refuseUnlessWritten,
  refuseUnlessWriting,
} from '../actions/input.ts'
import { getRecord } from '../actions/read.ts'
import { newRecordShape, type RecordChange, recordChangeShape } from '../model/shapes.ts'
import { type Kind, kinds } from '../model/record.ts'
import { keptInstitutions } from '../queries/kept.ts'
import { vocabulariesNamed } from '../../vocabularies/queries/terms.ts'
import {
  copiedValues,
  inFormOrder,
  readAsFarAsPossible,
  unowned,
  untitled,
} from '../rules/checks.ts'
import { inputOf, typedOf } from '../rules/form.ts'
import { commonOf, issuesBeforePublishing, keepsRecord, vocabulariesOf } from '../rules/record.ts'
import { Checks } from './checks.tsx'
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
  /** It may not lose what publication needs. */
  isPublished: boolean
  /** What the record was copied from. */
  copied?: LocalText
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
      const from = c.req.query('from')
      const { subject, form } = from ? await copiedRecord(c, from) : emptyRecord(c)
      return showForm(c, subject, { form, extensions })
    })
    .post(`${catalogPaths.desk}/new`, (c) => addRecord(c, extensions))
    .post(checksPath, async (c) => {
      refuseUnlessWriting(c.var.ctx.actor)
      const subject = { ...newSubject(c), isDraft: c.req.query('draft') === 'true' }
      return checksPart(c, subject, { form: await sentForm(c), extensions })
    })
    .get('/records/:id/edit', async (c) => {
      refuseUnlessWriting(c.var.ctx.actor)
      const { subject, form } = await editedRecord(c)
      return showForm(c, await replacedIn(c, subject, extensions), { form, extensions })
    })
    .post('/records/:id/edit', async (c) => {
      const { subject } = await editedRecord(c)
      const { kind, id, version: newest } = subject
      const save = async (form: Filled) => {
        const version = versionRead(form) ?? newest
        const change = parseOrRefuse(recordChangeShape(kind), inputRead(subject, form))
        await editRecord(
          c.var.ctx,
          { id, version, publish: isToPublish(form) ? publication : undefined },
          change,
        )
        return afterSaving(c, subject, { id, form })
      }
      return submitted(c, save, async (form) =>
        showForm(c, await replacedIn(c, subject, extensions), { form, extensions }),
      )
    })

/** What was typed, for the action; refused with everything that is wrong with it at once. */
function inputRead({ kind, profile, isPublished }: Subject, form: Filled) {
  const fields = fieldsOf(kind, profile)
  const input = inputOf(fields, form.typed)
  const { change, wrong } = readAsFarAsPossible(kind, input)
  const isWhole = isPublished || isToPublish(form)
  const issues = [
    ...wrong,
    ...untitled(change),
    ...(isWhole ? neededIn(fields, change, wrong) : []),
  ]
  if (issues.length === 0) return input
  throw invalid(inFormOrder(kind, fields, [...unowned(change), ...issues]))
}

/** What publication needs and nothing was typed into. */
const neededIn = (fields: readonly Field[], change: RecordChange, wrong: readonly Issue[]) =>
  issuesBeforePublishing(fields, ownFieldsOf(change), change.access ?? 'on_request').filter(
    ({ path }) => wrong.every((issue) => issue.path.split('.')[0] !== path),
  )

async function replacedIn(c: C, subject: Kept, extensions: Kinds): Promise<Subject> {
  const replaced = await extensions[subject.kind]?.replaced?.(c.var.ctx, subject.id)
  return { ...subject, ...(replaced && { replaced }) }
}

async function addRecord(c: C, extensions: Kinds) {
  refuseUnlessWriting(c.var.ctx.actor)
  const subject = newSubject(c)
  const { kind } = subject
  const save = async (form: Filled) => {
    const input = parseOrRefuse(newRecordShape(kind), inputRead(subject, form))
    const { id } = await createRecord(c.var.ctx, kind, input, {
      publish: isToPublish(form),
      asksOwner: true,
    })
    return afterSaving(c, subject, { id, form })
  }
  return submitted(c, save, (form) => showForm(c, subject, { form, extensions }))
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
    isPublished: false,
  }
}

function emptyRecord(c: C) {
  const subject = newSubject(c)
  const { kind, profile } = subject
  return { subject, form: filledIn(typedOf(fieldsOf(kind, profile), { profile }, {})) }
}

/** A new record that begins as a copy of another, without what is that one's own. */
async function copiedRecord(c: C, from: string) {
  const { row, fields, values } = await getRecord(c.var.ctx, from)
  refuseUnlessReadWhole(c.var.ctx.actor, row)
  const { kind, profile } = row
  const common = { ...commonOf(row), identifiers: [], profile }
  const subject: Subject = {
    kind,
    profile,
    title: kindNames[kind],
    isDraft: true,
    isPublished: false,
    copied: { zh: row.titleZh, en: row.titleEn },
  }
  return { subject, form: filledIn(typedOf(fields, common, copiedValues(fields, values))) }
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
    isPublished: row.publishedAt !== null,
    version: row.version,
  }
  const form = filledIn(typedOf(fields, { ...commonOf(row), profile: row.profile }, values))
  return { subject, form }
}

function afterSaving(c: C, { isPublished }: Subject, { id, form }: { id: string; form: Filled }) {
  const title = form.value('title.zh') || form.value('title.en')
  const said = isPublished ? deskWords.saved : deskWords.savedDraft
  setFlash(c, isToPublish(form) ? deskWords.published(title) : said(title))
  return c.redirect(paths.record(id), 303)
}

type Typed = { form: Filled; extensions: Kinds }

const checksPath = `${catalogPaths.desk}/checks`

/** What is said of a form as it stands. */
async function checksOf(c: C, subject: Subject, { form, extensions }: Typed) {
  const { kind, profile, isDraft, isPublished } = subject
  const fields = fieldsOf(kind, profile)
  const { change, wrong } = readAsFarAsPossible(kind, inputOf(fields, form.typed))
  const values = ownFieldsOf(change)
  const asked = { profile, values, institutionId: change.institution ?? null }
  const own = await extensions[kind]?.checks?.(c.var.ctx, asked)
  const needed = isDraft || isPublished ? neededIn(fields, change, wrong) : []
  return { ...(own ?? { doubts: [], completeness: null }), fields, wrong, needed, isDraft }
}

/** The same alone, for the island. */
async function checksPart(c: C, subject: Subject, typed: Typed) {
  const checks = await checksOf(c, subject, typed)
  return c.html(
    <LangContext.Provider value={c.var.ctx.lang}>
      <Checks {...checks} />
    </LangContext.Provider>,
  )
}

async function showForm(c: C, subject: Subject, { form: sent, extensions }: Typed) {
  const { ctx } = c.var
  const { kind, profile, id, version, isDraft } = subject
  const fields = fieldsOf(kind, profile)
  const form = { ...sent, issues: inFormOrder(kind, fields, sent.issues) }
  const [institutions, vocabularies, checks] = await Promise.all([
    keptInstitutions(ctx.db, ctx.actor),
    vocabulariesNamed(ctx.db, [...vocabulariesOf(fields), 'library', 'subject']),
    checksOf(c, subject, { form, extensions }),
  ])
  const { name, action, cancel } = purposeOf(subject, ctx.lang)
  const notice = noticeOf(form, subject)
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
        canPublish={isDraft}
        checksAt={withQuery(checksPath, { kind, profile, draft: String(isDraft) })}
        checks={<Checks {...checks} />}
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
function noticeOf(form: Filled, { copied }: Subject) {
  if (form.status === statusOf.stale)
    return { title: deskWords.staleTitle, hint: deskWords.staleHint }
  if (copied) return { title: deskWords.copied, hint: deskWords.copiedFrom(bothLanguages(copied)) }
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
        name: deskWords.addOf(oneOfKind[kind]),
        action: `${catalogPaths.desk}/new?kind=${kind}&profile=${profile ?? ''}`,
        cancel: catalogPaths.desk,
      }
}

const crumbOf = ({ id, title }: Subject) => (id ? [{ text: title, href: paths.record(id) }] : [])
