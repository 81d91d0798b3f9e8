import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { aboutWords as words } from './about.words.ts'
import { PageHead } from './components/navigation.tsx'
import type { Env } from './env.ts'
import { Local } from './lang.tsx'
import { page } from './page.tsx'
import { paths } from './paths.ts'
import type { Text } from '../core/text.ts'

/** Help and privacy: short, and true of what is here now. */
export const aboutPages = new Hono<Env>()
  .get(paths.help, (c) => {
    const { lang } = c.var.ctx
    const title = words.help.title
    const about = { title: title[lang], width: 'reading', crumbs: [{ text: title }] } as const
    return page(c, about, <Help />)
  })
  .get(paths.privacy, (c) => {
    const { lang } = c.var.ctx
    const title = words.privacy.title
    const about = { title: title[lang], width: 'reading', crumbs: [{ text: title }] } as const
    return page(c, about, <Privacy />)
  })

function Help() {
  return (
    <>
      <PageHead title={words.help.title} lead={words.help.lead} />
      <div class="prose">
        <Part id="search" title={words.help.searching} lines={words.help.searchLines} />
        <Part id="get" title={words.help.getting} lines={words.help.gettingLines} />
        <Part id="keys" title={words.help.keys}>
          <ul>
            {words.help.keyLines.map(({ key, text }) => (
              <li>
                <kbd>{key}</kbd> <Local text={text} />
              </li>
            ))}
          </ul>
        </Part>
        <Part id="open-data" title={words.help.openData} lines={words.help.openDataLines}>
          <p>
            <Local as="a" href={paths.apiDocs} text={words.help.apiDocs} />
          </p>
        </Part>
        <Part id="wrong" title={words.help.wrong} lines={words.help.wrongLines} />
      </div>
    </>
  )
}

const Privacy = () => (
  <>
    <PageHead title={words.privacy.title} lead={words.privacy.lead} />
    <div class="prose">
      <Part id="kept" title={words.privacy.kept} lines={words.privacy.keptLines} />
      <Part id="cookies" title={words.privacy.cookies} lines={words.privacy.cookieLines} />
      <Part id="shown" title={words.privacy.shown} lines={words.privacy.shownLines} />
    </div>
  </>
)

type PartProps = { id: string; title: Text; lines?: readonly Text[]; children?: Child }

function Part({ id, title, lines, children }: PartProps) {
  return (
    <>
      <Local as="h2" id={id} text={title} />
      {lines && (
        <ul>
          {lines.map((line) => (
            <Local as="li" text={line} />
          ))}
        </ul>
      )}
      {children}
    </>
  )
}
