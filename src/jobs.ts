import type { Context } from './core/context.ts'
import type { JobHandlers, JobName, Schedule } from './core/ports.ts'
import {
  bookingHappened,
  type FollowUp,
  promoteWaitlist,
  promoteWhoWaits,
  releaseHolds,
} from './bookings/jobs.ts'
import { judgeRecordsJob, redescribeRecordsJob, reindexRecordsJob } from './catalog/jobs.ts'
import { chargeBooking } from './charges/charges/actions.ts'
import { issueMonthlyStatements } from './charges/jobs.ts'
import { checkFixity } from './datasets/jobs.ts'
import { clearUploads, expireUploads, verifyUpload } from './datasets/uploads/jobs.ts'
import { remindDeposits } from './deposits/jobs.ts'
import { runImport } from './exchange/imports/jobs.ts'
import { registerIdentifier } from './exchange/registration/jobs.ts'
import { liftEmbargoesJob } from './datasets/embargo/jobs.ts'
import { countUsageJob } from './datasets/usage/jobs.ts'
import { deriveImage, reapUploads, removeObjects } from './files/jobs.ts'
import { reindexTaxon } from './germplasm/taxa/jobs.ts'
import { planTests } from './germplasm/viability/jobs.ts'
import { sendMail } from './mail/jobs.ts'
import { remindBookings, tellPeople } from './notices/jobs.ts'
import { writeBookingLetters } from './notices/letters/actions.ts'
import { tellOfRequest } from './requests/conversation/jobs.ts'
import { previewFile, previewVersion } from './previews/jobs.ts'
import { decideRequests } from './requests/desk/jobs.ts'
import { remindRequests } from './requests/clock/jobs.ts'
import { handOverRequestsJob } from './requests/leaving/jobs.ts'
import { sweepPeople, writeAccountLetter } from './people/jobs.ts'
import { keepFactsJob } from './samples/facts/jobs.ts'
import { sweepBaskets } from './requests/baskets/jobs.ts'
import { remindUpkeep, watchUses } from './upkeep/jobs.ts'
import type { Services } from './web/services.ts'

/** The table of contents of what happens in the background. */
export function createJobs(services: Services): JobHandlers {
  const as = contextsOf(services)
  const { previews } = services
  return {
    derive_image: (payload) => deriveImage(as('derive_image'), payload),
    remove_objects: (payload) => removeObjects(as('remove_objects'), payload),
    reap_uploads: () => reapUploads(as('reap_uploads')),
    check_fixity: () => checkFixity(as('check_fixity')),
    verify_upload: (payload) => verifyUpload(as('verify_upload'), payload),
    clear_uploads: (payload) => clearUploads(as('clear_uploads'), payload),
    expire_uploads: () => expireUploads(as('expire_uploads')),
    send_mail: (payload) =>
      sendMail({ ...as('send_mail'), ...(services.mail && { mail: services.mail }) }, payload),
    sweep_people: () => sweepPeople(as('sweep_people')),
    write_account_letter: (payload) => writeAccountLetter(as('write_account_letter'), payload),
    issue_statements: () => issueMonthlyStatements(as('issue_statements')),
    booking_happened: (payload) => bookingHappened(as('booking_happened'), payload, followUps),
    release_holds: () => releaseHolds(as('release_holds')),
    promote_waiting: (payload) => promoteWaitlist(as('promote_waiting'), payload),
    remind_upkeep: () => remindUpkeep(as('remind_upkeep')),
    remind_deposits: () => remindDeposits(as('remind_deposits')),
    tell_people: (payload) => tellPeople(as('tell_people'), payload),
    remind_bookings: () => remindBookings(as('remind_bookings')),
    watch_uses: () => watchUses(as('watch_uses')),
    reindex_taxon: (payload) => reindexTaxon(as('reindex_taxon'), payload),
    ...requestJobs(as),
    plan_tests: () => planTests(as('plan_tests')),
    keep_facts: () => keepFactsJob(as('keep_facts')),
    run_import: (payload) => runImport(as('run_import'), payload),
    register_identifier: (payload) => registerIdentifier(as('register_identifier'), payload),
    reindex_records: (payload) => reindexRecordsJob(as('reindex_records'), payload),
    redescribe_records: (payload) => redescribeRecordsJob(as('redescribe_records'), payload),
    lift_embargoes: () => liftEmbargoesJob(as('lift_embargoes')),
    count_usage: () => countUsageJob(as('count_usage')),
    judge_records: () => judgeRecordsJob(as('judge_records')),
    preview_file: (payload) => previewFile({ ...as('preview_file'), previews }, payload),
    preview_version: (payload) => previewVersion({ ...as('preview_version'), previews }, payload),
  }
}

const requestJobs = (as: ReturnType<typeof contextsOf>) =>
  ({
    sweep_baskets: () => sweepBaskets(as('sweep_baskets')),
    hand_over_requests: () => handOverRequestsJob(as('hand_over_requests')),
    tell_request: (payload) => tellOfRequest(as('tell_request'), payload),
    remind_requests: () => remindRequests(as('remind_requests')),
    decide_requests: (payload) => decideRequests(as('decide_requests'), payload),
  }) satisfies Partial<JobHandlers>

const contextsOf = (services: Services) => (job: JobName) => systemContext(services, job)

/** What follows from something that happened to a booking. */
export const followUps: readonly FollowUp[] = [promoteWhoWaits, chargeBooking, writeBookingLetters]

/** When jobs start by themselves; UTC. */
export const schedules: readonly Schedule[] = [
  { job: 'reap_uploads', pattern: '17 * * * *' },
  { job: 'check_fixity', pattern: '4,14,24,34,44,54 * * * *' },
  { job: 'expire_uploads', pattern: '33 * * * *' },
  { job: 'release_holds', pattern: '*/5 * * * *' },
  { job: 'promote_waiting', pattern: '3,8,13,18,23,28,33,38,43,48,53,58 * * * *' },
  { job: 'watch_uses', pattern: '1,6,11,16,21,26,31,36,41,46,51,56 * * * *' },
  { job: 'remind_bookings', pattern: '7,22,37,52 * * * *' },
  { job: 'remind_upkeep', pattern: '23 0 * * *' },
  { job: 'remind_deposits', pattern: '33 0 * * *' },
  { job: 'remind_requests', pattern: '11 * * * *' },
  { job: 'hand_over_requests', pattern: '43 * * * *' },
  { job: 'sweep_people', pattern: '47 * * * *' },
  { job: 'sweep_baskets', pattern: '51 2 * * *' },
  { job: 'plan_tests', pattern: '37 17 * * *' },
  // At night in China.
  { job: 'keep_facts', pattern: '53 18 * * *' },
  { job: 'lift_embargoes', pattern: '1,31 * * * *' },
  { job: 'count_usage', pattern: '20 16 * * *' },
  { job: 'judge_records', pattern: '27 * * * *' },
  // By noon of the first the month before is over in every zone.
  { job: 'issue_statements', pattern: '10 12 1 * *' },
]

/** A context of the house itself: it keeps everything, and its audit rows name the job. */
export function systemContext(services: Services, job: string): Context {
  return {
    db: services.db,
    objects: services.objects,
    images: services.images,
    jobs: services.jobs,
    passwords: services.passwords,
    ...(services.registries && { registries: services.registries }),
    actor: { type: 'system', job },
    lang: 'zh',
    now: services.now,
    baseUrl: services.baseUrl,
    requestId: `${job}-${crypto.randomUUID()}`,
  }
}
