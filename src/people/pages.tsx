import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { type LabLinks, membershipPages } from './accounts/pages/account-memberships.tsx'
import { adminPages } from './admin/pages.tsx'
import { profilePages } from './accounts/pages/account-profile.tsx'
import { securityPages } from './accounts/pages/account-security.tsx'
import { tokenPages } from './tokens/pages/tokens.tsx'
import { adminInstitutionPages } from './institutions/pages/admin-institutions.tsx'
import { adminPeoplePages } from './accounts/pages/admin-people.tsx'
import { adminPersonPages } from './accounts/pages/admin-person.tsx'
import { institutionPeoplePages } from './institutions/pages/institution-people.tsx'
import { type InstitutionSection, institutionPages } from './institutions/pages/institutions.tsx'
import { invitationPages } from './accounts/pages/invitation.tsx'
import { labPages } from './labs/pages.tsx'
import { passwordPages } from './accounts/pages/passwords.tsx'
import { registrationPages } from './accounts/pages/registration.tsx'
import { signInPages } from './accounts/pages/sign-in.tsx'

type PeopleExtension = { institution: readonly InstitutionSection[]; lab: LabLinks }

/** Every page about people. */
export const peoplePages = ({ institution, lab }: PeopleExtension) =>
  new Hono<Env>()
    .route('/', signInPages)
    .route('/', passwordPages)
    .route('/', registrationPages)
    .route('/', invitationPages)
    .route('/', profilePages)
    .route('/', securityPages)
    .route('/', tokenPages)
    .route('/', membershipPages(lab))
    .route('/', institutionPages(institution))
    .route('/', institutionPeoplePages)
    .route('/', adminInstitutionPages)
    .route('/', adminPeoplePages)
    .route('/', adminPersonPages)
    .route('/', labPages)
    .route('/', adminPages)
