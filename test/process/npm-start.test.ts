import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { findFreePort } from '../../src/ports/free-port.node.ts'
import { isAlive } from '../../src/ports/postgres/process.node.ts'
import { postmasterPid } from '../support/postgres-scene.ts'

const sources = ['package.json', 'tsconfig.json', 'build.ts', 'start.ts', 'src', 'db', 'seed']

/** A copy of the project, as `npm start` builds where others are tested. */
async function projectCopy() {
  const folder = await mkdtemp(join(tmpdir(), 'hexi-start-'))
  for (const path of sources) await cp(path, join(folder, path), { recursive: true })
  await symlink(resolve('node_modules'), join(folder, 'node_modules'))
  return { folder, remove: async () => rm(folder, { recursive: true, force: true }) }
}

test('npm start, told to stop, ends the server and its database', async () => {
  const project = await projectCopy()
  const data = join(project.folder, 'data')
  const port = await findFreePort(20_000 + Math.floor(Math.random() * 20_000))
  const npm = spawn('npm', ['start', '--', '--no-demo'], {
    cwd: project.folder,
    // Nothing of the test runner's own, some of which means something else to this program.
    env: {
      PATH: process.env['PATH'],
      HOME: project.folder,
      HEXI_DATA: data,
      PORT: String(port),
      LOG_LEVEL: 'warn',
    },
    stdio: 'ignore',
  })
  const ended = once(npm, 'exit')
  const isReady = async () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ status }) => status,
      () => 0,
    )
  try {
    await expect.poll(isReady, { timeout: 120_000, interval: 200 }).toBe(200)
    const pid = await postmasterPid(join(data, 'postgres'))
    npm.kill('SIGTERM')
    await ended
    await expect.poll(isReady, { timeout: 20_000 }).toBe(0)
    await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false)
  } finally {
    npm.kill('SIGTERM')
    await project.remove()
  }
}, 180_000)
