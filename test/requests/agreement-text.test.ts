import { describe, expect, test } from 'vitest'
import {
  hashOfBody,
  hashOfShown,
  keptBody,
  ShownText,
  shownText,
} from '../../src/requests/agreements/rules/seal.ts'
import { isAbout } from '../../src/requests/agreements/rules/standing.ts'
import {
  blocksOf,
  faultsOf,
  rendered,
  type Values,
} from '../../src/requests/agreements/rules/text.ts'

const both = (text: string) => ({ zh: text, en: text })
const values: Values = {
  provider: { zh: '甘肃省种质资源库', en: 'Gansu Genebank' },
  requester: both('李然'),
  institution: { zh: '敦煌研究院', en: 'Dunhuang Academy' },
  lab: both('（未填写）'),
  signer: both('李然'),
  items: [both('苜蓿 A1'), both('燕麦 B2')],
  quantity: both('50'),
  purpose: both('抗旱性评价'),
  end: both('2027-01-01'),
  number: both('GS-2026-1'),
  date: both('2026-11-29'),
}
const inZh = (body: string, changes: Partial<Values> = {}) =>
  rendered(body, { ...values, ...changes }, 'zh')
const paragraph = (text: string) => [{ type: 'paragraph', text }]

describe('a text', () => {
  test.each([
    [
      '# 一\n正文\n\n## 二',
      [
        { type: 'heading', level: 1, text: '一' },
        { type: 'paragraph', text: '正文' },
        { type: 'heading', level: 2, text: '二' },
      ],
    ],
    ['### 深', [{ type: 'heading', level: 1, text: '深' }]],
    ['一行\n又一行', paragraph('一行\n又一行')],
    ['1. a\n2. b\n\n3. c', [{ type: 'list', start: 1, items: ['a', 'b', 'c'] }]],
    [
      '1. a\n3. c',
      [
        { type: 'list', start: 1, items: ['a'] },
        { type: 'list', start: 3, items: ['c'] },
      ],
    ],
    ['1、甲\n2、乙', [{ type: 'list', start: 1, items: ['甲', '乙'] }]],
    ['- a\n  goes on\n* b', [{ type: 'list', start: null, items: ['a\ngoes on', 'b'] }]],
    ['3.5 g of seed', paragraph('3.5 g of seed')],
    ['#no heading', paragraph('#no heading')],
    ['<script>alert(1)</script>', paragraph('<script>alert(1)</script>')],
    [' \r\n\r\n a \r b', paragraph('a\nb')],
    ['', []],
  ])('%j has its parts', (body, blocks) => {
    expect(blocksOf(body)).toEqual(blocks)
  })

  test.each([
    ['{{provider}} 与 {{ requester }}', []],
    ['{{nobody}} {{nobody}} {{date}}', [{ fault: 'unknown', name: 'nobody' }]],
    ['{{ }}', [{ fault: 'unknown', name: '' }]],
    [
      '{{__proto__}} {{constructor}}',
      [
        { fault: 'unknown', name: '__proto__' },
        { fault: 'unknown', name: 'constructor' },
      ],
    ],
    ['a\n{{date', [{ fault: 'braces', line: 2 }]],
    ['{{a{{date}}}}', [{ fault: 'braces', line: 1 }]],
    [
      '{{\ndate}}',
      [
        { fault: 'braces', line: 1 },
        { fault: 'braces', line: 2 },
      ],
    ],
    ['｛｛date｝｝', [{ fault: 'braces', line: 1 }]],
    ['{a} {"b": 1}', []],
  ])('%j is looked through before it is kept', (body, faults) => {
    expect(faultsOf(body)).toEqual(faults)
  })
})

describe('what a text names', () => {
  test('is filled in, by the language', () => {
    const body = '{{provider}} → {{ institution }}'
    expect(inZh(body)).toEqual(paragraph('甘肃省种质资源库 → 敦煌研究院'))
    expect(rendered(body, values, 'en')).toEqual(paragraph('Gansu Genebank → Dunhuang Academy'))
  })

  test('is a list where it stands alone and is several, and goes into a sentence otherwise', () => {
    expect(inZh('{{items}}')).toEqual([
      { type: 'list', start: null, items: ['苜蓿 A1', '燕麦 B2'] },
    ])
    expect(inZh('提供 {{items}}。')).toEqual(paragraph('提供 苜蓿 A1；燕麦 B2。'))
    expect(inZh('{{items}}', { items: [] })).toEqual(paragraph(''))
  })

  test.each([
    '# 标题',
    '- 一\n- 二',
    '1. 一',
    '{{date}}',
    '{{items}}',
    '$& $1 $$',
    '<img src=x onerror=alert(1)>',
    '}} {{',
    'x'.repeat(100_000),
  ])('makes no part of its own and is not filled in again: %.40j', (purpose) => {
    expect(inZh('用于{{purpose}}。', { purpose: both(purpose) })).toEqual(
      paragraph(`用于${purpose}。`),
    )
  })

  test('is read in the time that its length takes', () => {
    const nested = '{{'.repeat(20_000)
    expect(faultsOf(nested)).toEqual([{ fault: 'braces', line: 1 }])
    expect(blocksOf('- a\n'.repeat(20_000))).toHaveLength(1)
    expect(inZh('{{date}}'.repeat(5000))).toEqual(paragraph('2026-11-29'.repeat(5000)))
  })
})

describe('a seal', () => {
  const published: Parameters<typeof shownText>[0] = {
    title: { zh: '材料转移协议', en: null },
    number: 1,
    body: { zh: '# 一\n1. {{items}}', en: '# A\n- {{date}}' },
  }
  const shown = shownText(published, values)

  test('is of what was shown, in whatever order a database keeps it', () => {
    const [zh, en] = [shown.zh, shown.en].map((blocks) =>
      blocks.map((block) => Object.fromEntries(Object.entries(block).toReversed())),
    )
    expect(
      hashOfShown(ShownText.parse({ en, zh, number: 1, title: { en: null, zh: '材料转移协议' } })),
    ).toBe(hashOfShown(shown))
    expect(hashOfShown(shown)).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each<[string, Partial<typeof published>, Partial<Values>]>([
    ['a fact', {}, { date: both('2026-11-30') }],
    ['the number', { number: 2 }, {}],
    ['the title', { title: { zh: null, en: '材料转移协议' } }, {}],
    ['a word of one language', { body: { ...published.body, en: '# B\n- {{date}}' } }, {}],
    ['a list instead of a paragraph', { body: { ...published.body, en: '# A\n{{date}}' } }, {}],
  ])('is another where %s is', (_, change, facts) => {
    const other = shownText({ ...published, ...change }, { ...values, ...facts })
    expect(hashOfShown(other)).not.toBe(hashOfShown(shown))
  })

  test('of a text does not depend on how its lines end', () => {
    const typed = keptBody({ zh: 'a\r\nb\rc', en: null })
    expect(typed).toEqual({ zh: 'a\nb\nc', en: null })
    expect(hashOfBody({ zh: 'a', en: 'b' })).not.toBe(hashOfBody({ zh: 'ab', en: '' }))
  })
})

test.each([
  [{ recordKinds: [], deliveries: [] }, true],
  [{ recordKinds: ['accession'], deliveries: [] }, true],
  [{ recordKinds: ['dataset'], deliveries: [] }, false],
  [{ recordKinds: [], deliveries: ['download'] }, false],
  [{ recordKinds: ['accession', 'dataset'], deliveries: ['shipment'] }, true],
])('%j is about seed that is sent: %s', (about, is) => {
  expect(isAbout(about, { kind: 'accession', delivery: 'shipment' })).toBe(is)
})
