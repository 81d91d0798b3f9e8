import { Hono } from 'hono'
import type { Text } from '../core/text.ts'
import type { Env } from '../web/env.ts'
import { type BenchPart, benchPages } from './bench/pages.tsx'
import { bulkPages } from './bulk/pages.tsx'
import { historyPages } from './history/pages.tsx'
import type { RecordSteps } from './records/actions/edit.ts'
import { deskPages } from './records/pages/desk.tsx'
import { editingPages } from './records/pages/editing.tsx'
import { lifecyclePages } from './records/pages/lifecycle.tsx'
import { type RecordExtension, recordPages } from './records/pages/record.tsx'
import { type HomePart, homePages } from './search/pages/home.tsx'
import { type ResultUses, resultsPages } from './search/pages/results.tsx'

/** What other areas add to records. */
export type CatalogExtension = RecordExtension &
  ResultUses & {
    steps: RecordSteps
    /** Names of fields that other areas record in a record's history. */
    historyLabels: Readonly<Record<string, Text>>
    /** Parts of the home page, below the search box. */
    home: readonly HomePart[]
    /** Lists of a curator’s work, in the order shown. */
    bench: readonly BenchPart[]
  }

/** Every page of the catalogue. */
export const catalogPages = ({
  steps,
  historyLabels,
  exports,
  picks,
  numbered,
  bench,
  home,
  ...record
}: CatalogExtension) =>
  new Hono<Env>()
    .route('/', homePages(home))
    .route('/', resultsPages({ exports, numbered, ...(picks && { picks }) }))
    .route('/', recordPages(record))
    .route('/', historyPages(historyLabels))
    .route('/', deskPages)
    .route('/', benchPages(bench))
    .route('/', bulkPages)
    .route('/', editingPages(steps, record.kinds))
    .route('/', lifecyclePages(steps))
