import { parseCronItems } from 'graphile-worker'
import { expect, test } from 'vitest'
import { schedules } from '../../src/jobs.ts'

test('every schedule is one that the queue’s clock reads', () => {
  const items = schedules.map(({ job, pattern }) => ({ task: job, match: pattern }))
  expect(() => parseCronItems(items)).not.toThrow()
})

test('a job starts by itself at one time only', () => {
  const jobs = schedules.map(({ job }) => job)
  expect(jobs).toEqual([...new Set(jobs)])
})
