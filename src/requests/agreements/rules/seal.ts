import { z } from 'zod'
import { portableSha256 } from '../../../core/digest.ts'
import type { LocalText, Text } from '../../../core/text.ts'
import { type Block, linesOf, rendered, type Values } from './text.ts'

const shownBlock = z.discriminatedUnion('type', [
  z.object({ type: z.literal('heading'), level: z.int(), text: z.string() }),
  z.object({ type: z.literal('paragraph'), text: z.string() }),
  z.object({ type: z.literal('list'), start: z.int().nullable(), items: z.array(z.string()) }),
])

/** An agreement as somebody was shown it: the whole of what they accept. */
export const ShownText = z.object({
  title: z.object({ zh: z.string().nullable(), en: z.string().nullable() }),
  number: z.int().describe('Which version of the text'),
  zh: z.array(shownBlock),
  en: z.array(shownBlock),
})
export type ShownText = z.output<typeof ShownText>

type Published = { title: LocalText; number: number; body: Text }

/** A published text with the facts of a request. */
export const shownText = ({ title, number, body }: Published, values: Values): ShownText => ({
  title,
  number,
  zh: rendered(body.zh, values, 'zh'),
  en: rendered(body.en, values, 'en'),
})

/** SHA-256 of what was shown. It is computed from the parts in their order, for a database keeps its own. */
export const hashOfShown = (shown: ShownText): string =>
  hashOf([
    [shown.title.zh, shown.title.en],
    shown.number,
    shown.zh.map(partsOf),
    shown.en.map(partsOf),
  ])

/** SHA-256 of a text as it is published. */
export const hashOfBody = ({ zh, en }: Text): string => hashOf([zh, en])

/** A text as it is kept: its lines end alike, whatever it was typed with. */
export const keptBody = ({ zh, en }: LocalText): LocalText => ({ zh: kept(zh), en: kept(en) })

const kept = (body: string | null) => body && linesOf(body).join('\n')

const partsOf = (block: Block) =>
  block.type === 'list'
    ? [block.type, block.start, block.items]
    : [block.type, block.type === 'heading' ? block.level : null, block.text]

function hashOf(parts: unknown): string {
  const hash = portableSha256()
  hash.update(new TextEncoder().encode(JSON.stringify(parts)))
  return hash.digest()
}
