import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../../src/exchange/metadata/rules/html.ts'
import { heldFile, readFile } from '../../../src/exchange/reading/actions.ts'
import { allOf } from '../../../src/exchange/reading/rules/chunks.ts'
import { utf8, zipOf } from '../encoded.ts'

const read = async (content: string | Uint8Array) => {
  const bytes = typeof content === 'string' ? utf8(content) : content
  const { table } = await readFile(heldFile(bytes), () => true)
  return { table, rows: await allOf(table.rows()) }
}

const resource = (title: string, head = '') =>
  `<?xml version="1.0"?>${head}<resource xmlns="http://datacite.org/schema/kernel-4"><identifier identifierType="DOI">10.1/a</identifier><creators><creator><creatorName>A</creatorName></creator></creators><titles><title>${title}</title></titles><publisher>P</publisher><publicationYear>2020</publicationYear></resource>`

const lol = Array.from(
  { length: 10 },
  (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at};`.repeat(10)}">`,
).join('')

describe('XML from anywhere', () => {
  test.each([
    ['entities of entities', `<!DOCTYPE lolz [<!ENTITY lol0 "lol">${lol}]>`, '&lol10;'],
    ['a file of the machine', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
    ['an address', '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/evil.dtd">', 'T'],
    ['a parameter entity', '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:1/p"> %p;]>', 'T'],
  ])('is refused where it contains a document type declaration with %s', async (_, head, title) => {
    await expect(read(resource(title, head))).rejects.toThrow(
      'contains a document type declaration',
    )
  })

  test('knows the five entities of XML and characters by number, and no others', async () => {
    const { rows } = await read(resource('A &amp; B &#x4E2D;&lt;'))
    expect(rows[0]?.cells).toContain('A & B 中<')
    await expect(read(resource('&nbsp;'))).rejects.toThrow('cannot be read')
  })

  test('is refused where it is cut off, nested too deeply or of too many elements', async () => {
    await expect(read(resource('A').slice(0, -20))).rejects.toThrow('cannot be read')
    const deep = `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`
    await expect(read(`<?xml version="1.0"?>${deep}`)).rejects.toThrow('nested more than 64')
    await expect(read(`<r>${'<a/>'.repeat(600_000)}</r>`)).rejects.toThrow('more than 500000')
  })

  test('keeps nothing that cannot be stored or is not seen', async () => {
    const { rows } = await read(resource('A\u202eB\u200b&#x85;C'))
    expect(rows[0]?.cells).toContain('ABC')
    await expect(read(`${resource('A')}\u0000`)).rejects.toThrow('NUL')
  })
})

describe('JSON from anywhere', () => {
  test('is refused where it is nested too deeply, before it is parsed', async () => {
    const levels = 5_000_000
    const deep = `{"creators":${'['.repeat(levels)}${']'.repeat(levels)}}`
    await expect(read(deep)).rejects.toThrow('nested more than 64')
    const inText = JSON.stringify({
      titles: [{ title: '['.repeat(100) }],
      doi: '1',
      publisher: 'P',
    })
    expect((await read(inText)).rows).toHaveLength(1)
  })

  test('has no say over what objects inherit', async () => {
    const hostile =
      '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}},"titles":[{"title":"T"}],"doi":"10.1/a","publisher":"P"}'
    const { rows } = await read(hostile)
    expect(rows).toHaveLength(1)
    expect(Object.keys(Object.prototype)).toEqual([])
    expect('isAdmin' in {}).toBe(false)
  })

  test('keeps no NUL and no half of a surrogate pair', async () => {
    const { rows } = await read(
      '{"titles":[{"title":"A\\u0000\\ud800B"}],"doi":"10.1/a","publisher":"P"}',
    )
    expect(rows[0]?.cells).toContain('A\ufffdB')
  })

  test('whose crate refers in circles is read once', async () => {
    const { rows } = await read(
      JSON.stringify({
        '@graph': [
          { '@id': 'ro-crate-metadata.json', about: { '@id': './' } },
          { '@id': './', name: 'T', hasPart: [{ '@id': 'a/' }], author: { '@id': './' } },
          { '@id': 'a/', hasPart: [{ '@id': './' }, { '@id': 'a/' }] },
        ],
      }),
    )
    expect(rows).toHaveLength(1)
  })
})

const crate = JSON.stringify({
  '@graph': [
    { '@id': 'ro-crate-metadata.json', about: { '@id': './' } },
    { '@id': './', name: 'Packed' },
  ],
})

/** A ZIP of one deflated entry that says of itself what it likes. */
function packed(name: string, content: Uint8Array, sizeBytes: number): Uint8Array {
  const body = deflateRawSync(content)
  const zip = zipOf({ [name]: body })
  const view = new DataView(zip.buffer)
  const directory = view.getUint32(zip.length - 6, true)
  view.setUint16(directory + 10, 8, true)
  view.setUint32(directory + 24, sizeBytes, true)
  return zip
}

describe('a ZIP from anywhere', () => {
  test('is looked into for what describes it, at its top or in its one folder; nothing else of it is unpacked', async () => {
    const bomb = new Uint8Array(10)
    expect(
      (await read(zipOf({ 'a/ro-crate-metadata.json': crate, 'a/b': bomb }))).rows,
    ).toHaveLength(1)
    for (const name of [
      '../ro-crate-metadata.json',
      '/ro-crate-metadata.json',
      'a/../../ro-crate-metadata.json',
      '..\\ro-crate-metadata.json',
      '__MACOSX/ro-crate-metadata.json',
    ])
      await expect(read(zipOf({ [name]: crate }))).rejects.toThrow('contains no XLSX')
  })

  test('that unpacks to more than it says, or says more than is read, is refused', async () => {
    const name = 'ro-crate-metadata.json'
    const blank = new Uint8Array(60_000_000).fill(0x20)
    await expect(read(packed(name, blank, 100))).rejects.toThrow('or is damaged')
    await expect(read(packed(name, blank, 60_000_000))).rejects.toThrow('up to 50 MB')
    await expect(read(packed(name, utf8('/etc/passwd'), 11))).rejects.toThrow('cannot be read')
  })
})

describe('HTML in a text', () => {
  test.each([
    ['<p>One</p><p>Two<br/>Three</p>', 'One\n\nTwo\nThree'],
    ['T<sub>2</sub> &gt; 5&nbsp;&deg;C &#x4e2d;', 'T2 > 5 °C 中'],
    ['p < 0.05 and q > 3', 'p < 0.05 and q > 3'],
    ['a<script>alert(1)</script>b', 'ab'],
    ['a<SCRIPT src=//x>alert(1)</SCRIPT\n>b', 'ab'],
    ['a<scr<script>ipt>alert(1)</script>b', 'aipt>alert(1)b'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;x', 'x'],
    ['&amp;lt;img src=x onerror=alert(1)&amp;gt;y', 'y'],
    ['<img src=x onerror="alert(1)">z', 'z'],
    ['<svg/onload=alert(1)><a>q</a></svg>w', 'w'],
    ['<style>p{}</style><!-- <b>no</b> -->t', 't'],
    ['open <script>alert(1)', 'open'],
    ['<a href="javascript:alert(1)">link</a>', 'link'],
    ['<b onclick', 'b onclick'],
  ])('%s is %s', (html, text) => {
    expect(plainText(html)).toBe(text)
  })

  test('of millions of signs is gone through once', () => {
    for (const sign of ['<a', '<!--', '<script>', '&lt;', '&', '</script', '<p>']) {
      const text = plainText(sign.repeat(Math.floor(2_000_000 / sign.length)))
      expect(text).not.toMatch(/<[a-z!/]/i)
    }
  })
})
