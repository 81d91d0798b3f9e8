import { expect, test } from 'vitest'
import { createJobs } from '../../src/jobs.ts'
import { childPreviews } from '../../src/ports/previews.child.node.ts'
import { addDataset } from '../datasets/scene.ts'
import { testHouse } from '../support/house.ts'
import * as made from './files.ts'

const place = { lonWest: 94, lonEast: 104, latSouth: 38, latNorth: 41 }
const files = { 'data/day.csv': made.table, 'data/rain.nc': made.netcdf() }

/** The section of a dataset's page that says where and when it is about, as it is answered to a caller. */
async function coverage(input: object, token?: string) {
  await using house = await testHouse({ previews: childPreviews() })
  const scene = await addDataset(house, { files, input })
  await createJobs(house.services).preview_version({ versionId: scene.versionId })
  const page = await (await house.as(token).get(`/records/${scene.id}`)).text()
  return /<h2 id="coverage".*?<\/section>/s.exec(page)?.[0] ?? ''
}

const rowsIn = (section: string) =>
  [...section.matchAll(/<th scope="row">(.*?)<\/td>/gs)].map(([, row = '']) =>
    row
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )

test('a dataset has its area and the boxes of its files on one map, and its period and theirs on one axis', async () => {
  const section = await coverage({
    access: 'open',
    ...place,
    acquisitionStart: '2022-06',
    acquisitionEnd: '2024',
  })
  expect(section.match(/<rect class="map-footprint"/g)).toHaveLength(2)
  expect(section.match(/<rect class="map-outline kind-dataset"/g)).toHaveLength(1)
  expect(rowsIn(section)).toEqual([
    '数据采集 2022年6月 – 2024年',
    'day.csv 2024年1月1日 – 2024年1月3日',
    expect.stringMatching(/^第 1 版 \d{4}年/),
  ])
})

test('who may not read the files learns nothing of where and when they are about', async () => {
  const section = await coverage({ access: 'on_request', ...place })
  expect(section).toContain('map-outline')
  expect(section).not.toContain('map-footprint')
  expect(section).not.toContain('day.csv')
  expect(rowsIn(section)).toEqual([])
})

test('a dataset that says neither where nor when has no such section', async () => {
  await using house = await testHouse()
  const { id } = await addDataset(house, { files: { 'a.txt': 'a' }, input: { access: 'open' } })
  expect(await (await house.as().get(`/records/${id}`)).text()).not.toContain('id="coverage"')
})
