import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportFormats } from '../../../src/exchange/exports/model.ts'
import { testHouse, type TestHouse } from '../../support/house.ts'

let house: TestHouse
let id = ''

const passport = {
  title: { zh: '陇中苜蓿', en: 'Longzhong' },
  accenumb: '=NR 010004',
  accename: ['陇中', 'Longzhong'],
  instcode: 'CHN001',
  genus: 'Medicago',
  species: 'sativa',
  declongitude: -42.5,
  declatitude: -0.0000001,
  elevation: -12,
  colldate: '1981----',
  collsite: '-5 km, "from" Minqin; by the road',
  remarks: '=HYPERLINK("http://x")',
  donornumb: '-12',
  literature: ['Li 2020, doi:10.1000/x'],
  storage: ['11', '13'],
  shareMode: 'A',
  nationalNumber: 'ZXM000123',
}

const asked = async (format: string, query = '', token?: string) => {
  const answer = await house.as(token).get(`/api/v1/records/export?format=${format}${query}`)
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  return answer
}
const textOf = async (format: string, query = '', token?: string) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    await (await asked(format, query, token)).arrayBuffer(),
  )
const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true })
const sheetOf = async (format: string) => {
  const [header = [], ...rows] = await readSheet(
    Buffer.from(await (await asked(format)).arrayBuffer()),
  )
  return rows.map((cells) => new Map(cells.map((cell, at) => [String(header[at]), cell])))
}

beforeAll(async () => {
  house = await testHouse()
  id = await house.add('accession', passport)
  await house.add('dataset', { title: { zh: '数据' } }, { publish: false })
  await house.add('accession', { title: { en: 'Draft' }, accenumb: 'NR 2' }, { publish: false })
}, 120_000)
afterAll(async () => house[Symbol.asyncDispose]())

describe('MCPD as CSV', () => {
  test('has all descriptors in order, every sign and leading character as it is kept', async () => {
    const text = await textOf('mcpd')
    expect(text.split('\r\n')[0]?.split(',')).toHaveLength(41)
    expect(text.startsWith('PUID,INSTCODE,ACCENUMB,')).toBe(true)
    expect(rowsOf(text)).toMatchObject([
      {
        ACCENUMB: '=NR 010004',
        ACCENAME: '陇中;Longzhong',
        COLLDATE: '1981----',
        COLLSITE: '-5 km, "from" Minqin; by the road',
        DECLATITUDE: '-0.0000001',
        DECLONGITUDE: '-42.5',
        ELEVATION: '-12',
        REMARKS: '=HYPERLINK("http://x")',
        STORAGE: '11;13',
        PUID: '',
      },
    ])
  })

  test('for Genesys has the page, availability and history beside it', async () => {
    expect(rowsOf(await textOf('genesys'))).toMatchObject([
      {
        ACCENUMB: '=NR 010004',
        DECLONGITUDE: '-42.5',
        ACCEURL: `http://hexi.test/records/${id}`,
        AVAILABLE: 'true',
        HISTORIC: 'false',
        CREATIONMETHOD: 'COLLECTED',
      },
    ])
  })
})

describe('Workbooks', () => {
  test('of MCPD have numbers as numbers and everything else as text', async () => {
    const [row] = await sheetOf('mcpd-xlsx')
    expect([
      row?.get('DECLONGITUDE'),
      row?.get('ELEVATION'),
      row?.get('COLLDATE'),
      row?.get('REMARKS'),
      row?.get('PUID'),
    ]).toEqual([-42.5, -12, '1981----', '=HYPERLINK("http://x")', null])
  })

  test('of Chinese descriptors have Chinese headings and labels', async () => {
    const [row] = await sheetOf('chinese')
    expect([
      row?.get('全国统一编号'),
      row?.get('种质名称'),
      row?.get('种质外文名'),
      row?.get('种名'),
      row?.get('经度'),
      row?.get('海拔'),
      row?.get('共享方式'),
    ]).toEqual([
      'ZXM000123',
      '陇中;Longzhong',
      'Longzhong',
      'Medicago sativa',
      -42.5,
      -12,
      '公益性共享',
    ])
  })

  test('of everything have the columns of every kind', async () => {
    const [row] = await sheetOf('xlsx')
    expect(row?.get('名称（中文）')).toBe('陇中苜蓿')
    expect(row?.get('种质 · 海拔')).toBe(-12)
  })
})

describe('A table for people', () => {
  test('is no formula to a spreadsheet, in free text only', async () => {
    const text = await textOf('csv', '&kind=accession')
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(rowsOf(text)).toMatchObject([
      {
        种质编号: "'=NR 010004",
        备注: '\'=HYPERLINK("http://x")',
        '经度（十进制）': '-42.5',
        海拔: '-12',
        采集日期: '1981----',
        提供单位编号: '-12',
        文献: 'Li 2020, doi:10.1000/x',
      },
    ])
  })

  test('has what only curators see for them alone, and drafts too', async () => {
    expect(rowsOf(await textOf('csv'))).toHaveLength(1)
    expect(rowsOf(await textOf('csv', '', 'demo-curator'))).toHaveLength(3)
    expect(rowsOf(await textOf('csv', '', 'demo-outsider'))).toHaveLength(1)
    expect(rowsOf(await textOf('csv', '&kind=dataset', 'demo-curator'))).toHaveLength(1)
    expect(rowsOf(await textOf('csv', '&visibility=draft', 'demo-curator'))).toHaveLength(2)
  })
})

test('JSON Lines have a record a line, as the API answers it', async () => {
  const [line = '', rest] = (await textOf('jsonl')).split('\n')
  expect(JSON.parse(line)).toMatchObject({
    id,
    kind: 'accession',
    elevation: -12,
    remarks: passport.remarks,
  })
  expect(rest).toBe('')
})

test('a Darwin Core Archive names its files, and has a line for each record in both tables', async () => {
  const text = await textOf('dwca')
  expect(text.match(/<field index="\d+" term="[^"]*"\/>/g)).toHaveLength(28 + 37)
  expect(text).toContain('rowType="http://purl.org/germplasm/germplasmTerm#GermplasmAccession"')
  const lines = text.split('\n').filter((line) => line.startsWith(`${id}\t`))
  expect(lines).toHaveLength(2)
  expect(lines[0]?.split('\t')).toEqual(
    expect.arrayContaining(['1981', '-42.5', '-12', '=NR 010004']),
  )
  expect(lines[1]?.split('\t')).toHaveLength(38)
  expect(lines[1]).toContain('11 | 13')
})

test('-42.5 and -12 survive every export', async () => {
  for (const format of exportFormats) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const text = await textOf(format)
    expect([format, text.includes('-42.5'), text.includes('-12')]).toEqual([format, true, true])
  }
})

describe('An export', () => {
  test('follows the search: words, facets, places', async () => {
    expect(rowsOf(await textOf('mcpd', '&q=陇中'))).toHaveLength(1)
    expect(rowsOf(await textOf('mcpd', '&q=玉米'))).toHaveLength(0)
    expect(rowsOf(await textOf('mcpd', '&taxon=Medicago'))).toHaveLength(1)
    expect(rowsOf(await textOf('mcpd', '&taxon=Zea'))).toHaveLength(0)
    expect(rowsOf(await textOf('mcpd', '&bbox=-43,-1,-42,1'))).toHaveLength(1)
    // Words apart, as the page of results finds them where nothing has them side by side.
    expect(rowsOf(await textOf('mcpd', '&q=苜蓿陇中'))).toHaveLength(1)
  })

  test('is a file of its own name and type', async () => {
    const answer = await asked('mcpd')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toMatch(/hexi-mcpd-\d{4}-\d\d-\d\d\.csv/)
  })

  test('in a format that nobody knows is refused', async () => {
    expect((await house.as().get('/api/v1/records/export?format=pdf')).status).toBe(422)
    expect((await house.as().get('/api/v1/records/export')).status).toBe(422)
  })

  test('of germplasm is none of another kind', async () => {
    const format = '/api/v1/records/export?format=mcpd'
    expect((await house.as().get(`${format}&kind=dataset`)).status).toBe(422)
    expect((await house.as().get(`${format}&kind=dataset&kind=accession`)).status).toBe(200)
  })

  test('is offered on the page of results, germplasm formats where there is germplasm only', async () => {
    const all = await (await house.as().get('/records')).text()
    expect(all).toContain('/api/v1/records/export?format=csv')
    expect(all).not.toContain('format=mcpd')
    const germplasm = await (await house.as().get('/records?kind=accession&q=陇中')).text()
    expect(germplasm).toContain('/api/v1/records/export?format=mcpd&amp;')
  })
})
