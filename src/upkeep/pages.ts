import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { enrolmentPages } from './enrolments/pages/enrolments.tsx'
import { kioskPages } from './kiosk/pages/kiosk.tsx'
import { labelPages } from './kiosk/pages/label.tsx'
import { upkeepPages as ownUpkeepPages } from './overview/pages/upkeep.tsx'
import { outagePages } from './outages/pages.tsx'
import { completionPages } from './completions/pages.tsx'
import { duePage } from './overview/pages/due.tsx'
import { planPages } from './plans/pages.tsx'
import { qualificationPages } from './qualifications/pages.tsx'
import { trainingsPage } from './overview/pages/trainings.tsx'
import { trainingPages } from './trainings/pages.tsx'

/** The pages on which instruments are kept. */
export const upkeepPages = new Hono<Env>()
  .route('/', kioskPages)
  .route('/', labelPages)
  .route('/', ownUpkeepPages)
  .route('/', outagePages)
  .route('/', duePage)
  .route('/', planPages)
  .route('/', completionPages)
  .route('/', qualificationPages)
  .route('/', trainingsPage)
  .route('/', trainingPages)
  .route('/', enrolmentPages)
