import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createJobs } from '../../src/jobs.ts'
import { approvedRequest } from './fulfilment-cases.ts'
import { stageOfFile } from './stage.ts'
import { followed, type Look } from './visits.ts'

const stage = await stageOfFile()
const desktop: Look = { lang: 'zh', theme: 'light', width: 1280 }

const unreadOf = async (page: Page) =>
  Number(
    /\d+/.exec((await page.locator('hexi-unread a').getAttribute('aria-label')) ?? '')?.[0] ?? 0,
  )
const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('说明') })

test.skipIf(stage.absent)(
  'a message with a file raises the count of unread notices of the other side while they look, and its link leads to the answer',
  async () => {
    const { house, visits, found } = stage.get()
    const { request } = await approvedRequest(house.origin, found.stock, 'REPLY-1')
    const curator = await (await visits.windowOf(desktop, 'demo-curator')).newPage()
    const researcher = await (await visits.windowOf(desktop, 'demo-researcher')).newPage()
    await curator.goto(`/requests/${request}`)
    await researcher.goto('/records')
    await expect.poll(() => researcher.locator('hexi-unread a').count()).toBe(1)
    const before = await unreadOf(researcher)
    const form = curator.locator('form[action*="/messages"]')
    await form.locator('[name="text"]').fill('请补充收货人电话')
    await form.locator('[name="file"]').setInputFiles(file('收货须知.txt'))
    await followed(curator, () => form.getByRole('button', { name: '发送' }).click())
    await curator.getByText('收货须知.txt').first().waitFor()
    // Letters wait some minutes for what follows: they are made now.
    await createJobs(house.services).tell_request({ requestId: request })
    await expect.poll(() => unreadOf(researcher), { timeout: 15_000 }).toBeGreaterThan(before)

    // The link of the letter leads a guest to sign in, and whoever is signed in to the form.
    const guest = await (await visits.windowOf(desktop)).newPage()
    await guest.goto(`/requests/${request}/reply`)
    expect(guest.url()).toContain('/sign-in')
    await researcher.goto(`/requests/${request}/reply`)
    expect(researcher.url()).toContain(`/requests/${request}#message`)
    const answer = researcher.locator('form[action*="/messages"]')
    await answer.locator('[name="text"]').fill('电话 0931-0000000')
    await answer.locator('[name="file"]').setInputFiles(file('地址.txt'))
    await followed(researcher, () => answer.getByRole('button', { name: '发送' }).click())
    await researcher.getByText('地址.txt').first().waitFor()
    await curator.reload()
    const [download] = await Promise.all([
      curator.waitForEvent('download'),
      curator.getByText('地址.txt').first().click(),
    ])
    expect(download.suggestedFilename()).toBe('地址.txt')
    for (const page of [curator, researcher, guest]) await page.context().close()
  },
  120_000,
)
