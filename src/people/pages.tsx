import { Hono } from 'hono'
import type { Env } from '../web/env.ts'
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
