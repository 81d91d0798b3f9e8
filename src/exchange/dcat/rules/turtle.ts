import {
  isThing,
  type Literal,
  type Name,
  prefixes,
  type Statement,
  type Term,
  type Thing,
} from './terms.ts'

/** Things as Turtle (RDF 1.1): those with an address each by itself, those without where they are named. */
export function turtle(things: readonly Thing[]): string {
  const heads = Object.entries(prefixes).map(([name, iri]) => `@prefix ${name}: <${iri}> .`)
  return `${heads.join('\n')}\n\n${withParts(things).map(block).join('\n')}`
}

/** Things and those that they name, each once. */
function withParts(things: readonly Thing[]): Thing[] {
  const found = new Map<string, Thing>()
  const visit = (one: Thing) => {
    if (one.iri !== null) {
      if (found.has(one.iri)) return
      found.set(one.iri, one)
    }
    for (const [, term] of one.said) if (isThing(term)) visit(term)
  }
  for (const one of things) visit(one)
  return [...found.values()]
}

const block = ({ iri, types, said }: Thing): string =>
  `<${iri}> ${[`a ${types.join(', ')}`, ...said.map(statement)].join(' ;\n  ')} .\n`

const statement = ([name, term]: Statement): string => `${name} ${written(term)}`

function written(term: Term): string {
  if (!isThing(term)) return 'iri' in term ? `<${term.iri}>` : literal(term)
  if (term.iri !== null) return `<${term.iri}>`
  return `[ ${[`a ${term.types.join(', ')}`, ...term.said.map(statement)].join(' ; ')} ]`
}

const literal = ({ text, lang, type }: Literal): string =>
  `"${escaped(text)}"${lang ? `@${lang}` : type ? `^^${type satisfies Name}` : ''}`

const marks: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

const escaped = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- these have to be written by their numbers
    .replaceAll(/[\u0000-\u001f"\\]/g, (mark) => marks[mark] ?? numbered(mark))

const numbered = (mark: string) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`
