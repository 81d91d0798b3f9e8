import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
import { membershipPages } from './pages/account-memberships.tsx'
import { profilePages } from './pages/account-profile.tsx'
import { securityPages } from './pages/account-security.tsx'
import { tokenPages } from './pages/account-tokens.tsx'
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
