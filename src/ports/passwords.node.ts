import { hash, type Options, verify } from '@node-rs/argon2'
import type { Passwords } from '../core/ports.ts'

/** argon2id (the package's default) with OWASP's parameters: 19 MiB, two passes, one lane; about 20 ms. */
const owasp: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const nodePasswords: Passwords = {
  hash: (password) => hash(password.normalize('NFKC'), owasp),
  async verify(password, hashed) {
    try {
      return await verify(hashed, password.normalize('NFKC'))
    } catch {
      // Not a hash in PHC form: nothing matches it.
      return false
    }
  },
}
