import { expect, test } from 'vitest'
import { createJobs } from '../../src/jobs.ts'
import { childPreviews } from '../../src/ports/previews.child.node.ts'
import { addDataset, addVersion, publishVersion } from '../datasets/scene.ts'
import { testHouse } from '../support/house.ts'

const files = { 'day.csv': 'stalagmite,vapour\n1,2\n' }

async function openedHouse() {
  const house = await testHouse({ previews: childPreviews() })
  const jobs = createJobs(house.services)
  const found = async (word: string, token?: string) => {
    const answer = await house.as(token).get(`/api/v1/records?q=${word}`)
    const { total }: { total: { value: number } } = JSON.parse(await answer.text())
    return total.value
  }
  const curator = house.as('demo-curator')
  const change = async (id: string, input: object) => {
    const before = await curator.get(`/api/v1/datasets/${id}`)
    const headers = { 'if-match': before.headers.get('etag') ?? '' }
    const answer = await curator.patch(`/api/v1/datasets/${id}`, input, headers)
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  }
  return {
    house,
    jobs,
    found,
    change,
    [Symbol.asyncDispose]: () => house[Symbol.asyncDispose](),
  }
}

test('a dataset is found by the columns of its files while everybody may read them, and not else', async () => {
  await using scene = await openedHouse()
  const { house, jobs, found, change } = scene
  const dataset = await addDataset(house, { files, input: { access: 'open' } })
  expect(await found('stalagmite')).toBe(0)
  await jobs.preview_version({ versionId: dataset.versionId })
  expect(await found('stalagmite')).toBe(1)
  await change(dataset.id, { access: 'on_request' })
  for (const token of [undefined, 'demo-researcher', 'demo-curator'])
    expect(await found('stalagmite', token)).toBe(0)
  await change(dataset.id, { access: 'open' })
  expect(await found('stalagmite')).toBe(1)
  await change(dataset.id, { protected: true, protectedUntil: '2099-01-01' })
  expect(await found('stalagmite')).toBe(0)
})

test('the newest version counts: what a later one no longer has is not found, and a draft is not', async () => {
  await using scene = await openedHouse()
  const { house, jobs, found } = scene
  const dataset = await addDataset(house, { files, input: { access: 'open' } })
  await jobs.preview_version({ versionId: dataset.versionId })
  const next = await addVersion(house, dataset.id, { files: { 'day.csv': 'moraine\n1\n' } })
  await jobs.preview_version({ versionId: next.versionId })
  expect([await found('stalagmite'), await found('moraine')]).toEqual([1, 0])
  await publishVersion(house, next)
  expect([await found('stalagmite'), await found('moraine')]).toEqual([0, 1])
  const answer = await house
    .as('demo-curator')
    .post(`/api/v1/datasets/${dataset.id}/versions/${next.number}/withdrawal`, { reason: 'wrong' })
  expect(answer.status).toBe(200)
  expect([await found('stalagmite'), await found('moraine')]).toEqual([1, 0])
})
