import { covers, factsWindow, type Fetched } from './rules/live.ts'

type Asked = {
  slot: { start: string; end: string }
  instrument: string
  /** The booking that is changed. */
  booking?: string | undefined
  lab: string
}

/** The facts for some days around a time: those at hand while they do, or else fetched; undefined where that fails. */
export async function factsAround(
  { slot, instrument, booking, lab }: Asked,
  known: Fetched | undefined,
): Promise<Fetched | undefined> {
  if (known && covers(known, { ...slot, lab, nowMs: Date.now() })) return known
  const asked = { ...factsWindow(slot), ...(lab && { lab }), ...(booking && { booking }) }
  const address = `/api/v1/instruments/${instrument}/booking-facts`
  const answer = await fetch(`${address}?${new URLSearchParams(asked)}`).catch(() => undefined)
  return answer?.ok ? { of: await answer.json(), lab, atMs: Date.now() } : undefined
}
