import { fork } from 'node:child_process'
import { once } from 'node:events'
import { migrateToLatest } from '../../db/migrate.ts'
import { findSeeded } from '../../seed/seeded.ts'
import type { CommandIo } from '../core/command.ts'
import type { Installation } from './installation.ts'

/** Brings the database to the newest schema, and says what was applied. */
export async function migrateInstallation(
  installation: Installation,
  io: CommandIo,
): Promise<'done'> {
  const { applied } = await migrateToLatest(installation.connectionString)
  if (applied.length > 0)
    io.say({
      zh: `已应用迁移：${applied.join('、')}`,
      en: `Applied migrations: ${applied.join(', ')}`,
    })
  return 'done'
}

/** Seeds the demo; what is there already stays as it is. */
export async function seedInstallation(installation: Installation, io: CommandIo): Promise<'done'> {
  // Loaded by who seeds alone: a server need not keep the demo's stories in memory.
  const { seedDemo } = await import('../../seed/seed.ts')
  const what = { zh: '项演示数据', en: 'demo entries' }
  await seedDemo(installation.services, (done, total) => io.progress(done, total, what))
  return 'done'
}

/**
 * The same by this program's own `seed` command, whose memory (twice that of a server) goes when it ends. Told to
 * stop, it leaves the rest to the next start.
 */
export async function seedInChildProcess(
  installation: Installation,
  stopping: AbortSignal,
): Promise<void> {
  if (await findSeeded(installation.services.db, 'demo')) return
  const [, program = ''] = process.argv
  const seeding = fork(program, ['seed'], { execArgv: [] })
  const stop = () => seeding.kill()
  stopping.addEventListener('abort', stop)
  const [code]: unknown[] = await once(seeding, 'exit')
  stopping.removeEventListener('abort', stop)
  stopping.throwIfAborted()
  if (code !== 0) throw new Error('The demo could not be seeded.')
}

/** A process that was started by another one to work for it has nothing left to do when that one is gone. */
export function endWithParent(): void {
  process.on('disconnect', () => process.exit())
  // Listening alone would keep this process from ending by itself.
  process.channel?.unref()
}
