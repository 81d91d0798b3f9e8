import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { usePages } from './pages/use.tsx'
import { useRowsPages } from './pages/rows.tsx'
import { sharingPages } from './pages/sharing.tsx'
import { reportSettingsPages } from './pages/settings.tsx'
import { nriiPages } from './pages/nrii.tsx'
import { nriiRecordPages } from './pages/nrii-record.tsx'

/** The pages of reports. */
export const reportPages = new Hono<Env>()
  .route('/', usePages)
  .route('/', useRowsPages)
  .route('/', sharingPages)
  .route('/', reportSettingsPages)
  .route('/', nriiPages)
  .route('/', nriiRecordPages)
