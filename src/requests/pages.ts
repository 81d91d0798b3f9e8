import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { acceptancePages } from './agreements/pages/acceptance.tsx'
import { agreementPages } from './agreements/pages/agreements.tsx'
import { textPages } from './agreements/pages/texts.tsx'
import { fulfilmentPages } from './fulfilment/pages/commands.tsx'
import { pickPages } from './fulfilment/pages/picks.tsx'
import { feePages } from './fees/pages/fees.tsx'
import { itemFeePages } from './fees/routes.ts'
import { editPages } from './drafts/pages/edit.tsx'
import { newPages } from './drafts/pages/new.tsx'
import { providerPages } from './providers/pages.tsx'
import { consentLinkPages } from './consents/pages/link.tsx'
import { preauthorisationPages } from './consents/pages/preauthorisations.tsx'
import { conversationPages } from './conversation/pages/forms.ts'
import { basketPages } from './baskets/pages/basket.tsx'
import { checkoutPages } from './baskets/pages/checkout.tsx'
import { bulkDecisionPages } from './desk/pages/decision.tsx'
import { absencePages } from './absences/pages.tsx'
import { deskPages } from './desk/pages/desk.tsx'
import { answerPages } from './forms/pages/answers.tsx'
import { formPages } from './forms/pages/forms.tsx'
import { commandPages } from './requests/pages/commands.tsx'
import { requestListPages } from './requests/pages/list.tsx'
import { requestPages as ownRequestPages } from './requests/pages/request.tsx'
import { paperPages } from './papers/pages/paper.tsx'
import { certificatePages } from './certificates/pages/forms.ts'
import { entitlementPages } from './entitlements/pages.tsx'
import { permitPages } from './permits/pages.tsx'
import { reportPages } from './reports/pages/report.tsx'
import { choosePages } from './samples/pages/choose.tsx'
import { sampleListPages } from './samples/pages/lists.tsx'
import { projectPages } from './projects/pages.tsx'

/** The pages of sharing requests. */
export const requestPages = new Hono<Env>()
  .route('/', consentLinkPages)
  .route('/', providerPages)
  .route('/', newPages)
  .route('/', editPages)
  .route('/', preauthorisationPages)
  // `/requests/away`, `/requests/forms` and `/requests/desk` are no requests.
  .route('/', absencePages)
  .route('/', deskPages)
  .route('/', bulkDecisionPages)
  .route('/', formPages)
  .route('/', agreementPages)
  .route('/', textPages)
  .route('/', fulfilmentPages)
  // `/requests/picks` and `/requests/fees` before the page of one request.
  .route('/', feePages)
  .route('/', itemFeePages)
  .route('/', pickPages)
  .route('/', sampleListPages)
  .route('/', choosePages)
  .route('/', acceptancePages)
  .route('/', paperPages)
  .route('/', basketPages)
  .route('/', checkoutPages)
  .route('/', requestListPages)
  .route('/', ownRequestPages)
  .route('/', commandPages)
  .route('/', conversationPages)
  .route('/', entitlementPages)
  .route('/', permitPages)
  .route('/', answerPages)
  .route('/', certificatePages)
  .route('/', reportPages)
  .route('/', projectPages)
