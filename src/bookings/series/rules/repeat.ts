/** What a form says in words of its own, as the API takes it. */
const repeats = {
  daily: 'FREQ=DAILY',
  weekly: 'FREQ=WEEKLY',
  fortnightly: 'FREQ=WEEKLY;INTERVAL=2',
  monthly: 'FREQ=MONTHLY',
} as const

/** `FREQ=WEEKLY;COUNT=8`; undefined where it does not repeat. */
export function ruleOf(repeat: string, count: string): string | undefined {
  const known = Object.entries(repeats).find(([name]) => name === repeat)
  return known && `${known[1]};COUNT=${/^[1-9]\d{0,2}$/.test(count) ? count : '0'}`
}
