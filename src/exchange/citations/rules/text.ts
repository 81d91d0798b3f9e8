import type { Lang } from '../../../core/text.ts'
import type { Described } from '../../described/model.ts'
import { type Cited, citedParts, nameOf } from './parts.ts'

/** So many authors are named; `等` stands for the rest. */
const mostAuthors = 20

/**
 * GB/T 35294-2017: 作者.名称(版本).创建机构[创建机构],创建时间.传播机构[传播机构].传播日期.唯一标识符;解析地址. What is not
 * known is left out with its punctuation.
 */
export function gbt35294(one: Described): string {
  const parts = citedParts(one, 'zh')
  const title = `${parts.title}${parts.version ? `(${parts.version})` : ''}`
  const made = [`${parts.makers.join(',')}[创建机构]`, parts.created].filter(Boolean).join(',')
  const sentences = [
    authorsOf(parts, ',', '等'),
    title,
    made,
    `${parts.publisher}[传播机构]`,
    parts.issued,
    parts.identifiers.map(({ type, value, uri }) => identified(type, value, uri)).join('.'),
  ]
  return sentences.filter((part) => part !== null && part !== '').join('.')
}

const identified = (type: string, value: string, uri: string | null) =>
  type === 'URL' ? value : [`${type}:${value}`, uri].filter(Boolean).join(';')

/** As DataCite recommends: Creator (Year). Title (Version). Publisher. [Type]. Identifier. */
export function plainCitation(one: Described, lang: Lang): string {
  const parts = citedParts(one, lang)
  const { year, version, title, type } = parts
  const authors = authorsOf(parts, '; ', lang === 'zh' ? '等' : 'et al.')
  const by = [authors, year === null ? null : `(${year})`].filter(Boolean).join(' ')
  const named = `${title}${version ? ` (${versionIn(version, lang)})` : ''} [${type}]`
  return [by, named, parts.publisher, parts.url]
    .filter((part) => part !== '')
    .map((part, at, all) => (at === all.length - 1 || /[.。]$/.test(part) ? part : `${part}.`))
    .join(' ')
}

const versionIn = (version: string, lang: Lang) =>
  lang === 'zh' ? `${version} 版` : `Version ${version}`

function authorsOf({ authors }: Cited, separator: string, others: string): string {
  const shown = authors.slice(0, mostAuthors).map(nameOf)
  return [...shown, ...(authors.length > mostAuthors ? [others] : [])].join(separator)
}
