import type { Issue } from '../../core/problem.ts'
import type { Text } from '../../core/text.ts'
import { dayIn } from '../../core/time.ts'
import { Email } from '../../people/accounts/model/person.ts'
import type { Answer, Answers, Field, FieldType } from './model.ts'
import { answerWords as words, conditionWords } from './words.ts'

type AnswersAndFiles = { answers: Answers; files: readonly string[] }

/** Every problem with the answers to a form, each under the path of its field. What a condition hides is not asked. */
export function issuesOfAnswers(
  fields: readonly Field[],
  { answers, files }: AnswersAndFiles,
): Issue[] {
  const known = new Set(fields.map(({ key }) => key))
  const wrong = shownFields(fields, answers).flatMap((field) => {
    const message = messageFor(field, { answers, files })
    return message ? [issueAt(field.key, message)] : []
  })
  const unknown = [...new Set([...Object.keys(answers), ...files])].filter((key) => !known.has(key))
  return [...wrong, ...unknown.map((key) => issueAt(key, words.unknown))]
}

/** The fields that are asked, given these answers: those without a condition, and those whose condition is met. */
export function shownFields(fields: readonly Field[], answers: Answers): Field[] {
  const shown = new Set<string>()
  return fields.filter(({ key, when }) => {
    const isShown = !when || (shown.has(when.field) && hasAnswer(answers, when))
    if (isShown) shown.add(key)
    return isShown
  })
}

function hasAnswer(answers: Answers, { field, is }: NonNullable<Field['when']>): boolean {
  const answer = answerTo(answers, field)
  return Array.isArray(answer) ? answer.some((one) => one === is) : answer === is
}

/** What is kept of the answers: those to fields that are asked, without blank ones. */
export function keptAnswers(fields: readonly Field[], answers: Answers): Answers {
  const kept = shownFields(fields, answers).flatMap(({ key }) => {
    const answer = answerTo(answers, key)
    return answer === undefined || isBlank(answer) ? [] : [[key, answer] as const]
  })
  return Object.fromEntries(kept)
}

/** What is kept of the files: those of file fields that are asked. */
export function keptFiles<File extends { field: string | null }>(
  fields: readonly Field[],
  { answers, files }: { answers: Answers; files: readonly File[] },
): File[] {
  const asked = shownFields(fields, answers).map(({ key }) => key)
  return files.filter(({ field }) => field !== null && asked.includes(field))
}

/** A key may be any name, also one that every object has. */
const answerTo = (answers: Answers, key: string): Answer | undefined =>
  Object.hasOwn(answers, key) ? answers[key] : undefined

const isBlank = (answer: Answer) =>
  Array.isArray(answer)
    ? answer.every((row) => Array.isArray(row) && row.every((cell) => cell.trim() === ''))
    : typeof answer === 'string' && answer.trim() === ''

const issueAt = (key: string, message: Text): Issue => ({ path: `answers.${key}`, message })

function messageFor(field: Field, { answers, files }: AnswersAndFiles): Text | undefined {
  const { key, type, required } = field
  const answer = answerTo(answers, key)
  const hasFile = files.includes(key)
  if (type === 'label') return answer !== undefined || hasFile ? words.onlyShown : undefined
  if (type === 'file') return messageForFile(answer, { hasFile, required })
  if (hasFile) return words.noFile
  if (answer === undefined || isBlank(answer)) return required ? words.needed : undefined
  return isRight[type](answer, field) ? undefined : messages[type](field)
}

type FileFacts = { hasFile: boolean; required: boolean }

function messageForFile(answer: Answer | undefined, { hasFile, required }: FileFacts) {
  if (answer !== undefined) return words.sendFile
  return required && !hasFile ? words.fileNeeded : undefined
}

type Answered = Exclude<FieldType, 'file' | 'label'>
const isString = (answer: Answer) => typeof answer === 'string'

const isRight: Record<Answered, (answer: Answer, field: Field) => boolean> = {
  text: isString,
  long: isString,
  number: (answer) => Number.isFinite(answer),
  date: (answer) => typeof answer === 'string' && dayIn(answer) !== undefined,
  email: (answer) => Email.safeParse(answer).success,
  choice: (answer, { choices = [] }) => typeof answer === 'string' && choices.includes(answer),
  choices: (answer, { choices = [] }) => areChoices(answer, choices),
  yes_no: (answer) => typeof answer === 'boolean',
  table: (answer, { columns = [] }) => isTable(answer, columns.length),
}

const messages: Record<Answered, (field: Field) => Text> = {
  text: () => words.text,
  long: () => words.text,
  number: () => words.number,
  date: () => words.date,
  email: () => words.email,
  choice: () => words.choice,
  choices: () => words.choices,
  yes_no: () => words.yesOrNo,
  table: ({ columns = [] }) => words.table(columns),
}

const isTable = (answer: Answer, width: number) =>
  Array.isArray(answer) && answer.every((row) => Array.isArray(row) && row.length === width)

const areChoices = (answer: Answer, choices: readonly string[]) =>
  Array.isArray(answer) &&
  new Set<unknown>(answer).size === answer.length &&
  answer.every((one) => typeof one === 'string' && choices.includes(one))

type Condition = { at: number; message: Text }

/**
 * Conditions that can never be decided, each at the place of its field. A condition is about a field above its own,
 * so that none is circular.
 */
export function conditionIssues(fields: readonly Field[]): Condition[] {
  return fields.flatMap(({ when }, at) => {
    const message = when && messageOfCondition(fields, { when, at })
    return message ? [{ at, message }] : []
  })
}

type Asked = { when: NonNullable<Field['when']>; at: number }

function messageOfCondition(fields: readonly Field[], { when, at }: Asked): Text | undefined {
  const place = fields.findIndex(({ key }) => key === when.field)
  const other = fields[place]
  if (!other) return conditionWords.gone
  if (place >= at) return conditionWords.later
  return answersOf(other).includes(when.is) ? undefined : conditionWords.noAnswer
}

/** The answers that a condition may ask for; none where a field has no list of them. */
export function answersOf({
  type,
  choices = [],
}: Pick<Field, 'type' | 'choices'>): readonly (string | boolean)[] {
  if (type === 'yes_no') return [true, false]
  return type === 'choice' || type === 'choices' ? choices : []
}

/** A choice in both languages: `水稻 | Rice`; one that has no bar is the same in both. */
export function textOfChoice(choice: string): Text {
  const [zh = '', en = ''] = choice.split('|').map((half) => half.trim())
  return { zh: zh || en || choice, en: en || zh || choice }
}
