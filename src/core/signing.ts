import { sha256 } from '@noble/hashes/sha2.js'
import { base64Url } from './secrets.ts'

/** Signs JSON Web Tokens with ES256; `jwk` is the public key that others check them with. */
export type Signer = {
  jwk: Record<string, string>
  sign(header: object, payload: object): Promise<string>
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' }
const bytesOf = (text: string) => new TextEncoder().encode(text)
const part = (value: object) => base64Url(bytesOf(JSON.stringify(value)))

/** By a private key of P-256, PKCS#8 as PEM or its base64 alone; throws where it is none. */
export async function signerOf(key: string): Promise<Signer> {
  const der = atob(key.replaceAll(/-----[A-Z ]+-----|\s/g, ''))
  const bytes = Uint8Array.from(der, (character) => character.charCodeAt(0))
  const secret = await crypto.subtle.importKey('pkcs8', bytes, curve, true, ['sign'])
  const { crv = '', kty = '', x = '', y = '' } = await crypto.subtle.exportKey('jwk', secret)
  // The thumbprint of RFC 7638: these names in this order.
  const kid = base64Url(sha256(bytesOf(JSON.stringify({ crv, kty, x, y }))))
  return {
    jwk: { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' },
    sign: async (header, payload) => {
      const text = `${part({ ...header, alg: 'ES256', kid })}.${part(payload)}`
      const algorithm = { ...curve, hash: 'SHA-256' }
      const signature = await crypto.subtle.sign(algorithm, secret, bytesOf(text))
      return `${text}.${base64Url(new Uint8Array(signature))}`
    },
  }
}
