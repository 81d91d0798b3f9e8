import type { Text } from '../../../core/text.ts'
import { type EventKind, eventKinds, type EventToNote } from '../../../samples/samples/model.ts'
import { codeOf, type Terms } from '../../values/rules/codes.ts'
import { sampleImportWords as words } from '../words.ts'

/** When it happened, or how old the donor was: what stands behind the kind of an event. */
const when = /^(.*\S)\s+(\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?)?)?)$/
const age = /^(.*\S)\s+(\d{1,5}(?:\.\d{1,2})?)\s+(\S.*)$/

/** `collection 2024-03-01`, `freeze 45 years`, `processing`: an event as a cell has it, by codes; or what is wrong with it. */
export function eventText(
  text: string,
  vocabularies: ReadonlyMap<string, Terms>,
): string | { fault: Text } {
  const [, named = text, moment, unit = null] = when.exec(text) ?? age.exec(text) ?? []
  const kind = codeIn(vocabularies, 'eventKind', named)
  const ageUnit = unit === null ? null : codeIn(vocabularies, 'miabis_age_unit', unit)
  if (kind === undefined || ageUnit === undefined) return { fault: words.notAnEvent(text) }
  return [kind, moment, ageUnit].filter(Boolean).join(' ')
}

function codeIn(vocabularies: ReadonlyMap<string, Terms>, name: string, text: string) {
  const terms = vocabularies.get(name)
  return terms && codeOf(text, name, terms)
}

/** What such a text says. */
export function eventOf(text: string): EventToNote {
  const [kind = '', moment = null, ageUnit = null] = text.split(' ')
  return {
    kind: eventKinds.find((one): one is EventKind => one === kind) ?? 'processing',
    ...(ageUnit === null ? { happenedOn: moment } : { age: Number(moment), ageUnit }),
  }
}

/** Events of a file that a sample does not have yet: one that stands there twice happened twice. */
export function furtherEvents(
  given: readonly string[],
  known: readonly string[],
): readonly string[] {
  const left = [...known]
  return given.filter((one) => {
    const at = left.indexOf(one)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
