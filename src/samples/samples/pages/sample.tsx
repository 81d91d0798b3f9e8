import { type Context as HonoContext, Hono } from 'hono'
import { ButtonLink } from '../../../web/components/button.tsx'
import { StateBadge } from '../../../web/components/badges.tsx'
import { Section } from '../../../web/components/navigation.tsx'
import { FieldList } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { EntityForm } from '../../../web/fields.tsx'
import { type Filled, filledIn } from '../../../web/forms.tsx'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { surfaces } from '../../../web/surfaces.ts'
import { columnWords, editWords } from '../../../web/words.ts'
import { write } from '../../../web/write.tsx'
import { derivedOf } from '../../derived/pages/derived.tsx'
import { eventsOf } from '../../events/pages.tsx'
import { termChoices } from '../../pages/choices.ts'
import { collectionCrumbs } from '../../pages/frame.tsx'
import { amountText, familyNames } from '../../words/common.ts'
import { samplePaths } from '../../words/paths.ts'
import { getSample, type SampleRow } from '../actions/hold.ts'
import { detailsOf, editSample } from '../actions/keep.ts'
import { sampleEdit, sampleForm } from '../model.ts'
import { sampleListWords as words } from '../words.ts'
import { stateOf } from './columns.tsx'
import { sample } from './item.ts'
import { sampleVocabularies } from './new.tsx'

type C = HonoContext<Env>
const path = '/samples/:id'
const { labels } = sampleForm

const edit = write({
  path,
  method: 'patch',
  tag: 'samples',
  summary: 'Change the details of a sample; whose it is stays',
  refuses: [409],
  form: sampleEdit.edit,
  versioned: true,
  answer: sample,
  does: editSample,
  at: `${path}/edit`,
  flash: () => editWords.saved,
  next: ({ id }) => samplePaths.sample(id),
  page: (c, form) => editPage(c, form),
})

type Typed = { aliquots?: Filled; derivative?: Filled; event?: Filled }
const derived = derivedOf((c, typed) => samplePage(c, typed))
const events = eventsOf((c, event) => samplePage(c, { event }))

const own = new Hono<Env>().get(path, (c) => samplePage(c)).get(`${path}/edit`, (c) => editPage(c))

/** A sample with its genealogy and what happened to it. */
export const { api: oneSampleRoutes, pages: oneSamplePages } = surfaces(
  sample,
  edit,
  ...derived.parts,
  ...events.parts,
  { pages: own },
)

async function samplePage(c: C, typed: Typed = {}): Promise<Response> {
  const row = await getSample(c.var.ctx, c.req.param('id') ?? '')
  const { id, code, blockedAt, collectionWithdrawnAt } = row
  const here = samplePaths.sample(id)
  return page(
    c,
    {
      title: words.sampleOf(code),
      lead: row.type.name,
      crumbs: collectionCrumbs(row.collection, 'samples'),
      actions: (
        <>
          <ButtonLink href={`${here}/labels?sheet=tube`} text={words.labels} />
          {!collectionWithdrawnAt && !blockedAt && (
            <ButtonLink href={`${here}/edit`} icon="edit" text={words.edit} />
          )}
        </>
      ),
      status: (typed.aliquots ?? typed.derivative ?? typed.event)?.status ?? 200,
    },
    <>
      {blockedAt && <Local as="p" text={words.blockedAbout} />}
      <FieldList fields={figuresOf(row)} />
      {await derived.section(c, row, typed)}
      {await events.section(c, row, typed.event)}
      <Section title={words.about}>
        <FieldList fields={aboutOf(row).filter(({ value }) => Boolean(value))} />
      </Section>
    </>,
  )
}

/** What one came for: whether it is there, how much of it, where. */
const figuresOf = (row: SampleRow) => [
  {
    label: columnWords.state,
    value: (
      <>
        <StateBadge {...stateOf(row)} />{' '}
        {row.isPooled && <StateBadge tone="note" text={words.isPooled} />}
      </>
    ),
  },
  { label: labels.amount, value: <Local text={amountText(row)} /> },
  { label: words.thaws, value: String(row.freezeThaws) },
  {
    label: words.place,
    value: row.place ? (
      <a href={samplePaths.box(row.place.id)}>
        <code>{row.place.path}</code>
      </a>
    ) : (
      <Local text={words.nowhere} />
    ),
  },
]

function aboutOf(row: SampleRow) {
  const { donor, source, kit, temperature, useConditions, diagnoses } = row
  return [
    { label: labels.family, value: <Local text={familyNames[row.family]} /> },
    {
      label: labels.donor,
      value: donor && <a href={samplePaths.donor(donor.id)}>{donor.code}</a>,
    },
    {
      label: labels.source,
      value: source && <a href={samplePaths.source(source.id)}>{source.code}</a>,
    },
    { label: labels.kit, value: kit?.code },
    { label: labels.createdOn, value: row.createdOn },
    { label: labels.ageYears, value: row.ageYears !== null && String(row.ageYears) },
    { label: labels.temperature, value: temperature && <Local text={temperature.name} /> },
    { label: labels.diagnoses, value: diagnoses.join(', ') },
    {
      label: labels.useConditions,
      value:
        useConditions.length > 0 &&
        useConditions.map(({ name }, at) => (
          <>
            {at > 0 && ' · '}
            <Local text={name} />
          </>
        )),
    },
    { label: labels.sprec, value: row.sprec && <code>{row.sprec}</code> },
    { label: words.site, value: siteOf(row) },
    { label: labels.note, value: row.note },
  ]
}

const siteOf = (row: SampleRow) =>
  [
    row.anatomicalName,
    row.anatomicalCode,
    row.anatomicalOntology,
    row.anatomicalVersion,
    row.anatomicalNote,
  ]
    .filter(Boolean)
    .join(' · ')

async function editPage(c: C, edited?: Filled) {
  const { ctx } = c.var
  const row = await getSample(ctx, c.req.param('id') ?? '')
  const form = edited ?? filledIn(sampleEdit.open(detailsOf(row)))
  const { code, version } = row
  return page(
    c,
    {
      title: words.edit,
      lead: words.sampleOf(code),
      crumbs: [
        ...collectionCrumbs(row.collection, 'samples'),
        { text: words.sampleOf(code), href: samplePaths.sample(row.id) },
      ],
      width: 'reading',
      status: form.status,
    },
    <EntityForm
      of={sampleEdit}
      form={form}
      action={`${samplePaths.sample(row.id)}/edit`}
      submit={editWords.save}
      version={version}
      choices={await termChoices(ctx, sampleVocabularies)}
    />,
  )
}
