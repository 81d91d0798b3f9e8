/**
 * A leaky bucket: `capacity` turns at once, then as many a minute as drain. One that slows gives a turn beyond those
 * after a second, the next after two, four … `longestWaitSeconds` at most.
 */
export type Limit = { capacity: number; perMinute: number; longestWaitSeconds?: number }

/** How often something may be tried. Each is counted by account, by address of the network, or by recipient. */
export const limits = {
  /**
   * Given back by a sign-in that succeeds, so that only failures add up. Networks where the account is signed in count
   * by themselves: who guesses elsewhere does not keep its owner out.
   */
  signInByAccount: { capacity: 10, perMinute: 1, longestWaitSeconds: 60 },
  signInByAddress: { capacity: 30, perMinute: 10 },
  /** Letters that anybody may cause: enough for a class of students behind one address. */
  letterByAddress: { capacity: 30, perMinute: 1 },
  letterByRecipient: { capacity: 4, perMinute: 0.1 },
  /** One-time links tried; their secrets are long, this keeps the log quiet. */
  linkByAddress: { capacity: 60, perMinute: 20 },
  passwordChange: { capacity: 10, perMinute: 1 },
} as const satisfies Record<string, Limit>
export type LimitName = keyof typeof limits

/**
 * What an address counts as: an IPv6 network of 64 bits is one customer's, who may use any address in it.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('%', 1)[0]?.split('::') ?? []
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros =
    tail === undefined ? [] : Array(Math.max(8 - before.length - after.length, 0)).fill('0')
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':').toLowerCase()}::/64`
}
