import type { LocalText } from '../../core/text.ts'
import { Local, useText } from '../lang.tsx'
import { paths } from '../paths.ts'
import { partWords } from '../words.ts'
import { type Image, Picture } from './pictures.tsx'
import { SearchBox } from './search-box.tsx'

type HeroProps = { title: LocalText; lead: LocalText; examples?: readonly LocalText[] }

/** The home page's head: what this is, and one box over everything. */
export function Hero({ title, lead, examples = [] }: HeroProps) {
  const t = useText()
  return (
    <div class="hero">
      <Local as="h1" text={title} />
      <Local as="p" text={lead} />
      <SearchBox id="q-home" large />
      {examples.length > 0 && (
        <p class="hero-try">
          <span>{t(partWords.tryThese)}</span>
          {examples.map((example) => (
            <Local
              as="a"
              href={`${paths.search}?q=${encodeURIComponent(t(example))}`}
              text={example}
            />
          ))}
        </p>
      )}
    </div>
  )
}

export type StripItem = { recordId: string; title: LocalText; image: Image }

/** The newest pictures in a quiet row, each leading to its record. */
export function PictureStrip({ label, items }: { label: string; items: readonly StripItem[] }) {
  return (
    <ul class="strip" aria-label={label}>
      {items.map(({ recordId, title, image }) => (
        <li>
          <a href={paths.record(recordId)}>
            <Picture
              image={{ ...image, alt: { zh: '', en: '' } }}
              sizes="(min-width: 60rem) 14rem, 11rem"
              largest="medium"
              eager
            />
            <Local as="span" class="strip-name" text={title} />
          </a>
        </li>
      ))}
    </ul>
  )
}
