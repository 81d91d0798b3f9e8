import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { illustrationPages, illustrationSection } from './illustrations/pages.tsx'
import { testListPages } from './germination/pages/lists.tsx'
import { startPages } from './germination/pages/start.tsx'
import { testPages } from './germination/pages/test.tsx'
import { introductionPages, introductionSection } from './introductions/pages.tsx'
import { libraryPages } from './libraries/pages/libraries.tsx'
import { librarySection } from './libraries/pages/record.tsx'
import { longevityPages } from './longevity/pages.tsx'
import { missionPages, missionSection } from './missions/pages.tsx'
import { comparison } from './observations/pages/comparison.tsx'
import { pedigreePages, pedigreeSection } from './pedigree/pages.tsx'
import { protocolPages } from './protocols/pages.tsx'
import { remarksSection } from './remarks/pages.tsx'
import { taxonSection } from './taxa/pages/record.tsx'
import { taxonPages } from './taxa/pages/taxa.tsx'
import { traitPages } from './traits/pages/traits.tsx'
import { trialPages } from './trials/pages.tsx'
import { duePages } from './viability/pages/lists.tsx'
import { lotViabilityPages } from './viability/pages/lot.tsx'
import { rulePages } from './viability/pages/rule.tsx'

/** The pages of germplasm besides its records. */
export const germplasmPages = new Hono<Env>()
  .route('/', libraryPages)
  .route('/', taxonPages)
  .route('/', missionPages)
  .route('/', introductionPages)
  .route('/', pedigreePages)
  .route('/', traitPages)
  .route('/', trialPages)
  .route('/', illustrationPages)
  .route('/', comparison.pages)
  .route('/', protocolPages)
  .route('/', longevityPages)
  .route('/', startPages)
  .route('/', testListPages)
  .route('/', testPages)
  .route('/', duePages)
  .route('/', lotViabilityPages)
  .route('/', rulePages)

/** What an accession's page shows beside its fields, published or as a draft. */
export const accessionSections = {
  sections: [
    remarksSection,
    librarySection,
    taxonSection,
    missionSection,
    pedigreeSection,
    introductionSection,
    illustrationSection,
  ],
  draftSections: [
    remarksSection,
    taxonSection,
    pedigreeSection,
    introductionSection,
    illustrationSection,
  ],
}
