import { Temporal } from '../../src/core/time.ts'

/**
 * Whatever day it is, each file of tests begins at HEXI_TEST_NOW, or else on a Wednesday morning in the demo's zone,
 * and goes on from there. Already past by the machine's clock: the queue keeps PostgreSQL's time, in which what is to
 * run from now on must not lie ahead.
 */
export const beginning = Temporal.Instant.from(
  process.env['HEXI_TEST_NOW'] ?? '2026-11-25T09:40:00+08:00',
)
const startedMs = performance.now()

/** Now, by the clock of the tests. */
export const testNow = () =>
  Temporal.Instant.fromEpochMilliseconds(
    beginning.epochMilliseconds + Math.floor(performance.now() - startedMs),
  )
