import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { z } from 'zod'
import { demoPassword, demoSignIns } from '../../src/people/accounts/rules/demo.ts'
import type { Found } from './found.ts'
import { asked } from './request-cases.ts'
import { followed } from './visits.ts'

const Text = z.object({ zh: z.string() })
const Provider = z.object({ id: z.string() })
const Lots = z.object({
  items: z.array(
    z.looseObject({
      record: z.object({ id: z.string(), title: Text }),
      institution: Provider,
      unit: z.string(),
      requestMax: z.number().nullable(),
      free: z.number(),
    }),
  ),
})
const Named = z.looseObject({ id: z.string(), title: Text, institution: Provider })
const Records = z.object({ items: z.array(Named) })
const Some = z.object({ items: z.array(z.unknown()) })
const Made = z.looseObject({ id: z.string() })
const Listed = z.object({
  items: z.array(z.looseObject({ id: z.string(), provider: Provider })),
})

/** What is asked for: of one institute a dataset and a service of an instrument, of another seed of two accessions. */
export async function thingsToAskFor(origin: string, { datasets, institution }: Found) {
  const keeper = { as: 'demo-curator' }
  const dataset = Named.parse(await asked(origin, `/datasets/${datasets.dataset}`))
  await asked(origin, `/datasets/${dataset.id}`, {
    method: 'PATCH',
    body: { access: 'on_request' },
    ...keeper,
  })
  const institute = dataset.institution.id
  const instrument = await withService(origin, institute)
  const [first, second] = await withSeed(origin, institute)
  if (!first || !second) throw new Error('the demo has no two accessions with seed')
  const bank = first.institution.id
  const settings = { answerDays: 10, quorum: 0, appealDays: 30, reportMonths: 12 }
  const as = 'demo-admin'
  await asked(origin, `/request-providers/${bank}`, {
    method: 'PUT',
    body: { ...settings, needsConsent: true },
    as,
  })
  if (bank !== institution) await putForm(origin, bank)
  return { dataset, instrument, institute, bank, first: first.record, second: second.record }
}

/** An instrument of an institution that takes samples. */
async function withService(origin: string, institution: string) {
  const found = await asked(origin, `/records?kind=instrument&institution=${institution}&limit=100`)
  for (const instrument of Records.parse(found).items) {
    // oxlint-disable-next-line no-await-in-loop -- until there is one
    const services = await asked(origin, `/instruments/${instrument.id}/services`)
    if (Some.parse(services).items.length > 0) return instrument
  }
  throw new Error('the demo has no service there')
}

/** Lots of two accessions of another institution, with seed to spare. */
async function withSeed(origin: string, institute: string) {
  const { items } = Lots.parse(await asked(origin, '/lots?limit=200', { as: 'demo-curator' }))
  const fit = items.filter(
    ({ unit, requestMax, free, institution }) =>
      unit === 'seed' && (requestMax ?? 0) >= 50 && free > 300 && institution.id !== institute,
  )
  return [...new Map(fit.map((lot) => [lot.record.id, lot])).values()]
}

const labelled = (zh: string, en: string) => ({ label: { zh, en } })

/** A form with a question that follows from an answer, as `findForms` makes it for another institution. */
async function putForm(origin: string, institution: string): Promise<void> {
  const as = 'demo-admin'
  const use = { key: 'use', type: 'choice', ...labelled('用途', 'Use'), required: true }
  const plan = { key: 'plan', type: 'long', ...labelled('育种方案', 'Plan'), required: true }
  const body = {
    title: { zh: '种质申请表', en: 'Request for seed' },
    institution,
    fields: [
      { ...use, choices: ['育种 | Breeding', '展示 | Display'] },
      { ...plan, when: { field: 'use', is: '育种 | Breeding' } },
    ],
  }
  const { id } = Made.parse(await asked(origin, '/request-forms', { body, as }))
  await asked(origin, `/request-forms/${id}/publication`, { body: {}, as })
}

/** The researcher’s newest request to a provider. */
export async function newestTo(origin: string, provider: string): Promise<string> {
  const { items } = Listed.parse(await asked(origin, '/requests?role=requester&limit=20'))
  const found = items.find((request) => request.provider.id === provider)
  if (!found) throw new Error('nothing was asked of them')
  return found.id
}

/**
 * Somebody at a window: counts what they press and choose, and sees to it that no page is wider than the window and no
 * table of a request scrolls inside itself.
 */
export function walker(page: Page) {
  // What does not come names itself before the test runs out of time.
  page.setDefaultTimeout(10_000)
  const done = { clicks: 0 }
  const fits = async () => {
    const { wide, inner } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - innerWidth,
      inner: [...document.querySelectorAll('.table-scroll:has(.table-cards)')].filter(
        (table) => table.scrollWidth > table.clientWidth + 1,
      ).length,
    }))
    expect({ at: page.url(), wide, inner }).toEqual({ at: page.url(), wide: 0, inner: 0 })
  }
  const leads = async (step: () => Promise<unknown>) => {
    done.clicks += 1
    await followed(page, step)
    await fits()
  }
  const here = async (step: () => Promise<unknown>) => {
    done.clicks += 1
    await step()
  }
  return {
    page,
    clicks: () => done.clicks,
    open: async (path: string) => {
      await page.goto(path)
      await fits()
    },
    press: (name: string | RegExp) =>
      leads(() =>
        page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click(),
      ),
    follow: (name: string | RegExp) =>
      leads(() => page.getByRole('link', { name, exact: true }).first().click()),
    unfold: (name: string) =>
      here(() => page.locator('summary').filter({ hasText: name }).first().click()),
    tick: (label: string) => here(() => page.getByLabel(label).first().check()),
    write: (label: string | RegExp, text: string) => page.getByLabel(label).first().fill(text),
    sees: async (text: string) => {
      await page.getByText(text).filter({ visible: true }).first().waitFor()
    },
    signIn: async (who: keyof typeof demoSignIns) => {
      await page.locator('main').getByLabel('邮箱').fill(demoSignIns[who])
      await page.locator('main').getByLabel('密码').fill(demoPassword)
      await leads(() => page.locator('main').getByRole('button', { name: '登录' }).click())
    },
  }
}

export type Walker = ReturnType<typeof walker>
