import type { Context as HonoContext } from 'hono'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Typed } from '../core/form.ts'
import { type Issue, Problem, type ProblemFacts } from '../core/problem.ts'
import type { LocalText, Text } from '../core/text.ts'
import { refuseNoText, seenText } from '../core/typed-text.ts'
import { Button } from './components/button.tsx'
import { ErrorSummary, errorAt, type FieldLabels, Toast } from './components/messages.tsx'
import type { Env } from './env.ts'
import { useText } from './lang.tsx'
import { readForm, type SentForm, unreadableForm } from './multipart.ts'
import { statusOf } from './problem.ts'
import { carriedBy, isShownAgain } from './shown-again.tsx'

/** What was typed into a form, and what was wrong with it when it comes back. */
export type Filled = {
  typed: Typed
  value(name: string): string
  values(name: string): readonly string[]
  error(path: string): LocalText | undefined
  issues: readonly Issue[]
  /** What is wrong with the whole of it. */
  refusal: Text | undefined
  /** What else was said with it: objections, other times. */
  facts: ProblemFacts
  status: ContentfulStatusCode
}

/** A form as it opens: with what is there already. */
export const filledWith = (values: Record<string, string | null | undefined> = {}): Filled =>
  filled(
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ? [value] : []])),
  )

/** The same where a name may have several values. */
export const filledIn = (values: Typed): Filled => filled(values)

/** What was typed into a part of a form whose names begin with `at`; `namedUnder` puts it back there. */
export const typedWithin = (at: string, typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, values]) =>
      name.startsWith(`${at}.`) ? [[name.slice(at.length + 1), values]] : [],
    ),
  )

export const namedUnder = <T,>(at: string, named: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(named).map(([name, value]) => [`${at}.${name}`, value]))

/**
 * Does what a form asks, or shows it again with what was typed and each refusal beside its field.
 * What is not there any more has a page of its own.
 */
export async function submitted(
  c: HonoContext<Env>,
  work: (form: Filled) => Promise<Response>,
  showAgain: (form: Filled) => Response | Promise<Response>,
): Promise<Response> {
  const sent = await sentTexts(c)
  const typed = seenTexts(sent)
  const checked = async () => {
    refuseNoText(sent)
    return work(filled(typed))
  }
  return attempted(c, { typed, work: checked, showAgain })
}

/** A form that is drawn again although nothing was refused. The language and theme switches keep what was typed into it. */
export function previewedForm(c: HonoContext<Env>, form: Filled): Filled {
  c.set('sent', { form, by: 'form' })
  return form
}

type UploadForm = {
  maxFileBytes: number
  work: (sent: SentForm, form: Filled) => Promise<Response>
  showAgain: (form: Filled) => Response | Promise<Response>
}

/** The same for a form with files. What was read before a refusal is shown again. */
export const uploaded = async (
  c: HonoContext<Env>,
  { maxFileBytes, work, showAgain }: UploadForm,
): Promise<Response> =>
  received(c, {
    work: async (sent) => work(await readForm(c, { maxFileBytes }, sent), filled(sent.texts)),
    showAgain,
  })

type ReceivedForm = Pick<UploadForm, 'showAgain'> & { work: (sent: SentForm) => Promise<Response> }

/** The same where `work` reads the files itself, as they come: `sent` has the texts before them. */
export async function received(
  c: HonoContext<Env>,
  { work, showAgain }: ReceivedForm,
): Promise<Response> {
  // Switches carry no files.
  const texts = isShownAgain(c) ? seenTexts(await sentTexts(c)) : {}
  const sent: SentForm = { texts, files: {} }
  return attempted(c, { typed: sent.texts, work: async () => work(sent), showAgain })
}

/** What a form sent, where a refusal has a page of its own. */
export async function sentForm(c: HonoContext): Promise<Filled> {
  const sent = await sentTexts(c)
  refuseNoText(sent)
  return filled(seenTexts(sent))
}

type Attempt = {
  /** What was typed: as far as it was read when something is refused. */
  typed: Typed
  work: () => Promise<Response>
  showAgain: (form: Filled) => Response | Promise<Response>
}

async function attempted(
  c: HonoContext<Env>,
  { typed, work, showAgain }: Attempt,
): Promise<Response> {
  const show = (problem?: Problem) => {
    const form = filled(typed, problem)
    c.set('sent', { form, ...(problem && { problem }), by: 'form' })
    const { retryAfterSeconds } = problem?.facts ?? {}
    if (retryAfterSeconds !== undefined) c.header('retry-after', String(retryAfterSeconds))
    return showAgain(form)
  }
  if (isShownAgain(c)) return show((await carriedBy(c)).problem)
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem) || error.kind === 'not-found') throw error
    return show(error)
  }
}

export type FormProps = {
  action: string
  form: Filled
  submit: LocalText
  look?: 'primary' | 'plain' | 'danger' | undefined
  /** Whether a file goes with it. */
  withFile?: boolean
  labels?: FieldLabels
  /** Keeps ids apart from those of another form of the page: its fields have it too. */
  scope?: string | undefined
  /** What stands before the button: fields, hidden inputs, an explanation. */
  children?: Child
}

/** At the head of a page, for forms that do not show what was refused themselves. */
export function Refused({ form }: { form: Filled | undefined }) {
  const text = form?.refusal ?? form?.issues[0]?.message
  return text ? <Toast text={text} tone="danger" /> : <></>
}

/** A form that posts: what is wrong at its head, its fields, its one button. */
export function Form(props: FormProps) {
  const { action, form, submit, look = 'primary', withFile, labels, scope, children } = props
  return (
    <form
      class="stacked-form"
      method="post"
      action={action}
      novalidate
      {...(withFile && { enctype: 'multipart/form-data' })}
    >
      {form.refusal && <Toast text={form.refusal} tone="danger" />}
      <ErrorSummary issues={form.issues} {...{ labels, scope }} />
      {children}
      <div class="form-actions">
        <Button look={look} text={submit} />
      </div>
    </form>
  )
}

type ActProps = {
  action: string
  text: LocalText
  look?: 'plain' | 'quiet' | 'primary'
  /** Says what the button acts on where the word alone does not. */
  label?: string
  fields?: Readonly<Record<string, string>>
}

/** One button that does one thing, at once: what cannot be taken back is a `SmallForm`, which says so first. */
export function ActButton({ action, text, look = 'plain', label, fields = {} }: ActProps) {
  const t = useText()
  return (
    <form class="act" method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button look={look} dense={look !== 'primary'} {...(label && { label })}>
        {t(text)}
      </Button>
    </form>
  )
}

function filled(typed: Typed, problem?: Problem): Filled {
  const issues = problem?.facts.issues ?? []
  return {
    typed,
    value: (name) => typed[name]?.[0] ?? '',
    values: (name) => typed[name] ?? [],
    error: (path) => errorAt(issues, path),
    issues,
    refusal: problem && issues.length === 0 ? problem.detail : undefined,
    facts: problem?.facts ?? {},
    status: problem ? statusOf[problem.kind] : 200,
  }
}

const seenTexts = (sent: Typed): Record<string, string[]> =>
  Object.fromEntries(Object.entries(sent).map(([name, texts]) => [name, texts.map(seenText)]))

async function sentTexts(c: HonoContext): Promise<Typed> {
  if (isShownAgain(c)) return (await carriedBy(c)).typed
  const body = await c.req.parseBody({ all: true }).catch(() => {
    throw unreadableForm()
  })
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string'),
    ]),
  )
}
