import { describe, expect, test } from 'vitest'
import { bibtex, cslJson, ris } from '../../src/exchange/citations/rules/files.ts'
import { gbt35294, plainCitation } from '../../src/exchange/citations/rules/text.ts'
import type { Described, Party } from '../../src/exchange/described/model.ts'
import { full, song } from './full.ts'

const person = (familyName: string, givenName: string): Party => ({
  ...song,
  name: `${familyName}, ${givenName}`,
  familyName,
  givenName,
  affiliations: [],
})
const organisation = (name: string): Party => ({
  ...song,
  name,
  type: 'Organizational',
  familyName: null,
  givenName: null,
  affiliations: [],
})
const landing = { type: 'URL', value: full.url, uri: full.url } as const
const bare: Described = {
  ...full,
  identifier: landing,
  identifiers: [landing],
  creators: [],
  version: null,
  year: null,
  dates: [],
  period: null,
  subjects: [],
  language: null,
  licences: [],
}

describe('GB/T 35294-2017', () => {
  test.each<[string, Described, string]>([
    [
      'a whole dataset, with its DOI and its CSTR',
      { ...full, creators: [person('宋', '疏影')].map((one) => ({ ...one, name: '宋疏影' })) },
      '宋疏影.祁连山冰川边界(1.0).西北生态环境资源研究院[创建机构],2025.西北生态环境资源研究院[传播机构].2026-03-02.DOI:10.5072/hexi.full;https://doi.org/10.5072/hexi.full.CSTR:11738.11.full;https://cstr.cn/11738.11.full',
    ],
    [
      'one of which little is known',
      bare,
      `祁连山冰川边界.西北生态环境资源研究院[创建机构].西北生态环境资源研究院[传播机构].${full.url}`,
    ],
  ])('%s', (_, record, citation) => {
    expect(gbt35294(record)).toBe(citation)
  })

  test('of more than twenty authors, twenty are named', () => {
    const creators = Array.from({ length: 25 }, (_, at) => organisation(`甲${at}`))
    expect(gbt35294({ ...full, creators })).toMatch(/^甲0,甲1,.*甲19,等\.祁连山/)
  })
})

describe('plain text', () => {
  test.each<['zh' | 'en', Described, string]>([
    [
      'zh',
      { ...full, creators: [person('Song', 'Shuying'), organisation('冰川组')] },
      'Song, Shuying; 冰川组 (2026). 祁连山冰川边界 (1.0 版) [矢量数据]. 西北生态环境资源研究院. https://doi.org/10.5072/hexi.full',
    ],
    [
      'en',
      { ...full, creators: [person('Song', 'Shuying')] },
      'Song, Shuying (2026). Glacier outlines of the Qilian Mountains (Version 1.0) [Vector data]. Northwest Institute of Eco-Environment and Resources. https://doi.org/10.5072/hexi.full',
    ],
    ['zh', bare, `祁连山冰川边界 [矢量数据]. 西北生态环境资源研究院. ${full.url}`],
  ])('in %s', (lang, record, citation) => {
    expect(plainCitation(record, lang)).toBe(citation)
  })
})

describe('BibTeX', () => {
  test.each([
    ['a & b % c $ d # e_f', String.raw`a \& b \% c \$ d \# e\_f`],
    ['{', String.raw`\textbraceleft `],
    [
      '}} \\input{x}',
      String.raw`\textbraceright \textbraceright  \textbackslash input\textbraceleft x\textbraceright `,
    ],
    ['a~b^c', String.raw`a\textasciitilde b\textasciicircum c`],
    ['one\r\ntwo', 'one two'],
    ['冰川', '冰川'],
  ])('the title %o is written %o', (zh, written) => {
    expect(bibtex({ ...full, title: { zh, en: null } })).toContain(`  title = {{${written}}},\n`)
  })

  test('braces are balanced, whatever a record says', () => {
    const text = bibtex({
      ...full,
      title: { zh: '}{}}{', en: null },
      version: '}',
      creators: [organisation('A } and { B'), person('von {X', 'Y}')],
    })
    let depth = 0
    for (const sign of text) {
      depth += sign === '{' ? 1 : sign === '}' ? -1 : 0
      expect(depth).toBeGreaterThanOrEqual(0)
    }
    expect(depth).toBe(0)
  })

  test('people are named in parts, organisations as a whole', () => {
    const creators = [person('宋', '疏影'), organisation('Gansu and Qinghai Survey')]
    expect(bibtex({ ...full, creators })).toContain(
      '  author = {宋, 疏影 and {Gansu and Qinghai Survey}},',
    )
  })

  test('a bare record has a key, a title and an address', () => {
    expect(bibtex(bare)).toBe(
      `@misc{dataset_b302099a8057,\n  title = {{祁连山冰川边界}},\n  publisher = {西北生态环境资源研究院},\n  howpublished = {矢量数据},\n  url = {${full.url}}\n}\n`,
    )
  })
})

test('RIS has one fact a line, no line of a fact’s own making, and an end', () => {
  const text = ris({ ...full, title: { zh: '一\nER  - \nTY  - BOOK', en: null } })
  expect(text.startsWith('TY  - DATA\r\nAU  - 宋, 疏影\r\nAU  - Glacier Group\r\n')).toBe(true)
  expect(text).toContain('TI  - 一 ER - TY - BOOK\r\n')
  expect(text).toContain('DA  - 2026/03/02/\r\n')
  expect(text).toContain('DO  - 10.5072/hexi.full\r\n')
  expect(text.endsWith('ER  - \r\n')).toBe(true)
  expect(text.match(/^ER {2}-/gm)).toHaveLength(1)
  expect(ris({ ...full, kind: 'instrument' })).toMatch(/^TY {2}- GEN\r\n/)
})

test('CSL-JSON is what reference managers read', () => {
  expect(JSON.parse(cslJson(full))).toMatchObject([
    {
      type: 'dataset',
      DOI: '10.5072/hexi.full',
      author: [{ family: '宋', given: '疏影' }, { literal: 'Glacier Group' }],
      issued: { 'date-parts': [[2026, 3, 2]] },
    },
  ])
  expect(JSON.parse(cslJson(bare))).toEqual([
    {
      id: full.url,
      type: 'dataset',
      title: '祁连山冰川边界',
      publisher: '西北生态环境资源研究院',
      genre: '矢量数据',
      URL: full.url,
      abstract: '记录冰川面积与末端位置。',
    },
  ])
})
