import { sha256 } from '@noble/hashes/sha2.js'

/** A new secret of 256 bits, as URL-safe text. */
export function newSecret(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)))
}

/** What is kept of a secret: its SHA-256. Secrets are long and random, so a plain hash is enough. */
export const secretHash = (secret: string): Buffer =>
  asBuffer(sha256(new TextEncoder().encode(secret)))

export const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** pg sends `bytea` from a Buffer; Node and Workers (nodejs_compat) both have it. */
export const asBuffer = (bytes: ArrayBuffer | Uint8Array): Buffer =>
  bytes instanceof ArrayBuffer ? Buffer.from(bytes) : Buffer.from(bytes)
