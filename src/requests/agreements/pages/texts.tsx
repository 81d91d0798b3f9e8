import type { LocalText } from '../../../core/text.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { Section } from '../../../web/components/navigation.tsx'
import { SmallForm } from '../../../web/components/small-form.tsx'
import { Table } from '../../../web/components/table.tsx'
import { FieldList, Moment } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn, Refused } from '../../../web/forms.tsx'
import { item } from '../../../web/item.ts'
import { Local } from '../../../web/lang.tsx'
import { list, noFilters } from '../../../web/list.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { columnWords, editWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { getAgreement, getText, textsOf, type TextRow } from '../actions/read.ts'
import { draftText, editText, publishText } from '../actions/write.ts'
import { AgreementTextAnswer, textForm } from '../model.ts'
import { variables } from '../rules/text.ts'
import { agreementStates as states, agreementWords as words } from '../words/agreements.ts'
import { agreementPaths as paths } from '../words/paths.ts'
import { markedValues, sampleValues, variableNames } from '../words/variables.ts'
import { BothTexts, bothRendered } from './text.tsx'

type C = HonoContext<Env>
const tag = 'agreements'
const path = '/agreements/:agreement/texts'
const single = `${path}/:number` as const

/** Versions of an agreement's text. */
export const texts = list({
  path,
  tag,
  summary: 'Texts of an agreement, the newest first; drafts for who keeps it',
  title: words.versions,
  empty: { title: words.noVersions, text: words.notPublished },
  refuses: [404],
  item: AgreementTextAnswer,
  filters: noFilters,
  query: textsOf,
  columns: {
    number: {
      label: words.version,
      text: ({ number }) => words.versionOf(number),
      href: ({ agreementId, number }) => paths.text(agreementId, number),
    },
    state: {
      label: columnWords.state,
      state: ({ publishedAt }) => (publishedAt ? states.published : states.draft),
    },
    published: { label: words.published, moment: ({ publishedAt }) => publishedAt },
    hash: { label: words.hash, code: ({ sha256 }) => sha256 },
  },
})

const text = item({
  path: single,
  tag,
  summary: 'Read a text of an agreement',
  schema: AgreementTextAnswer,
  read: getText,
})

const draft = write({
  path,
  tag,
  summary: 'Draft the next text of an agreement, with the words of the last where none are given',
  refuses: [409],
  form: textForm,
  creates: true,
  result: AgreementTextAnswer.pick({ id: true, number: true }),
  does: draftText,
  flash: () => words.drafted,
  next: ({ agreement }, { number }) => paths.text(agreement, number),
})

const edit = write({
  path: single,
  method: 'patch',
  tag,
  summary: 'Change a draft; what is published never changes',
  refuses: [409],
  form: textForm.edit,
  versioned: true,
  result: AgreementTextAnswer,
  does: editText,
  flash: () => editWords.saved,
  next: ({ agreement, number }) => paths.text(agreement, number),
  page: (c, form) => textPage(c, { form }),
})

const publication = write({
  path: `${single}/publication`,
  tag,
  summary: 'Publish a text: requests are asked to accept it from now on, and it never changes',
  refuses: [409],
  result: AgreementTextAnswer,
  does: async (ctx, _, held) => publishText(ctx, held),
  flash: () => words.publishedNow,
  next: ({ agreement }) => paths.one(agreement),
  page: (c, publishing) => textPage(c, { publishing }),
})

export const { api: textRoutes, pages: textPages } = surfaces(
  texts,
  text,
  draft,
  edit,
  publication,
  { pages: new Hono<Env>().get(single, (c) => textPage(c)) },
)

type Filling = { form?: Filled; publishing?: Filled }

async function textPage(c: C, filling: Filling = {}) {
  const { ctx } = c.var
  const { agreement = '', number = '' } = c.req.param()
  const row = await getAgreement(ctx, agreement)
  const found = await getText(ctx, { agreement, number })
  const { form, publishing } = filling
  const title = found.publishedAt ? words.versionOf(found.number) : words.draftOf(found.number)
  return page(
    c,
    {
      title,
      lead: row.title,
      crumbs: [
        { text: words.agreements, href: paths.all },
        { text: row.title, href: paths.one(row.id) },
      ],
      status: (form ?? publishing)?.status ?? 200,
    },
    found.publishedAt ? (
      <Published text={found} />
    ) : (
      <>
        <Refused form={publishing} />
        <Draft text={found} form={form ?? filledIn(textForm.open(found))} of={row.title} />
      </>
    ),
  )
}

const Published = ({ text: { body, publishedAt, publishedBy, sha256 } }: { text: TextRow }) => (
  <>
    <FieldList
      fields={[
        { label: words.published, value: publishedAt && <Moment when={publishedAt} /> },
        ...(publishedBy === null ? [] : [{ label: words.publishedBy, value: publishedBy }]),
        { label: words.hash, value: <code class="agreement-hash">{sha256}</code> },
      ]}
    />
    <BothTexts blocks={bothRendered(body, markedValues)} level={2} />
  </>
)

type DraftProps = { text: TextRow; form: Filled; of: LocalText }

function Draft({ text: row, form, of }: DraftProps) {
  const here = paths.text(row.agreementId, row.number)
  return (
    <>
      <div class="agreement-editor">
        <EntityForm
          {...{ of: textForm, form, submit: editWords.save, version: row.version }}
          action={here}
        />
      </div>
      <VariableTable />
      <Section title={words.preview} id="preview">
        <Local as="p" class="quiet" text={words.previewText} />
        <BothTexts blocks={bothRendered(row.body, sampleValues)} level={2} />
      </Section>
      <div class="agreement-answer">
        <SmallForm
          action={`${here}/publication`}
          text={words.publish}
          of={[of, words.versionOf(row.number)]}
          look="primary"
          about={words.publishAbout}
        />
      </div>
    </>
  )
}

const VariableTable = () => (
  <details class="agreement-names">
    <Local as="summary" text={words.variables} />
    <Local as="p" class="quiet" text={words.variablesText} />
    <Table
      caption={words.variables}
      columns={[
        { label: words.name, code: (name) => `{{${name}}}` },
        { label: words.standsFor, text: (name) => variableNames[name] },
      ]}
      rows={variables}
    />
  </details>
)
