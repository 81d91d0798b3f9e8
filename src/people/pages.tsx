import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { type LabLinks, membershipPages } from './accounts/pages/account-memberships.tsx'
import { adminPages } from './admin/pages.tsx'
import { accountPages } from './accounts/pages/account.tsx'
import { adminPeoplePages } from './accounts/pages/admin.tsx'
import { tokenPages } from './tokens/pages.tsx'
import { institutionPeoplePages } from './members/pages/institutions.tsx'
import { type InstitutionSection, institutionPages } from './institutions/pages.tsx'
import { invitationPages, passwordPages, registrationPages } from './accounts/pages/links.tsx'
import { labPages } from './labs/pages.tsx'
import { signInPages } from './accounts/pages/sign-in.tsx'

type PeopleExtension = { institution: readonly InstitutionSection[]; lab: LabLinks }

/** Every page about people. */
export const peoplePages = ({ institution, lab }: PeopleExtension) =>
  new Hono<Env>()
    .route('/', signInPages)
    .route('/', passwordPages)
    .route('/', registrationPages)
    .route('/', invitationPages)
    .route('/', accountPages)
    .route('/', tokenPages)
    .route('/', membershipPages(lab))
    .route('/', institutionPages(institution))
    .route('/', institutionPeoplePages)
    .route('/', adminPeoplePages)
    .route('/', labPages)
    .route('/', adminPages)
