import type { Context as HonoContext } from 'hono'
import { Copyable } from '../../../web/components/values.tsx'
import type { Env } from '../../../web/env.ts'
import { Local } from '../../../web/lang.tsx'
import { paths } from '../../../web/paths.ts'
import { gbt35294, plainCitation } from '../../citations/rules/text.ts'
import { landingWords as words } from '../words.ts'
import { describedFor } from './head.tsx'

type Row = { id: string; kind: string; publishedAt: unknown; withdrawnAt: unknown }

const files = [
  ['BibTeX', '.bib'],
  ['RIS', '.ris'],
  ['CSL-JSON', '.csl.json'],
] as const

/** How to cite a published record: each style is one click from the clipboard. */
export async function citeSection(c: HonoContext<Env>, row: Row) {
  if (!row.publishedAt || row.withdrawnAt) return null
  const { lang } = c.var.ctx
  const one = await describedFor(c, row.id)
  if (!one) return null
  const styles = [
    ...(one.citation ? [{ key: 'own', label: words.own, text: one.citation }] : []),
    { key: 'gbt', label: words.gbt, text: gbt35294(one) },
    { key: 'plain', label: words.plain, text: plainCitation(one, lang) },
  ]
  // The first of them is open: what most readers here cite by, or what the providers ask for.
  const inOrder = lang === 'zh' || one.citation ? styles : styles.toReversed()
  return (
    <section class="cite" aria-labelledby="cite">
      <Local as="h2" id="cite" text={row.kind === 'dataset' ? words.citeDataset : words.cite} />
      {inOrder.map(({ key, label, text }, at) => (
        <details name="cite-style" open={at === 0}>
          <summary>
            <Local text={label} />
          </summary>
          <Copyable id={`cite-${key}`}>{text}</Copyable>
        </details>
      ))}
      <p class="cite-files">
        <Local class="quiet" text={words.download} />
        {files.map(([name, extension], at) => (
          <>
            {at > 0 && ' · '}
            <a href={`${paths.record(row.id)}${extension}`} download="">
              {name}
            </a>
          </>
        ))}
      </p>
    </section>
  )
}
