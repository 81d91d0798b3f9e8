import { type Context as HonoContext, Hono } from 'hono'
import { oneOfKind } from '../../../catalog/records/words.ts'
import type { Context } from '../../../core/context.ts'
import { bothLanguages, type LocalText, type Text } from '../../../core/text.ts'
import { institutionChoices, managedInstitutionChoices } from '../../../people/pages/choices.ts'
import { curatesAnything } from '../../../people/roles/rules.ts'
import { StateBadge } from '../../../web/components/badges.tsx'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/messages.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallForm } from '../../../web/components/small-form.tsx'
import { FieldList } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { ActButton, type Filled, filledIn } from '../../../web/forms.tsx'
import { item } from '../../../web/item.ts'
import { Local } from '../../../web/lang.tsx'
import { list } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { columnWords, editWords, partWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import {
  type AgreementRow,
  allowAnyKeeper,
  findDraft,
  getAgreement,
  getKeptAgreement,
  getText,
  keptCollections,
  searchAgreements,
} from '../actions/read.ts'
import { archiveAgreement, createAgreement, editAgreement } from '../actions/write.ts'
import { AgreementAnswer, agreementEdit, agreementFilter, agreementForm } from '../model.ts'
import {
  agreementKindNames as kindNames,
  agreementStates as states,
  agreementWords as words,
  deliveryNames,
} from '../words/agreements.ts'
import { agreementPaths as paths } from '../words/paths.ts'
import { markedValues } from '../words/variables.ts'
import { BothTexts, bothRendered } from './text.tsx'
import { texts } from './texts.tsx'

type C = HonoContext<Env>
const tag = 'agreements'
export const agreementsCrumb = { text: words.agreements, href: paths.all }

const ownerOf = ({ institution, collection }: AgreementRow) =>
  collection?.name ?? institution?.name ?? words.everywhere

const agreements = list({
  path: '/agreements',
  tag,
  summary: 'Agreements with a published text, and all that you manage',
  title: words.agreements,
  empty: { title: words.none, text: words.noneText },
  item: AgreementAnswer,
  filters: agreementFilter,
  query: searchAgreements,
  columns: {
    title: { label: words.title, text: ({ title }) => title, href: ({ id }) => paths.one(id) },
    kind: { label: words.kind, text: ({ kind }) => kindNames[kind] },
    owner: { label: words.institution, text: ownerOf },
    isDefault: {
      label: words.isDefault,
      text: ({ isDefault }) => (isDefault ? partWords.yes : partWords.no),
    },
    state: { label: columnWords.state, state: ({ state }) => states[state] },
  },
})

const agreement = item({
  path: '/agreements/:id',
  tag,
  summary: 'Read an agreement',
  schema: AgreementAnswer,
  read: (ctx, { id }) => getAgreement(ctx, id),
})

const addition = write({
  path: '/agreements',
  tag,
  summary: 'Add an agreement with a draft of its first text; by curators of the institution',
  refuses: [404],
  form: agreementForm,
  creates: true,
  answer: agreement,
  does: createAgreement,
  at: paths.new,
  flash: () => words.added,
  next: ({ id }) => paths.text(id, 1),
  page: newPage,
})

const edit = write({
  path: '/agreements/:id',
  method: 'patch',
  tag,
  summary: 'Change what an agreement is about; its texts have versions of their own',
  refuses: [409],
  form: agreementEdit.edit,
  versioned: true,
  answer: agreement,
  does: editAgreement,
  at: '/agreements/:id/edit',
  flash: () => editWords.saved,
  next: ({ id }) => paths.one(id),
  page: editPage,
})

const archival = write({
  path: '/agreements/:id/archival',
  tag,
  summary: 'Archive an agreement: new requests are no longer asked to accept it',
  does: async (ctx, _, { id }) => archiveAgreement(ctx, id),
  flash: () => words.archived,
  next: ({ id }) => paths.one(id),
})

/** Terms of providers: their list, their settings, and the text that is accepted now. */
export const { api: agreementRoutes, pages: agreementPages } = surfaces(
  agreements,
  agreement,
  addition,
  edit,
  archival,
  {
    pages: new Hono<Env>()
      .get(paths.all, (c) => listPage(c))
      .get(paths.new, (c) => newPage(c, filledIn(agreementForm.open({ kind: 'mta' }))))
      .get('/agreements/:id', (c) => onePage(c))
      .get('/agreements/:id/edit', (c) => editPage(c)),
  },
)

async function listPage(c: C) {
  const { ctx } = c.var
  const mayAdd = curatesAnything(ctx.actor)
  return page(
    c,
    {
      title: words.agreements,
      lead: words.lead,
      ...(mayAdd && { actions: <ButtonLink href={paths.new} icon="plus" text={words.add} /> }),
    },
    await agreements.view(c, { choices: { institution: await institutionChoices(ctx) } }),
  )
}

async function newPage(c: C, form: Filled) {
  const { ctx } = c.var
  allowAnyKeeper(ctx)
  return page(
    c,
    { title: words.add, lead: words.addLead, crumbs: [agreementsCrumb], status: form.status },
    <div class="agreement-editor">
      <EntityForm
        {...{ of: agreementForm, form, choices: await ownerChoices(ctx), submit: editWords.save }}
        action={paths.new}
      />
    </div>,
  )
}

/** Who keeps a collection alone chooses its institution too. */
async function ownerChoices(ctx: Context) {
  const collections = await keptCollections(ctx)
  const managed = await managedInstitutionChoices(ctx)
  return {
    institution: managed.length > 0 ? managed : await institutionChoices(ctx),
    collection: collections.map(({ id, title }) => ({ value: id, label: title })),
  }
}

async function onePage(c: C) {
  const { ctx } = c.var
  const row = await getAgreement(ctx, c.req.param('id') ?? '')
  const draft = row.isKept ? await findDraft(ctx, row.id) : undefined
  return page(
    c,
    {
      title: row.title,
      // Many are called what they are.
      lead: isSame(row.title, kindNames[row.kind]) ? undefined : kindNames[row.kind],
      crumbs: [agreementsCrumb],
      ...(row.isKept && !row.archivedAt && { actions: <Actions row={row} draft={draft} /> }),
    },
    <>
      <FieldList fields={fieldsOf(row)} />
      <Section title={words.text}>{await currentText(ctx, row)}</Section>
      <Section title={words.versions} id="versions">
        {await texts.view(c, { of: { agreement: row.id }, cursor: 'versions' })}
      </Section>
    </>,
  )
}

type ActionsProps = { row: AgreementRow; draft: { number: number } | undefined }

const Actions = ({ row, draft }: ActionsProps) => (
  <>
    {draft ? (
      <ButtonLink href={paths.text(row.id, draft.number)} text={words.openDraft} />
    ) : (
      <ActButton action={paths.texts(row.id)} text={words.newDraft} />
    )}
    <ButtonLink href={paths.edit(row.id)} text={words.edit} />
  </>
)

const isSame = (one: LocalText, other: LocalText) => one.zh === other.zh && one.en === other.en

function fieldsOf(row: AgreementRow) {
  return [
    { label: words.institution, value: <Local text={ownerOf(row)} /> },
    {
      label: words.isDefault,
      value: <Local text={row.isDefault ? partWords.yes : partWords.no} />,
    },
    { label: words.recordKinds, value: <Local text={namesOf(oneOfKind, row.recordKinds)} /> },
    { label: words.deliveries, value: <Local text={namesOf(deliveryNames, row.deliveries)} /> },
    { label: columnWords.state, value: <StateBadge {...states[row.state]} /> },
  ]
}

const namesOf = (all: Readonly<Record<string, Text>>, codes: readonly string[]): Text =>
  codes.length === 0 ? words.all : joined(codes.map((code) => all[code] ?? words.all))

const joined = (all: readonly Text[]): Text => ({
  zh: all.map(({ zh }) => zh).join('、'),
  en: all.map(({ en }) => en).join(', '),
})

async function currentText(ctx: Context, { id, newest }: AgreementRow) {
  if (!newest) return <Empty title={words.noVersions} text={words.notPublished} icon="info" />
  const { body } = await getText(ctx, { agreement: id, number: String(newest.number) })
  return <BothTexts blocks={bothRendered(body, markedValues)} level={2} />
}

async function editPage(c: C, typed?: Filled) {
  const { ctx } = c.var
  allowAnyKeeper(ctx)
  const row = await getKeptAgreement(ctx, c.req.param('id') ?? '')
  const form = typed ?? filledIn(agreementEdit.open(row))
  return page(
    c,
    {
      title: words.editOf(bothLanguages(row.title)),
      crumb: words.edit,
      crumbs: [agreementsCrumb, { text: row.title, href: paths.one(row.id) }],
      width: 'reading',
      status: form.status,
    },
    <>
      <EntityForm
        {...{ of: agreementEdit, form, submit: editWords.save, version: row.version }}
        action={paths.edit(row.id)}
      />
      {!row.archivedAt && (
        <SmallForm
          action={`${paths.one(row.id)}/archival`}
          text={words.archive}
          of={[row.title]}
          look="danger"
          about={words.archiveAbout}
        />
      )}
    </>,
  )
}
