import type { Text } from '../../core/text.ts'
import type { DepositState, Side } from '../plans/model.ts'
import { packageWords as words } from './words.ts'

/** Who may give which command in which state, and the next state; what is not here is refused. */
const lifecycle = {
  promised: {
    beginning: { who: 'depositor', next: 'draft' },
    ending: { who: 'unit', next: 'ended' },
  },
  draft: {
    submission: { who: 'depositor', next: 'unit_check' },
    ending: { who: 'unit', next: 'ended' },
  },
  unit_check: {
    recall: { who: 'depositor', next: 'draft' },
    approval: { who: 'unit', next: 'centre_check' },
    return: { who: 'unit', next: 'returned' },
  },
  centre_check: {
    acceptance: { who: 'centre', next: 'receipted' },
    return: { who: 'centre', next: 'returned' },
  },
  returned: {
    submission: { who: 'depositor', next: 'unit_check' },
    ending: { who: 'unit', next: 'ended' },
  },
  receipted: {},
  ended: {},
} as const satisfies Record<
  DepositState,
  Readonly<Record<string, { who: Side; next: DepositState }>>
>

export const commands = [
  'beginning',
  'submission',
  'recall',
  'approval',
  'acceptance',
  'return',
  'ending',
] as const
export type Command = (typeof commands)[number]

type Step = { who: Side; next: DepositState }
const table: Readonly<Record<DepositState, Partial<Record<Command, Step>>>> = lifecycle

/** What a command does in a state: who gives it and what follows; undefined where it cannot be given. */
export const stepOf = (state: DepositState, command: Command): Step | undefined =>
  table[state][command]

/** The commands that somebody on these sides may give now. */
export const commandsFor = (state: DepositState, on: readonly Side[]): Command[] =>
  commands.filter((command) => {
    const step = stepOf(state, command)
    return step !== undefined && on.includes(step.who)
  })

/** Who checks in a state. */
export const checkerIn = (state: DepositState): 'unit' | 'centre' | undefined =>
  state === 'unit_check' ? 'unit' : state === 'centre_check' ? 'centre' : undefined

/** What is known of a package when it is to be submitted. */
export type PackageFacts = {
  /** Labels of the fields of the description that are empty, and what else is wrong with it. */
  fields: readonly Text[]
  /** What stands in the way of publishing the draft version; undefined where there is no draft. */
  files: readonly { code: string; detail: Text }[] | undefined
  missingParts: readonly Text[]
  openRemarks: number
}

export type Objection = { code: 'fields' | 'version' | 'files' | 'part' | 'remarks'; detail: Text }

/** Everything that a package lacks; `[]`: it can be submitted. */
export function objectionsToSubmission(facts: PackageFacts): Objection[] {
  const { fields, files, missingParts, openRemarks } = facts
  return [
    ...(fields.length > 0
      ? [{ code: 'fields' as const, detail: words.fieldsMissing(listed(fields)) }]
      : []),
    ...(files
      ? files.map(({ detail }) => ({ code: 'files' as const, detail }))
      : [{ code: 'version' as const, detail: words.noDraft }]),
    ...missingParts.map((part) => ({ code: 'part' as const, detail: words.partMissing(part) })),
    ...(openRemarks > 0
      ? [{ code: 'remarks' as const, detail: words.remarkOpen(openRemarks) }]
      : []),
  ]
}

const listed = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join('、'),
  en: texts.map(({ en }) => en).join(', '),
})
