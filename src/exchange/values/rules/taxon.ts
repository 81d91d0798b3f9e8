type NameParts = {
  genus: string | null
  species: string | null
  subtaxa: string | null
  spauthor?: string
}

const name = /^(?<genus>\S+)(?:\s+(?<species>\S+)(?:\s+(?<rest>.*))?)?$/s
/** Behind `f.` follows a name: without one it is Linnaeus the younger. */
const rank = /(?<=^|\s)(?:subsp|ssp|var|convar|f|fo|forma|cv|group)\.?(?=\s+\S)/i
const isAuthor = (text: string) => /^[(\p{Lu}]/u.test(text)

/** `Zea mays L. subsp. mays`: genus, species, who named it, and what is below the species, as it is written. */
export function namePartsOf(raw: string): NameParts {
  const { genus = null, species = null, rest = '' } = name.exec(raw.trim())?.groups ?? {}
  const below = startOfSubtaxa(rest)
  const author = rest.slice(0, below).trim()
  return { genus, species, subtaxa: rest.slice(below) || null, ...(author && { spauthor: author }) }
}

const startOfSubtaxa = (rest: string): number =>
  rank.exec(rest)?.index ?? (isAuthor(rest) ? rest.length : 0)
