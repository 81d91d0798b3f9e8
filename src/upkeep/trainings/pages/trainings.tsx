import { Hono } from 'hono'
import type { Temporal } from '../../../core/time.ts'
import { ButtonLink } from '../../../web/components/button.tsx'
import { PageHead, Section } from '../../../web/components/page-head.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import type { Env } from '../../../web/env.ts'
import { Local } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { paths, withQuery } from '../../../web/paths.ts'
import {
  myQualifications,
  type QualificationRow,
} from '../../qualifications/actions/qualifications.ts'
import { trainingsToCome } from '../actions/trainings.ts'
import { trainingWords as words } from '../words.ts'
import { heldColumns } from '../../qualifications/pages/held-columns.tsx'
import { TrainingList } from './training-list.tsx'
import { upkeepPaths } from '../../words/paths.ts'

/** Trainings to enrol in, and what I hold. */
export const trainingsPages = new Hono<Env>().get(upkeepPaths.trainings, async (c) => {
  const { ctx } = c.var
  const isKnown = ctx.actor.type === 'person'
  const trainings = await trainingsToCome(ctx)
  const held = isKnown ? await myQualifications(ctx) : undefined
  if (isKnown) c.header('cache-control', 'no-store')
  return page(
    c,
    { title: words.title[ctx.lang], crumbs: [{ text: words.title }], main: 'keeping' },
    <>
      <PageHead title={words.title} lead={words.lead}>
        {!isKnown && (
          <ButtonLink
            look="primary"
            href={withQuery(paths.signIn, { next: upkeepPaths.trainings })}
          >
            <Local text={words.signIn} />
          </ButtonLink>
        )}
      </PageHead>
      <Section title={words.toCome}>
        <TrainingList trainings={trainings} now={ctx.now()} none={words.noneToCome} />
      </Section>
      {held && <Mine held={held} now={ctx.now()} />}
    </>,
  )
})

const Mine = ({ held, now }: { held: readonly QualificationRow[]; now: Temporal.Instant }) => (
  <Section title={words.mine}>
    {held.length > 0 ? (
      <Table
        caption={words.mine}
        captionUnseen
        columns={[instrumentColumn, ...heldColumns(now)]}
        rows={held}
      />
    ) : (
      <p class="quiet">
        <Local text={words.noneMine} />
      </p>
    )}
  </Section>
)

const instrumentColumn: Column<QualificationRow> = {
  key: 'instrument',
  label: words.instrument,
  head: true,
  cell: ({ instrumentId, instrumentZh, instrumentEn }) => (
    <a href={paths.record(instrumentId)}>
      <Local text={{ zh: instrumentZh, en: instrumentEn }} />
    </a>
  ),
}
