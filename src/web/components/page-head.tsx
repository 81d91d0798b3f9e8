import type { Child } from 'hono/jsx'
import type { LocalText } from '../../core/text.ts'
import { Local } from '../lang.tsx'

type Props = { title: LocalText; lead?: LocalText; children?: Child }

/** What the page is, in its first lines, and its one main action. */
export function PageHead({ title, lead, children }: Props) {
  return (
    <div class="page-head">
      <div>
        <h1>
          <Local text={title} />
        </h1>
        {lead && (
          <p>
            <Local text={lead} />
          </p>
        )}
      </div>
      {children && <div class="page-actions">{children}</div>}
    </div>
  )
}

type SectionProps = {
  title: LocalText
  id?: string
  more?: { text: LocalText; href: string }
  children?: Child
}

/** A part of a page under its own heading. */
export function Section({ title, id, more, children }: SectionProps) {
  return (
    <section class="section">
      <div class="section-head">
        <h2 id={id}>
          <Local text={title} />
        </h2>
        {more && (
          <a href={more.href}>
            <Local text={more.text} />
          </a>
        )}
      </div>
      {children}
    </section>
  )
}
