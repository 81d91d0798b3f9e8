import type { Page } from 'playwright-core'
import type { Kind } from '../../src/catalog/records/model/record.ts'
import { agreementCases } from './agreement-cases.ts'
import { basketCases } from './basket-cases.ts'
import { bookingCases } from './booking-cases.ts'
import { calendarCases } from './calendar-cases.ts'
import { datasetCases } from './dataset-cases.ts'
import { directoryCases } from './directory-cases.ts'
import { depositCases } from './deposit-cases.ts'
import { chargeCases } from './charge-cases.ts'
import { factCases } from './fact-cases.ts'
import type { Found, Who } from './found.ts'
import { formCases } from './form-cases.ts'
import { germplasmCases } from './germplasm-cases.ts'
import { importCases } from './import-cases.ts'
import { keepingCases } from './keeping-cases.ts'
import { keptSampleCases } from './kept-sample-cases.ts'
import { orderCases } from './order-cases.ts'
import { fulfilmentCases } from './fulfilment-cases.ts'
import { requestCases } from './request-cases.ts'
import { sampleCases } from './sample-cases.ts'
import { stockCases } from './stock-cases.ts'
import { sampleImportCases } from './sample-import-cases.ts'
import { storeCases } from './store-cases.ts'
import { traitCases } from './trait-cases.ts'
import { upkeepCases } from './upkeep.ts'
import { viabilityCases } from './viability-cases.ts'
import { followed } from './visits.ts'

/** One state of one page: where it is, who looks, and what is done there before looking. */
export type PageCase = {
  name: string
  path: string
  as?: Who
  act?: (page: Page) => Promise<void>
  /** Where it refuses. */
  status?: number
}

/** Every page there is, in every state worth looking at; `pages.test.ts` holds it to the app's own routes. */
export const casesOf = (found: Found): PageCase[] => [
  ...finding(found),
  ...records(found),
  ...entering(found),
  ...mine,
  ...keeping(found),
  ...administering(found),
  ...reporting(found),
  ...calendarCases(found.published.instrument, found.freeDay),
  ...bookingCases(found.bookings, { instrument: found.published.instrument, lab: found.lab }),
  ...upkeepCases(found.published.instrument, found.upkeep),
  ...chargeCases(found.charges),
  ...orderCases(found.orders),
  ...basketCases(found.published),
  ...stockCases(found.stock),
  ...keptSampleCases({ ...found.keptSamples, box: found.stores.box }),
  ...sampleImportCases(found.sampleImports),
  ...storeCases(found.stores),
  ...factCases(found.published.collection),
  ...viabilityCases(found.viability, found.stock),
  ...traitCases(found.traits),
  ...germplasmCases(found.germplasm, found.published.accession),
  ...datasetCases(found.datasets),
  ...depositCases(found.deposits),
  ...directoryCases(found.directory),
  ...agreementCases(found.agreements),
  ...requestCases(found.requests),
  ...fulfilmentCases(found.fulfilment),
  ...formCases(found.forms),
  ...importCases(found.imports),
  ...sampleCases(found.samples),
  ...keepingCases({ ...found, ...found.datasets }),
  ...telling,
]

const finding = ({ institution }: Found): PageCase[] => [
  { name: 'home', path: '/' },
  { name: 'results', path: '/records' },
  { name: 'results-found', path: `/records?q=${encodeURIComponent('样')}` },
  { name: 'results-table', path: '/records?view=table' },
  { name: 'results-map', path: '/records?view=map' },
  { name: 'results-map-wrong', path: '/records?view=map&bbox=0,50,10,40' },
  { name: 'results-map-none', path: '/records?view=map&kind=dataset&bbox=-40,0,-39,1' },
  { name: 'results-filtered', path: '/records?kind=instrument&access=on_request&has_image=true' },
  { name: 'results-none', path: `/records?q=${encodeURIComponent('月球车')}&kind=dataset` },
  { name: 'institutions', path: '/institutions' },
  { name: 'institution', path: `/institutions/${institution}` },
]

const records = ({ published, withdrawn, draft }: Found): PageCase[] => [
  ...Object.entries(published).map(([kind, id]) => ({ name: kind, path: `/records/${id}` })),
  { name: 'withdrawn', path: `/records/${withdrawn}`, status: 410 },
  { name: 'draft', path: `/records/${draft}`, as: 'demo-admin' },
  { name: 'fair', path: `/records/${published.dataset}/fair`, as: 'demo-admin' },
  { name: 'history', path: `/records/${published.accession}/history` },
  { name: 'history-kept', path: `/records/${published.accession}/history`, as: 'demo-admin' },
]

const entering = ({ links }: Found): PageCase[] => [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'sign-in-errors', path: '/sign-in', act: submitEmpty },
  { name: 'register', path: '/register' },
  { name: 'register-errors', path: '/register', act: submitEmpty },
  { name: 'forgot', path: '/forgot' },
  { name: 'reset', path: links.reset },
  { name: 'verify', path: links.verify },
  { name: 'invitation', path: links.invitations },
]

const mine: readonly PageCase[] = [
  '',
  '/security',
  '/tokens',
  '/memberships',
  '/calendar',
  '/notices',
]
  .map((tab): PageCase => ({
    name: `account${tab.replace('/', '-')}`,
    path: `/account${tab}`,
    as: 'demo-curator',
  }))
  .concat({ name: 'my-work', path: '/me', as: 'demo-steward' })
  .concat({ name: 'my-work-none', path: '/me', as: 'demo-outsider' })
  .concat({
    name: 'account-calendar-made',
    path: '/account/calendar',
    as: 'demo-curator',
    act: makeFeed,
  })

const kindsOfForms: readonly (readonly [Kind, profile?: string])[] = [
  ['instrument'],
  ['dataset'],
  ['accession', 'plant'],
  ['accession', 'animal'],
  ['accession', 'microbe'],
  ['collection'],
]

const keeping = ({ published, draft, picture, institution }: Found): PageCase[] => {
  const as = 'demo-curator'
  const admin = 'demo-admin'
  const own = `/records/${published.accession}`
  return [
    { name: 'desk', path: '/desk', as },
    { name: 'desk-bench', path: '/desk/bench', as },
    { name: 'desk-none', path: '/desk?q=zzzz', as },
    { name: 'desk-outsider', path: '/desk', as: 'demo-outsider' },
    ...kindsOfForms.flatMap(([kind, profile = '']): PageCase[] => {
      const path = `/desk/new?kind=${kind}&profile=${profile}`
      const name = `new-${profile || kind}`
      return [
        { name, path, as },
        { name: `${name}-errors`, path, as: admin, act: submitEmpty },
      ]
    }),
    ...Object.entries(published).map(([kind, id]): PageCase => ({
      name: `edit-${kind}`,
      path: `/records/${id}/edit`,
      as: admin,
    })),
    { name: 'pictures', path: `${own}/pictures`, as: admin },
    { name: 'picture', path: `${own}/pictures/${picture}`, as: admin },
    { name: 'picture-removal', path: `${own}/pictures/${picture}/removal`, as: admin },
    { name: 'withdrawal', path: `${own}/withdrawal`, as: admin },
    { name: 'withdrawal-errors', path: `${own}/withdrawal`, as: admin, act: submitEmpty },
    { name: 'deletion', path: `/records/${draft}/deletion`, as: admin },
    { name: 'import-new-errors', path: '/imports/new', as: admin, act: submitEmpty },
    { name: 'institution-people', path: `/institutions/${institution}/people`, as: admin },
  ]
}

const administering = ({ institution, lab, person, letter, job }: Found): PageCase[] => {
  const as = 'demo-admin'
  const at = (name: string, path: string): PageCase => ({ name, path, as })
  return [
    at('admin', '/admin'),
    at('admin-people', '/admin/people'),
    at('admin-person-new', '/admin/people/new'),
    at('admin-person', `/admin/people/${person}`),
    at('admin-institutions', '/admin/institutions'),
    at('admin-institution-new', '/admin/institutions/new'),
    at('admin-institution', `/admin/institutions/${institution}`),
    at('admin-labs', '/admin/labs'),
    at('admin-lab-new', '/admin/labs/new'),
    at('admin-lab', `/admin/labs/${lab}`),
    at('admin-identifiers', '/admin/identifiers'),
    at('admin-jobs', '/admin/jobs'),
    at('admin-jobs-waiting', '/admin/jobs?state=waiting'),
    ...(job ? [at('admin-job-removal', `/admin/jobs/${job}/removal`)] : []),
    at('admin-audit', '/admin/audit'),
    at('outbox', '/outbox'),
    at('letter', letter),
  ]
}

const reporting = ({ institution, owner, published }: Found): PageCase[] => [
  { name: 'use', path: '/reports/use' },
  { name: 'use-staff', path: '/reports/use?institution=all', as: 'demo-admin' },
  {
    name: 'use-months',
    path: `/reports/use?institution=${institution}&by=month`,
    as: 'demo-admin',
  },
  { name: 'use-none', path: '/reports/use?from=2001-01-01&to=2001-01-31' },
  { name: 'use-refused', path: '/reports/use?from=2026-02-02&to=2026-01-01', status: 422 },
  { name: 'use-rows', path: '/reports/use/rows?what=bookings', as: 'demo-admin' },
  { name: 'sharing', path: '/reports/sharing' },
  { name: 'assessment', path: '/reports/assessment', as: 'demo-admin' },
  { name: 'report-settings', path: '/reports/settings', as: 'demo-admin' },
  { name: 'nrii', path: '/reports/nrii', as: 'demo-admin' },
  { name: 'nrii-services', path: '/reports/nrii?part=service-records', as: 'demo-admin' },
  {
    name: 'nrii-record',
    path: `/reports/nrii/instruments/${published.instrument}`,
    as: 'demo-admin',
  },
  {
    name: 'nrii-organisation',
    path: `/reports/nrii/organisation/${owner}`,
    as: 'demo-admin',
  },
  { name: 'use-outages', path: '/reports/use/rows?what=outages', as: 'demo-admin' },
]

const telling: readonly PageCase[] = [
  { name: 'help', path: '/help' },
  { name: 'privacy', path: '/privacy' },
  { name: 'api', path: '/api/v1/docs' },
  { name: 'api-schemas', path: '/api/v1/docs/schemas' },
  { name: 'api-tag', path: '/api/v1/docs/instruments' },
  { name: 'styleguide', path: '/styleguide' },
  { name: '404', path: '/nowhere', status: 404 },
  { name: '403', path: '/admin', as: 'demo-researcher', status: 403 },
]

/** Sends the page's own form as it is, past what the browser itself would refuse. */
async function submitEmpty(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const input of document.querySelectorAll<HTMLInputElement>(
      'main input:not([type=hidden])',
    ))
      if (input.type !== 'checkbox' && input.type !== 'radio') input.value = ''
  })
  await followed(page, () =>
    page
      .locator(
        'main form[method=post] :is(button, input)[type=submit], main form[method=post] button:not([type])',
      )
      .first()
      .click(),
  )
}

async function makeFeed(page: Page): Promise<void> {
  await followed(page, () => page.locator('main form[action="/account/calendar"] button').click())
}
