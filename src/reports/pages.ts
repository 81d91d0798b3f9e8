import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { usePages } from './use/pages/use.tsx'
import { useRowsPages } from './use/pages/rows.tsx'
import { sharingPages } from './sharing/pages.tsx'
import { germplasmReportPages } from './germplasm/pages.tsx'
import { reportSettingsPages } from './settings/pages.tsx'
import { materialPages } from './material/pages.tsx'
import { nriiPages } from './nrii/pages/list.tsx'
import { nriiRecordPages } from './nrii/pages/record.tsx'

/** The pages of reports. */
export const reportPages = new Hono<Env>()
  .route('/', usePages)
  .route('/', useRowsPages)
  .route('/', sharingPages)
  .route('/', germplasmReportPages)
  .route('/', materialPages)
  .route('/', reportSettingsPages)
  .route('/', nriiPages)
  .route('/', nriiRecordPages)
