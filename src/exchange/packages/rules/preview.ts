import { bytesText } from '../../../core/bytes.ts'
import type { Described } from '../model.ts'
import { packageWords as words } from '../words.ts'
import { descriptionOf, encodedPath, inBoth, inOne, packedName, publishedOn } from './facts.ts'
import type { Placing } from './ro-crate.ts'

/** What a person sees who opens a crate: one page that needs nothing else, `ro-crate-preview.html`. */
export function previewOf(one: Described, placing: Placing): string {
  const title = inOne(one.title)
  const facts: [label: string, text: string, href?: string | null][] = [
    [inBoth(words.identifier), one.identifier.value, one.identifier.uri],
    [inBoth(words.landing), one.url, one.url],
    [inBoth(words.creators), one.creators.map(({ name }) => name).join('；')],
    [inBoth(words.publisher), one.publisher.name],
    [inBoth(words.published), publishedOn(one)],
    ...one.licences.map(({ words: said, spdx, uri }): [string, string, string | null] => [
      inBoth(words.licence),
      inOne(said) || spdx || uri || '',
      uri,
    ]),
    [inBoth(words.access), inBoth(one.access.label)],
    [inBoth(words.citation), one.citation ?? ''],
  ]
  const rows = facts
    .filter(([, text]) => text !== '')
    .map(([label, text, href]) => `<dt>${html(label)}</dt><dd>${linked(text, href)}</dd>`)
  const files = one.files.map((file) => {
    const href = placing === 'packed' ? encodedPath(packedName(file)) : file.url
    return `<li>${linked(file.name, href)} (${bytesText(file.sizeBytes).zh})</li>`
  })
  return `<!DOCTYPE html>
<html lang="zh">
<head><meta charset="utf-8"><title>${html(title)}</title></head>
<body>
<h1>${html(title)}</h1>
<p>${html(descriptionOf(one)).replaceAll('\n', '<br>')}</p>
<dl>${rows.join('\n')}</dl>
<h2>${html(inBoth(words.files))}</h2>
<ul>${files.join('\n')}</ul>
</body>
</html>
`
}

/** A link only to the web or into the crate: an address may say anything else. */
const linked = (text: string, href?: string | null) =>
  href && /^https?:|^data\//.test(href) ? `<a href="${html(href)}">${html(text)}</a>` : html(text)

const html = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
