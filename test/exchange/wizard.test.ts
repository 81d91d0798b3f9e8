import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createJobs } from '../../src/jobs.ts'
import { testHouse, type TestHouse } from '../support/house.ts'
import { encoder } from './encoded.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(async () => house[Symbol.asyncDispose]())

const curator = () => house.as('demo-curator')
const gb18030 = encoder('gb18030')

const file = [
  '全国统一编号,保存单位编号,种质名称,海拔,野外观察',
  'ZXM1,GS-1,陇东苜蓿,1920m,好',
  'ZXM2,GS-2,会宁荞麦,高,中',
  'ZXM3,GS-3,民勤沙棘,1370米,好',
].join('\r\n')

const form = (fields: Record<string, string>) => {
  const sent = new FormData()
  for (const [name, value] of Object.entries(fields)) sent.set(name, value)
  return sent
}

const upload = async (bytes: Uint8Array, fields: Record<string, string> = {}) => {
  const sent = form({ kind: 'accession', institution: house.own, publish: 'true', ...fields })
  sent.set('file', new File([Uint8Array.from(bytes)], '苜蓿.csv'))
  return curator().post('/imports', sent)
}

const textOf = async (path: string) => {
  const answer = await curator().get(path)
  expect(answer.status).toBe(200)
  return answer.text()
}

/** Follows a form to the page that it leads to, once the job has run. */
async function shownAfter(answer: Response) {
  expect(answer.status).toBe(303)
  const path = answer.headers.get('location') ?? ''
  await createJobs(house.services).run_import({ importId: path.split('/').at(-1) ?? '' })
  return { path, page: await textOf(path) }
}

const columns = (last: string) =>
  form({
    'column.0': '全国统一编号',
    'column.1': '种质编号',
    'column.2': '种质名称',
    'column.3': '海拔',
    'column.4': last,
  })

describe('the import wizard, without scripts', () => {
  test('checks a file first and stores nothing, then imports it, and gives back what was refused', async () => {
    expect(await textOf('/imports')).toContain('/imports/new')
    expect(await textOf('/imports/new')).toContain('enctype="multipart/form-data"')

    const sent = await upload(gb18030(file))
    const waiting = await textOf(sent.headers.get('location') ?? '')
    expect(waiting).toContain('<hexi-live>')
    expect(waiting).toContain('<noscript><meta http-equiv="refresh"')

    const { path, page } = await shownAfter(sent)
    expect(page).not.toMatch(/hexi-live|http-equiv="refresh"/)
    expect(page).toContain('GB18030 编码，以逗号分隔，表头在第 1 行')
    expect(page).toContain('共 3 行，可导入 2 行')
    expect(page).toContain('“高”不是以 m 为单位的数字')
    expect(page).toContain('无法识别列“野外观察”')
    expect(page).toContain('陇东苜蓿 · 会宁荞麦')
    expect(await countOf()).toBe(0)

    const stored = await shownAfter(await curator().post(`${path}/storage`))
    expect(stored.page).toContain('共 3 行：导入 2，未变 0，退回 1')
    expect(await countOf()).toBe(2)

    const returned = await curator().get(`/api/v1${path}/rejected.csv`)
    const mended = (await returned.text()).replace(',高,', ',1760,')
    const again = await shownAfter(await upload(new TextEncoder().encode(mended)))
    expect(again.page).toContain('可导入 1 行')
    await shownAfter(await curator().post(`${again.path}/storage`))
    expect(await countOf()).toBe(3)
    expect(await textOf('/imports')).toContain('苜蓿.csv')

    const undone = await curator().post(`${again.path}/reversal`)
    expect(undone.status).toBe(303)
    expect(await countOf()).toBe(2)
  })

  test('maps a column to another field, refuses a field that is not there, and remembers', async () => {
    const { path, page } = await shownAfter(await upload(gb18030(file)))
    expect(page).toContain('name="column.4"')
    const refused = await curator().post(`${path}/columns`, columns('没有这个字段'))
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('没有字段“没有这个字段”')
    const mapped = await shownAfter(await curator().post(`${path}/columns`, columns('备注')))
    expect(mapped.page).not.toContain('无法识别列“野外观察”')
    const next = await shownAfter(await upload(gb18030(file)))
    expect(next.page).not.toContain('无法识别列“野外观察”')
    expect(next.page).toContain('value="备注"')
  })

  test('shows the columns of a file that no column of is known, to be mapped', async () => {
    const { page } = await shownAfter(await upload(gb18030('甲,乙\n1,苜蓿\n2,荞麦\n')))
    expect(page).toContain('没有可对应的列')
    expect(page).toContain('name="column.1"')
  })

  test('asks for a file, and is not for guests', async () => {
    const empty = form({ kind: 'accession', institution: house.own })
    const refused = await curator().post('/imports', empty)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('请选择要导入的文件')
    expect((await house.as().get('/imports/new')).status).not.toBe(200)
    expect((await house.as('demo-outsider').post('/imports', await filled())).status).toBe(403)
  })
})

async function filled() {
  const sent = form({ kind: 'accession', institution: house.own })
  sent.set('file', new File([Uint8Array.from(gb18030(file))], 'x.csv'))
  return sent
}

const countOf = async () =>
  (
    await house.db
      .selectFrom('accession')
      .where('accenumb', 'like', 'GS-%')
      .select('accenumb')
      .execute()
  ).length
