import type { Child } from 'hono/jsx'
import { langs, langTag, type LocalText } from '../../../core/text.ts'
import { Local, useLang } from '../../../web/lang.tsx'
import { partWords } from '../../../web/words.ts'
import { type Block, rendered, type Values } from '../rules/text.ts'
import { agreementWords as words } from '../words/agreements.ts'

export type BothBlocks = { zh: readonly Block[]; en: readonly Block[] }

/** A body with what it names filled in; null where a draft lacks a language. */
export const bothRendered = (body: LocalText, values: Values): BothBlocks => ({
  zh: rendered(body.zh ?? '', values, 'zh'),
  en: rendered(body.en ?? '', values, 'en'),
})

/** Both languages beside each other, that of the page first. */
export function BothTexts({ blocks, level }: { blocks: BothBlocks; level: 2 | 3 }) {
  const lang = useLang()
  return (
    <div class="agreement-texts">
      {langs
        .toSorted((one) => (one === lang ? -1 : 1))
        .map((one) => (
          <section class="agreement-text" lang={langTag(one)}>
            <p class="agreement-lang quiet small">
              {partWords[one === 'zh' ? 'chinese' : 'english'][one]}
            </p>
            {blocks[one].length === 0 ? (
              <Local as="p" class="quiet" lang={langTag(lang)} text={words.missingHalf} />
            ) : (
              blocks[one].map((block) => <Part block={block} level={level} />)
            )}
          </section>
        ))}
    </div>
  )
}

function Part({ block, level }: { block: Block; level: 2 | 3 }) {
  if (block.type === 'paragraph') return <p>{block.text}</p>
  if (block.type === 'heading') return <Heading level={level + block.level}>{block.text}</Heading>
  const items = block.items.map((item) => <li>{item}</li>)
  return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>
}

function Heading({ level, children }: { level: number; children: Child }) {
  if (level <= 3) return <h3>{children}</h3>
  return level === 4 ? <h4>{children}</h4> : <h5>{children}</h5>
}
