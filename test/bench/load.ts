/** Bodies of 240 MB and 500 connections beside `/healthz`: the test of it, held to its limits on a quiet machine. */
import { spawnSync } from 'node:child_process'

const { status } = spawnSync('npx', ['vitest', 'run', 'test/hostile/load.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, HEXI_LOAD_LIMITS: '1' },
})
process.exitCode = status ?? 1
