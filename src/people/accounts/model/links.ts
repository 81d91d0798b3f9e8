import type { Registration } from './person.ts'
import type { Lang } from '../../../core/text.ts'
import type { RoleName } from '../../model/named.ts'

/** What each kind of one-time link carries; kept on the server, the link itself is only a secret. */
export type LinkPayloads = {
  invitation: {
    email: string
    institutionId: string
    role: RoleName
    lang: Lang
    invitedBy: string | null
  }
  password_reset: Record<string, never>
  /** A registration to finish (nobody yet), or a new address of somebody. */
  email_verification:
    | {
        type: 'registration'
        name: string
        email: string
        lang: Lang
        institutionId: string | null
      }
    | { type: 'address'; email: string }
  /** A sign-in elsewhere that is under way. */
  oidc: { codeVerifier: string; nonce: string; next: string }
}
export type LinkPurpose = keyof LinkPayloads

/** A letter that somebody asked for at an address, which may or may not have an account. */
export type AskedLetter =
  | { about: 'reset'; email: string }
  | { about: 'registration'; input: Registration; lang: Lang }
  | { about: 'address'; personId: string; email: string; lang: Lang }
