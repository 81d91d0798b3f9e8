import type { Passwords } from '../core/ports.ts'
import { Problem } from '../core/problem.ts'

const words = {
  notHere: {
    zh: '这一入口不处理密码，请通过主站登录，或使用访问令牌。',
    en: 'Passwords are not accepted here. Sign in at the main address, or use an access token.',
  },
}

const refuse = (): never => {
  throw new Problem('unavailable', words.notHere)
}

/** For a Worker, which has no argon2: sessions and tokens work there, signing in by password does not. */
export const noPasswords: Passwords = { hash: refuse, verify: refuse }
