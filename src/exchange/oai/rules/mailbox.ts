import { isLoopback } from '../../../core/config.ts'

/**
 * The mailbox that harvesters are told. The protocol asks for one that can be written to: none at this machine, where one
 * was set to it or none at all.
 */
export function adminMailbox(set: string | undefined, baseUrl: string): string {
  const address = set?.match(/<([^>]+)>\s*$/)?.[1] ?? set?.trim()
  if (address && isOutside(address.split('@').at(-1) ?? '')) return address
  const host = new URL(baseUrl).hostname
  return `postmaster@${isOutside(host) ? host : 'hexi.invalid'}`
}

const isOutside = (host: string) =>
  host.includes('.') && !isLoopback(host) && !/^[\d.:[\]]+$/.test(host)
