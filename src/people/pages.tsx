import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { membershipPages } from './pages/account-memberships.tsx'
import { profilePages } from './pages/account-profile.tsx'
import { securityPages } from './pages/account-security.tsx'
import { tokenPages } from './pages/account-tokens.tsx'
import { adminInstitutionPages } from './pages/admin-institutions.tsx'
import { adminLabPage } from './pages/admin-lab.tsx'
import { adminLabPages } from './pages/admin-labs.tsx'
import { adminPeoplePages } from './pages/admin-people.tsx'
import { adminPersonPages } from './pages/admin-person.tsx'
import { institutionPeoplePages } from './pages/institution-people.tsx'
import { institutionPages } from './pages/institutions.tsx'
import { invitationPages } from './pages/invitation.tsx'
import { passwordPages } from './pages/passwords.tsx'
import { registrationPages } from './pages/registration.tsx'
import { signInPages } from './pages/sign-in.tsx'

/** Every page about people. */
export const peoplePages = new Hono<Env>()
  .route('/', signInPages)
  .route('/', passwordPages)
  .route('/', registrationPages)
  .route('/', invitationPages)
  .route('/', profilePages)
  .route('/', securityPages)
  .route('/', tokenPages)
  .route('/', membershipPages)
  .route('/', institutionPages)
  .route('/', institutionPeoplePages)
  .route('/', adminInstitutionPages)
  .route('/', adminPeoplePages)
  .route('/', adminPersonPages)
  .route('/', adminLabPages)
  .route('/', adminLabPage)
