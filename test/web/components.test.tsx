import { expect, test } from 'vitest'
import { z } from 'zod'
import { CodeValue, Diff } from '../../src/web/components/values.tsx'
import { EmptyPicture } from '../../src/catalog/records/pages/mark.tsx'
import { ErrorSummary } from '../../src/web/components/messages.tsx'
import { form } from '../../src/core/form.ts'
import { LocalName } from '../../src/core/shapes.ts'
import { EntityForm } from '../../src/web/fields.tsx'
import { filledWith } from '../../src/web/forms.tsx'
import { FacetList } from '../../src/web/components/facets.tsx'
import { Figure } from '../../src/web/components/figure.tsx'
import { FormField, FormPair } from '../../src/web/components/form-field.tsx'
import { Gallery, Picture } from '../../src/web/components/pictures.tsx'
import { Icon } from '../../src/web/components/icon.tsx'
import { kinds } from '../../src/catalog/records/model/record.ts'
import { Pager } from '../../src/web/components/navigation.tsx'
import { RecordCard, type RecordItem } from '../../src/catalog/records/pages/cards.tsx'
import { SearchBox } from '../../src/web/components/search-box.tsx'
import { Table } from '../../src/web/components/table.tsx'
import { rendered } from './rendered.tsx'

const label = { zh: '名称', en: 'Title' }
const record: RecordItem = {
  id: 'a/b',
  kind: 'accession',
  title: { zh: '<b>苜蓿</b>', en: 'Alfalfa & clover' },
  institution: { name: { zh: null, en: 'Institute' } },
  access: 'open',
  visibility: 'published',
  updatedAt: '2026-11-20T08:30:00Z',
}

test('what people typed is shown, never run', async () => {
  const card = await rendered(<RecordCard record={record} />)
  expect(card).toContain('&lt;b&gt;苜蓿&lt;/b&gt;')
  expect(card).toContain('Alfalfa &amp; clover')
  expect(card).toContain('href="/records/a%2Fb"')
  const box = await rendered(<SearchBox query={'"><script>alert(1)</script>'} />)
  expect(box).not.toContain('<script>')
  const field = await rendered(<FormField name="x" label={label} value={'" onfocus="alert(1)'} />)
  expect(field).toContain('value="&quot; onfocus=&quot;alert(1)"')
})

test('a text in the other language says so, and a title in both shows both', async () => {
  const card = await rendered(<RecordCard record={record} />)
  expect(card).toContain('<span lang="en">Institute</span>')
  expect(card).toContain('<span class="other-lang" lang="en">Alfalfa &amp; clover</span>')
  expect(await rendered(<RecordCard record={record} />, 'en')).toContain(
    '<span class="other-lang" lang="zh-CN">',
  )
})

test('hits are marked in the title of the language that they are in', async () => {
  const marked = { ...record, markedTitle: { zh: [{ text: '苜蓿', hit: true }] } }
  expect(await rendered(<RecordCard record={marked} />)).toMatch(/<a href[^>]*><mark>苜蓿<\/mark>/)
  expect(await rendered(<RecordCard record={marked} />, 'en')).toMatch(
    /class="other-lang" lang="zh-CN"><mark>苜蓿<\/mark>/,
  )
})

test('an input is tied to its label, its hint and its error', async () => {
  const field = await rendered(
    <FormField name="hours" type="number" label={label} hint={label} error={label} required />,
  )
  expect(field).toContain('for="field-hours"')
  expect(field).toContain('id="field-hours"')
  expect(field).toContain('aria-describedby="field-hours-hint field-hours-error"')
  expect(field).toContain('id="field-hours-hint"')
  expect(field).toContain('id="field-hours-error"')
  expect(field).toContain('aria-invalid="true"')
  expect(field).toMatch(/<input[^>]* required/)
  const quiet = await rendered(<FormField name="model" label={label} />)
  expect(quiet).not.toMatch(/aria-|required/)
})

test('each half of a two-language text has its own label and error', async () => {
  const pair = await rendered(
    <FormPair
      name="title"
      label={label}
      form={{
        ...filledWith({ 'title.zh': '苜蓿' }),
        error: (path) => (path === 'title.en' ? label : undefined),
      }}
    />,
  )
  expect(pair).toMatch(/<label class="pair-label" for="field-title.zh">中文/)
  expect(pair).toMatch(/name="title.en"[^>]*aria-describedby="field-title.en-error"/)
  expect(pair).not.toContain('id="field-title.zh-error"')
})

test('a code that has left its list is kept, and an empty choice is offered where nothing is required', async () => {
  const choices = [{ value: '1', label }]
  const select = await rendered(
    <FormField type="select" name="s" label={label} value="9" choices={choices} />,
  )
  expect(select).toMatch(/<option value="9" selected/)
  expect(select).toMatch(/<option value="">/)
  const required = await rendered(
    <FormField type="select" name="s" label={label} value="1" choices={choices} required />,
  )
  expect(required).not.toMatch(/<option value="">/)
})

test('a paragraph keeps its first line break', async () => {
  const area = await rendered(
    <FormField type="textarea" name="t" label={label} value={'\nfirst'} />,
  )
  expect(area).toMatch(/<textarea[^>]*>\n\nfirst<\/textarea>/)
})

test('a form with a scope keeps its ids apart from those of another form of the page', async () => {
  const refused = {
    ...filledWith({ name: 'x' }),
    error: () => label,
    issues: [{ path: 'name', message: label }],
  }
  const shape = z.strictObject({ name: z.string(), title: LocalName, open: z.boolean() })
  const fields = form(shape, {
    name: { as: 'text', label },
    title: { as: 'pair', label },
    open: { as: 'yesNo', label },
  })
  const html = await rendered(
    <EntityForm of={fields} form={refused} scope="split" action="/" submit={label} />,
  )
  expect(html).toContain('href="#field-split-name"')
  for (const id of ['name', 'title', 'title.zh', 'open']) {
    expect(html).toContain(`id="field-split-${id}"`)
    expect(html).toContain(`id="field-split-${id}-error"`)
  }
  expect(html).not.toMatch(/id="field-(?!split-)/)
  expect(html).toMatch(/name="name"[^>]*aria-describedby="field-split-name-error"/)
})

test('each line of the error summary leads to its field', async () => {
  const summary = await rendered(
    <ErrorSummary issues={[{ path: 'title.zh', message: label }]} labels={{ title: label }} />,
    'en',
  )
  expect(summary).toContain('href="#field-title.zh"')
  expect(summary).toContain('Title (Chinese)')
  expect(summary).toContain('1 field needs correction')
  expect(await rendered(<ErrorSummary issues={[]} />)).toBe('')
})

test('a code shows its label, with the code for hovering and for machines', async () => {
  expect(await rendered(<CodeValue code="300" label={label} />)).toBe(
    '<data class="code-value" value="300" title="300">名称</data>',
  )
  expect(await rendered(<CodeValue code="300" label={undefined} />)).toBe('<code>300</code>')
})

test('a picture keeps its place, and no size is offered that it does not fill', async () => {
  const image = { id: 'i', width: 600, height: 300, colour: '#aabbcc', alt: label }
  const picture = await rendered(<Picture image={image} sizes="10rem" />)
  expect(picture).toContain('width="600" height="300"')
  expect(picture).toContain('alt="名称"')
  expect(picture).toContain('loading="lazy"')
  expect(picture.match(/\d+w/g)).toEqual(['160w', '400w', '600w'])
})

test.each(kinds)(
  'a record without a picture has the sign of its kind and no other drawing (%s)',
  async (kind) => {
    const mark = await rendered(<EmptyPicture kind={kind} />)
    expect(mark).toContain(await rendered(<Icon name={kind} />))
    expect(mark).toContain('aria-hidden="true"')
    expect(mark.match(/<path/g)).toHaveLength(1)
  },
)

const filterValue = (name: string, checked: boolean) => ({
  label: { zh: name, en: name },
  count: { value: 10000, relation: 'gte' as const },
  checked,
  href: `/records?x=${name}`,
})

test('filters are links with honest counts; those that are on stay in sight', async () => {
  const values = ['a', 'b', 'c'].map((name) => filterValue(name, name === 'c'))
  const list = await rendered(<FacetList facets={[{ key: 'x', label, values }]} shown={1} />)
  expect(list).toContain('10,000+')
  expect(list.indexOf('x=c')).toBeLessThan(list.indexOf('<details>'))
  expect(list.indexOf('x=b')).toBeGreaterThan(list.indexOf('<details>'))
  expect(list.match(/aria-current="true"/g)).toHaveLength(1)
})

test('a table names its columns and rows', async () => {
  const table = await rendered(
    <Table
      caption={label}
      captionShown
      columns={[
        { label, cell: (row: { name: string }) => row.name },
        { label, align: 'end', sort: { href: '?s', now: 'descending' }, cell: () => 1 },
      ]}
      rows={[{ name: 'A & B' }]}
    />,
  )
  expect(table).toContain('<th scope="row">A &amp; B</th>')
  expect(table).toContain('aria-sort="descending"')
  expect(table).toMatch(/<caption>名称<\/caption>/)
})

test('a figure tells small counts apart from none', async () => {
  const figure = await rendered(
    <Figure
      title={label}
      labels={{ row: label, value: label }}
      rows={[
        { label, value: 0 },
        { label, value: null },
      ]}
    />,
  )
  expect(figure).toContain('过少，不公布')
  expect(figure).toContain('>0<')
})

test('a change shows what was and what is, also to those who only hear it', async () => {
  const changes = [
    { label, before: 'A', after: 'B' },
    { label, before: null, after: 'C' },
  ]
  const diff = await rendered(<Diff changes={changes} />)
  expect(diff).toMatch(/修改前: <\/span><span class="not-given">空/)
  expect(diff).toContain('<del>A</del>')
  expect(diff).toContain('<ins>C</ins>')
  const beginning = await rendered(<Diff changes={changes.slice(1)} />)
  expect(beginning).toContain('<dd>C</dd>')
  expect(beginning).not.toContain('空')
})

test('a gallery works by links alone: thumbnails to slides, slides to large pictures', async () => {
  const image = { id: 'i', width: 2000, height: 1000, colour: null, alt: label }
  const gallery = await rendered(<Gallery images={[image, { ...image, id: 'j' }]} />)
  expect(gallery).toContain('href="#picture-2"')
  expect(gallery).toContain('id="picture-2"')
  expect(gallery).toContain('href="/api/v1/images/j/large"')
})

test('a list of one page has no pager', async () => {
  expect(await rendered(<Pager url="/records" next={null} />)).toBe('')
  expect(await rendered(<Pager url="/records" next="x" />)).toContain('rel="next"')
})
