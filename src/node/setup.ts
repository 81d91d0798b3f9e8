import { migrateToLatest } from '../../db/migrate.ts'
import { seedDemo } from '../../seed/seed.ts'
import type { CommandIo } from '../core/command.ts'
import type { House } from './house.ts'

/** Brings the database to the newest schema, and says what was applied. */
export async function migrateHouse(house: House, io: CommandIo): Promise<'done'> {
  const { applied } = await migrateToLatest(house.connectionString)
  if (applied.length > 0)
    io.say({
      zh: `已应用迁移：${applied.join('、')}`,
      en: `Applied migrations: ${applied.join(', ')}`,
    })
  return 'done'
}

/** Seeds the demo; what is there already stays as it is. Told to stop, it leaves the rest to the next start. */
export async function seedHouse(
  house: House,
  io: CommandIo,
  stopping?: AbortSignal,
): Promise<'done'> {
  const what = { zh: '项演示数据', en: 'demo entries' }
  await seedDemo(house.services, (done, total) => {
    stopping?.throwIfAborted()
    io.progress(done, total, what)
  })
  return 'done'
}
