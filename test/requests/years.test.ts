import { expect, test } from 'vitest'
import { fates } from './fates.ts'
import { lateness, played, years } from './years.ts'

/** Every letter that the clock asks for in two years, by day. */
const expected = `
  2026-01-08 claimed: request_received claim_released → staff
  2026-01-09 reviewed: request_reminder turn → reviewer
  2026-01-13 reviewed: request_reminder turn → reviewer
  2026-01-15 silent: request_reminder turn → staff
  2026-01-19 silent: request_reminder turn → staff
  2026-01-20 reviewed: request_overdue → staff
  2026-01-20 reviewed: request_received escalated → reviewer
  2026-01-26 silent: request_received escalated → staff
  2026-01-27 reviewed: request_reminder turn late → reviewer
  2026-01-30 returned: request_reminder turn → requester
  2026-02-02 silent: request_reminder turn late → staff
  2026-02-02 terms: request_reminder turn → requester
  2026-02-03 returned: request_reminder turn → requester
  2026-02-03 reviewed: request_overdue → staff admin
  2026-02-03 reviewed: request_received escalated → reviewer
  2026-02-04 terms: request_reminder turn → requester
  2026-02-06 ends: request_moved closed → requester
  2026-02-06 ends: request_received closed → staff
  2026-02-06 rejected: request_moved closed → requester
  2026-02-06 rejected: request_received closed → staff
  2026-02-06 renewed late: request_moved closed → requester
  2026-02-06 renewed late: request_received closed → staff
  2026-02-06 renewed: request_moved closed → requester
  2026-02-06 renewed: request_received closed → staff
  2026-02-06 reported: request_moved closed → requester
  2026-02-06 reported: request_received closed → staff
  2026-02-09 silent: request_overdue → admin
  2026-02-09 silent: request_received escalated → staff
  2026-02-10 returned: request_reminder turn late → requester
  2026-02-10 reviewed: request_reminder turn late → reviewer
  2026-02-11 terms: request_reminder turn late → requester
  2026-02-12 claimed: request_moved closed → requester
  2026-02-12 claimed: request_received closed → staff
  2026-02-16 silent: request_reminder turn late → staff
  2026-02-17 returned: request_reminder turn late → requester
  2026-02-18 terms: request_reminder turn late → requester
  2026-02-24 returned: request_reminder turn late → requester
  2026-02-25 terms: request_reminder turn late → requester
  2026-02-28 returned: request_reminder expiring → requester
  2026-03-01 terms: request_reminder expiring → requester
  2026-03-03 returned: request_reminder turn late → requester
  2026-03-04 terms: request_reminder turn late → requester
  2026-03-07 returned: request_moved expired → requester
  2026-03-07 returned: request_received expired → staff
  2026-03-08 terms: request_moved expired → requester
  2026-03-08 terms: request_received expired → staff
  2026-03-11 renewed late: received_reminder access_ending → requester
  2026-03-28 reviewed: request_moved closed → requester
  2026-03-28 reviewed: request_received closed → staff
  2026-03-29 draft: request_reminder expiring → requester
  2026-04-03 renewed late: received_reminder access_ending → requester
  2026-04-05 draft: request_moved expired → requester
  2026-04-11 renewed late: request_moved access_ended → requester
  2026-04-11 renewed late: request_received access_ended → staff
  2026-05-20 later: request_reminder put_off → staff
  2026-05-31 ends: received_reminder access_ending → requester
  2026-05-31 renewed: received_reminder access_ending → requester
  2026-06-23 ends: received_reminder access_ending → requester
  2026-07-01 ends: request_moved access_ended → requester
  2026-07-01 ends: request_received access_ended → staff
  2026-08-01 renewed late: received_reminder access_ending → requester
  2026-08-24 renewed late: received_reminder access_ending → requester
  2026-09-01 renewed late: request_moved access_ended → requester
  2026-09-01 renewed late: request_received access_ended → staff
  2026-09-23 loan: received_reminder loan → requester
  2026-09-30 loan: received_reminder loan → requester
  2026-10-07 loan: received_reminder loan late → requester
  2026-10-14 loan: received_reminder loan late → requester
  2026-10-20 loan: request_moved closed → requester
  2026-10-20 loan: request_received closed → staff
  2026-12-01 renewed: received_reminder access_ending → requester
  2026-12-07 ends: received_reminder report → requester
  2026-12-07 renewed late: received_reminder report → requester
  2026-12-07 renewed: received_reminder report → requester
  2026-12-13 loan: received_reminder report → requester
  2026-12-24 renewed: received_reminder access_ending → requester
  2027-01-01 renewed: request_moved access_ended → requester
  2027-01-01 renewed: request_received access_ended → staff
  2027-01-06 ends: received_reminder report → requester
  2027-01-06 renewed late: received_reminder report → requester
  2027-01-06 renewed: received_reminder report → requester
  2027-01-12 loan: received_reminder report → requester
  2027-01-13 ends: received_reminder report late → requester
  2027-01-13 renewed late: received_reminder report late → requester
  2027-01-13 renewed: received_reminder report late → requester
  2027-01-19 loan: received_reminder report late → requester
  2027-01-20 ends: received_reminder report late → requester
  2027-01-20 renewed late: received_reminder report late → requester
  2027-01-20 renewed: received_reminder report late → requester
  2027-01-26 loan: received_reminder report late → requester
  2027-01-27 ends: received_reminder report late → requester
  2027-01-27 renewed late: received_reminder report late → requester
  2027-01-27 renewed: received_reminder report late → requester
  2027-02-02 loan: received_reminder report late → requester
  2027-02-03 ends: received_reminder report late → requester
  2027-02-03 renewed late: received_reminder report late → requester
  2027-02-03 renewed: received_reminder report late → requester
  2027-02-09 loan: received_reminder report late → requester
`
  .trim()
  .split('\n')
  .map((letter) => letter.trim())

const down = [
  ['2026-01-26', '2026-02-02'],
  ['2026-03-01', '2026-03-08'],
  ['2026-09-29', '2026-10-09'],
  ['2026-12-24', '2027-01-07'],
] as const

test('two years of requests bring these letters and no others', async () => {
  await using scene = await years('2026-01-05')
  expect(await played(scene, await fates(scene), {})).toEqual(expected)
}, 120_000)

test('jobs that were down for a week or two do late what they missed, and of a series the last alone', async () => {
  await using scene = await years('2026-01-05')
  const isDown = (day: string) => down.some(([from, to]) => day >= from && day < to)
  expect(await played(scene, await fates(scene), { isDown })).toEqual(lateness(expected, down))
}, 120_000)

test('two processes at once write no letter twice', async () => {
  await using scene = await years('2026-01-05')
  expect(await played(scene, await fates(scene), { processes: 2 })).toEqual(expected)
}, 120_000)
