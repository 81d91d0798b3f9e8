import type { LocalText } from '../../core/text.ts'
import { Local, useText } from '../lang.tsx'
import { paths } from '../paths.ts'
import { frameWords } from '../words.ts'

export type Crumb = { text: LocalText; href?: string }

/** 首页 / 种质 / 饲草 / 紫花苜蓿: the last is where one is. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useText()
  const all: Crumb[] = [{ text: frameWords.home, href: paths.home }, ...crumbs]
  return (
    <nav class="crumbs bar" aria-label={t(frameWords.breadcrumbs)}>
      <ol>
        {all.map(({ text, href }, index) => (
          <li>
            {href && index < all.length - 1 ? (
              <a href={href}>
                <Local text={text} />
              </a>
            ) : (
              <span aria-current={index === all.length - 1 ? 'page' : undefined}>
                <Local text={text} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
