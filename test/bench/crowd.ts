/** 10,000 bookings by 32 at once through one process, through two, and while one of the two is killed. */
import { spawnSync } from 'node:child_process'

const { status } = spawnSync('npx', ['vitest', 'run', 'test/bookings/concurrency.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, HEXI_CROWD: '1' },
})
process.exitCode = status ?? 1
