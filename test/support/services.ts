import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection } from '../../src/ports/database.ts'
import { sqlJobs } from '../../src/ports/jobs.ts'
import { fsObjects } from '../../src/ports/objects.fs.node.ts'
import { nodePasswords } from '../../src/ports/passwords.node.ts'
import type { Images } from '../../src/core/ports.ts'
import type { Services } from '../../src/web/services.ts'
import { testNow } from './clock.ts'

export const testSecret = 'a secret of the tests, which nothing outside them knows'

/**
 * The doors to the outside world as a test has them: its own database, real hashing, a bucket in a folder of its
 * own, the clock of the tests, the demo switched off. Anything else is said in `changes`.
 */
export async function testServices(
  { db, reader, check }: Pick<Connection, 'db' | 'reader' | 'check'>,
  changes: Partial<Services> = {},
): Promise<Services> {
  const folder = mkdtempSync(join(tmpdir(), 'hexi-objects-'))
  const objects = changes.objects ?? fsObjects({ folder, secret: testSecret })
  return {
    db,
    reader,
    checkDatabase: check,
    objects,
    servesObjects: !changes.objects,
    images: noDarkroom,
    jobs: sqlJobs,
    passwords: nodePasswords,
    log: quietLog,
    now: testNow,
    secret: testSecret,
    baseUrl: 'http://localhost',
    ownHostOnly: false,
    demo: false,
    trustProxy: false,
    assets: {
      css: '/assets/hexi.css',
      js: '/assets/hexi.js',
      font: '/assets/font.css',
      icon: '/assets/icon.svg',
      calendar: { css: '/assets/calendar.css', js: '/assets/calendar.js' },
      booking: { js: '/assets/booking.js' },
      uploads: { js: '/assets/uploads.js', worker: '/assets/digest-worker.js' },
      map: { css: '/assets/map.css', js: '/assets/map.js', worker: '/assets/map-worker.js' },
    },
    ...changes,
  }
}

const quietLog = { request: () => {}, info: () => {}, warn: () => {}, error: () => {} }

const unasked = (): never => {
  throw new Error('This test asked for pictures: give testServices an `images` port.')
}
const noDarkroom: Images = {
  inspect: unasked,
  verify: unasked,
  derive: unasked,
  impression: unasked,
}
