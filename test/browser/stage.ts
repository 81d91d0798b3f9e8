import { afterAll, beforeAll } from 'vitest'
import { browserOfFile } from '../support/browser.ts'
import { casesOf, type PageCase } from './cases.ts'
import type { Found } from './found.ts'
import { type BrowserHouse, openHouse } from './house.ts'
import { visitor } from './visits.ts'

type Stage = {
  house: BrowserHouse
  found: Found
  cases: PageCase[]
  visits: ReturnType<typeof visitor>
}

/** One browser and a small demo of its own for a file of tests; both are gone when it is over. */
export async function stageOfFile(opening: Parameters<typeof openHouse>[0] = {}) {
  const browser = await browserOfFile()
  const opened: { stage?: Stage } = {}
  if (!browser.absent) {
    beforeAll(async () => {
      const house = await openHouse(opening)
      const { origin, services, found } = house
      const visits = visitor(browser.get(), { origin, now: services.now })
      opened.stage = { house, found, cases: casesOf(found), visits }
    }, 180_000)
    afterAll(async () => {
      await browser.get().close()
      await opened.stage?.house.stop()
    })
  }
  return {
    absent: browser.absent,
    get: (): Stage => {
      if (!opened.stage) throw new Error('The house is not open')
      return opened.stage
    },
  }
}
