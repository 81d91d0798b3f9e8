import { allowAdministratorToRead } from '../../../core/permission.ts'
import { type Context as HonoContext, Hono } from 'hono'
import { ButtonLink } from '../../../web/components/button.tsx'
import { Empty } from '../../../web/components/empty.tsx'
import type { Env } from '../../../web/env.ts'
import { FormField } from '../../../web/components/form-field.tsx'
import { Day } from '../../../web/components/moment.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { type Column, Table } from '../../../web/components/table.tsx'
import { setFlash } from '../../../web/flash.ts'
import { type Filled, filledWith, Form, submitted } from '../../../web/forms.tsx'
import { useText } from '../../../web/lang.tsx'
import { page } from '../../../web/page.tsx'
import { parsed, parseOrRefuse } from '../../../web/validate.ts'
import { createPerson, searchPeople } from '../actions/people.ts'
import { NewPerson } from '../model/person.ts'
import type { PersonRow } from '../queries/people.ts'
import { passwordWords } from '../words/passwords.ts'
import { adminPeopleWords as words, institutionWords } from '../../institutions/words.ts'
import { EmailField, entryLabels, LangField, NameField } from './entry.tsx'
import { Find, ListQuery, Onwards, pageLimit } from './lists.tsx'
import { peopleLinks, peoplePaths } from '../../words/paths.ts'

type C = HonoContext<Env>
const here = `${peoplePaths.admin}/people`

/** Everybody with an account, and making one. */
export const adminPeoplePages = new Hono<Env>()
  .get(here, parsed('query', ListQuery), async (c) => {
    const { q, after } = c.req.valid('query')
    const { items, next } = await searchPeople(c.var.ctx, { q, after, limit: pageLimit })
    const crumbs = [
      { text: peopleLinks.admin.text, href: peoplePaths.admin },
      { text: words.people },
    ]
    return page(
      c,
      { title: words.people[c.var.ctx.lang], crumbs },
      <>
        <PageHead title={words.people} lead={words.peopleLead}>
          <AddPerson />
        </PageHead>
        <Find
          action={here}
          label={institutionWords.findPerson}
          submit={institutionWords.search}
          query={q}
        />
        {items.length > 0 ? <People rows={items} /> : <Nobody />}
        <Onwards here={c.req.url} next={next} />
      </>,
    )
  })
  .get(`${here}/new`, (c) => newPage(c, filledWith({ lang: 'zh' })))
  .post(`${here}/new`, (c) =>
    submitted(
      c,
      async (form) => {
        const password = form.value('password')
        const input = parseOrRefuse(NewPerson, {
          name: form.value('name'),
          email: form.value('email'),
          lang: form.value('lang'),
          ...(password && { password }),
        })
        const { id } = await createPerson(c.var.ctx, input)
        setFlash(c, words.added)
        return c.redirect(`${here}/${id}`, 303)
      },
      (form) => newPage(c, form),
    ),
  )

function newPage(c: C, form: Filled) {
  allowAdministratorToRead(c.var.ctx)
  const crumbs = [
    { text: peopleLinks.admin.text, href: peoplePaths.admin },
    { text: words.people, href: here },
    { text: words.add },
  ]
  return page(
    c,
    { title: words.add[c.var.ctx.lang], crumbs, width: 'reading', status: form.status },
    <>
      <PageHead title={words.add} />
      <Form action={`${here}/new`} form={form} submit={words.add} labels={entryLabels}>
        <NameField form={form} />
        <EmailField form={form} />
        <LangField form={form} label={words.language} />
        <FormField
          type="password"
          name="password"
          label={words.password}
          hint={{
            zh: words.passwordHint.zh + passwordWords.hint.zh,
            en: `${words.passwordHint.en} ${passwordWords.hint.en}`,
          }}
          error={form.error('password')}
          autocomplete="new-password"
        />
      </Form>
    </>,
  )
}

function AddPerson() {
  const t = useText()
  return (
    <ButtonLink href={`${here}/new`} icon="plus">
      {t(words.add)}
    </ButtonLink>
  )
}

function Nobody() {
  const t = useText()
  return (
    <Empty title={words.none} text={words.noneHint} icon="people">
      <ButtonLink href={here}>{t(words.all)}</ButtonLink>
    </Empty>
  )
}

const People = ({ rows }: { rows: readonly PersonRow[] }) => (
  <Table caption={words.people} captionUnseen columns={columns} rows={rows} keys />
)

const columns: Column<PersonRow>[] = [
  {
    key: 'name',
    label: words.name,
    head: true,
    cell: ({ id, name }) => <a href={`${here}/${id}`}>{name}</a>,
  },
  { key: 'email', label: words.email, cell: ({ email }) => email },
  {
    key: 'state',
    label: words.state,
    cell: ({ disabledAt, isAdmin }) =>
      disabledAt ? (
        <StateBadge tone="danger" text={words.disabled} />
      ) : (
        <StateBadge tone={isAdmin ? 'note' : 'good'} text={isAdmin ? words.admin : words.active} />
      ),
  },
  {
    key: 'since',
    label: words.since,
    nowrap: true,
    cell: ({ createdAt }) => <Day when={createdAt} />,
  },
]
