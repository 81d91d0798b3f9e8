import type { Issue } from '../../core/problem.ts'
import type { Text } from '../../core/text.ts'
import type { Answers, Field } from './model.ts'
import { answerWords as words } from './words.ts'

type AnswersAndFiles = { answers: Answers; files: readonly string[] }

/** Every problem with the answers to a form, each under the path of its field. */
export function issuesOfAnswers(
  fields: readonly Field[],
  { answers, files }: AnswersAndFiles,
): Issue[] {
  const known = new Set(fields.map(({ key }) => key))
  const wrong = fields.flatMap((field) => {
    const message = messageFor(field, { answers, files })
    return message ? [issueAt(field.key, message)] : []
  })
  const unknown = [...new Set([...Object.keys(answers), ...files])].filter((key) => !known.has(key))
  return [...wrong, ...unknown.map((key) => issueAt(key, words.unknown))]
}

const issueAt = (key: string, message: Text): Issue => ({ path: `answers.${key}`, message })

function messageFor(field: Field, { answers, files }: AnswersAndFiles): Text | undefined {
  const answer = answers[field.key]
  const hasFile = files.includes(field.key)
  if (field.type === 'file') {
    if (answer !== undefined) return words.sendFile
    return field.required && !hasFile ? words.fileNeeded : undefined
  }
  if (hasFile) return words.noFile
  if (answer === undefined || answer === '') return field.required ? words.needed : undefined
  return wrongKind(field, answer)
}

function wrongKind({ type, choices = [] }: Field, answer: string | number | boolean) {
  if (type === 'number') return Number.isFinite(answer) ? undefined : words.number
  if (type === 'yes_no') return typeof answer === 'boolean' ? undefined : words.yesOrNo
  if (typeof answer !== 'string') return words.text
  return type === 'choice' && !choices.includes(answer) ? words.choice : undefined
}
