import { ButtonLink } from '../../web/components/button.tsx'
import {
  CodeValue,
  Copyable,
  Diff,
  FieldIndex,
  FieldSections,
  Stats,
} from '../../web/components/values.tsx'
import { Figure } from '../../web/components/figure.tsx'
import { Gallery } from '../../web/components/pictures.tsx'
import { Section, Tabs } from '../../web/components/navigation.tsx'
import { VisibilityBadge, KindTag } from '../../catalog/records/pages/cards.tsx'
import { Timeline } from '../../web/components/progress.tsx'
import { formatNumber, formatQuantity } from '../../web/format.ts'
import { Local, OtherLocal, useLang, useText } from '../../web/lang.tsx'
import { pictures } from './content.ts'
import { recordWords as words } from '../words.ts'

/** The page of a record, its history, and the figures of a collection. */
export function RecordParts() {
  const t = useText()
  return (
    <>
      <Section title={words.record}>
        <Head />
        <Gallery images={pictures} />
        <div class="record-page">
          <FieldIndex
            entries={[
              { key: 'names', label: words.names },
              { key: 'place', label: words.place, count: 4 },
            ]}
          />
          <div class="record-fields">
            <Fields />
          </div>
        </div>
      </Section>
      <Section title={words.cite}>
        <Copyable id="citation">{t(words.citation)}</Copyable>
      </Section>
      <History />
      <Figures />
    </>
  )
}

function Head() {
  const t = useText()
  return (
    <header class="record-head">
      <p class="record-kind">
        <KindTag kind="accession" profile={t(words.plant)} />
        <VisibilityBadge visibility="draft" />
      </p>
      <Local as="h3" text={words.title} />
      <OtherLocal text={words.title} />
      <p class="record-owner">
        <a href="#record">{t(words.holder)}</a>
      </p>
      <p class="access access-on_request">{t(words.access)}</p>
      <div class="record-summary">{t(words.summary)}</div>
      <div class="toolbar record-tools">
        <ButtonLink look="primary" href="#record" text={words.request} />
        <ButtonLink icon="edit" href="#record" text={words.edit} />
      </div>
    </header>
  )
}

function Fields() {
  const lang = useLang()
  const species = (
    <i class="taxon" lang="la">
      Medicago sativa
    </i>
  )
  return (
    <FieldSections
      sections={[
        {
          key: 'names',
          label: words.names,
          fields: [
            { label: words.number, standardName: 'ACCENUMB', value: <code>ZXM000123</code> },
            { label: words.species, standardName: 'SPECIES', value: species },
            {
              label: words.status,
              standardName: 'SAMPSTAT',
              value: <CodeValue code="300" label={words.landrace} />,
            },
            { label: words.otherNumber, standardName: 'OTHERNUMB', value: null },
          ],
        },
        {
          key: 'place',
          label: words.place,
          fields: [
            { label: words.site, value: <Local text={words.siteValue} /> },
            { label: words.elevation, value: formatQuantity(2960, 'm', lang) },
            { label: words.remarks, value: <Local text={words.remarksValue} /> },
          ],
        },
      ]}
    />
  )
}

function History() {
  const t = useText()
  const changes = [
    { label: words.elevation, before: '2,690 m', after: '2,960 m' },
    { label: words.site, before: null, after: t(words.siteValue) },
  ]
  return (
    <Section title={words.history}>
      <Tabs
        label={t(words.record)}
        tabs={[
          { text: words.fields, href: '#record', current: false },
          { text: words.history, href: '#record', current: true, count: 3 },
        ]}
      />
      <div class="section">
        <Timeline
          events={[
            { at: '2026-11-20T08:30:00Z', what: words.published, who: t(words.curator) },
            {
              at: '2026-11-19T03:12:00Z',
              what: words.changed,
              who: t(words.curator),
              detail: <Diff changes={changes} />,
            },
            { at: '2026-11-18T01:00:00Z', what: words.created, who: t(words.curator) },
          ]}
        />
      </div>
    </Section>
  )
}

function Figures() {
  const lang = useLang()
  return (
    <Section title={words.figures}>
      <Stats
        stats={[
          { label: words.samples, value: formatNumber(18432, lang) },
          { label: words.donors, value: formatNumber(4021, lang) },
          { label: words.machine, value: formatQuantity(1599, 'h', lang) },
        ]}
      />
      <div class="section">
        <Figure
          title={words.byType}
          text={words.byTypeText}
          labels={{ row: words.type, value: words.count }}
          rows={[
            { label: words.plasma, value: 9120 },
            { label: words.tissue, value: 5210 },
            { label: words.normal, value: 4102 },
            { label: words.rare, value: null },
          ]}
        />
      </div>
    </Section>
  )
}
