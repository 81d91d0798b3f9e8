import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { acceptanceRoutes } from './agreements/pages/acceptance.tsx'
import { agreementRoutes } from './agreements/pages/agreements.tsx'
import { textRoutes } from './agreements/pages/texts.tsx'
import { fulfilmentRoutes } from './fulfilment/pages/commands.tsx'
import { pickRoutes } from './fulfilment/pages/picks.tsx'
import { shipmentRoutes } from './fulfilment/pages/shipments.tsx'
import { feeRoutes } from './fees/pages/fees.tsx'
import { itemFeeRoutes } from './fees/routes.ts'
import { draftRoutes } from './drafts/pages/edit.tsx'
import { providerRoutes } from './providers/pages.tsx'
import { preauthorisationRoutes } from './consents/pages/preauthorisations.tsx'
import { conversationRoutes } from './conversation/routes.ts'
import { basketRoutes } from './baskets/routes.ts'
import { wayRoutes } from './ways/routes.ts'
import { absenceRoutes } from './absences/pages.tsx'
import { deskRoutes } from './desk/pages/desk.tsx'
import { bulkDecisionRoutes } from './desk/routes.ts'
import { answerRoutes } from './forms/pages/answers.tsx'
import { formRoutes } from './forms/pages/forms.tsx'
import { commandRoutes } from './requests/pages/commands.tsx'
import { requestListRoutes } from './requests/pages/list.tsx'
import { requestRoutes as ownRequestRoutes } from './requests/routes.ts'
import { certificateRoutes } from './certificates/routes.ts'
import { entitlementRoutes } from './entitlements/pages.tsx'
import { visaRoutes } from './entitlements/routes.ts'
import { permitRoutes } from './permits/pages.tsx'
import { figureRoutes } from './figures/pages.tsx'
import { reportRoutes } from './reports/pages/report.tsx'
import { chooseRoutes } from './samples/pages/choose.tsx'
import { sampleListRoutes } from './samples/pages/lists.tsx'
import { projectRoutes } from './projects/pages.tsx'

/** Everything that programs ask of sharing requests. */
export const requestRoutes = new Hono<Env>()
  .route('/', preauthorisationRoutes)
  .route('/', providerRoutes)
  .route('/', draftRoutes)
  .route('/', agreementRoutes)
  .route('/', textRoutes)
  .route('/', fulfilmentRoutes)
  .route('/', pickRoutes)
  .route('/', shipmentRoutes)
  .route('/', sampleListRoutes)
  .route('/', chooseRoutes)
  .route('/', acceptanceRoutes)
  .route('/', basketRoutes)
  .route('/', wayRoutes)
  // `/requests/desk` and `/requests/fees` are no requests.
  .route('/', feeRoutes)
  .route('/', itemFeeRoutes)
  .route('/', absenceRoutes)
  .route('/', deskRoutes)
  .route('/', bulkDecisionRoutes)
  .route('/', requestListRoutes)
  .route('/', ownRequestRoutes)
  .route('/', commandRoutes)
  .route('/', conversationRoutes)
  .route('/', entitlementRoutes)
  .route('/', visaRoutes)
  .route('/', permitRoutes)
  .route('/', certificateRoutes)
  .route('/', formRoutes)
  .route('/', answerRoutes)
  .route('/', figureRoutes)
  .route('/', reportRoutes)
  .route('/', projectRoutes)
