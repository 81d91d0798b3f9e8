type NameParts = {
  genus: string | null
  species: string | null
  subtaxa: string | null
  spauthor?: string
}

const name = /^(?<genus>\S+)(?:\s+(?<species>(?:[×x]\s+)?\S+)(?:\s+(?<rest>.*))?)?$/s
/** Behind `f.` follows a name: without one it is Linnaeus the younger. */
const rank = /(?<=^|\s)(?:subsp|ssp|var|convar|f|fo|forma|cv|group)\.?(?=\s+\S)/i
const isAuthor = (text: string) => /^[(\p{Lu}]/u.test(text)
/** In lower case among authors: `R.Br. ex Vis.`, `L. sensu lato`. */
const joining =
  'ex|et|in|and|von|van|der|den|zu|de|du|da|do|di|del|dos|la|le|sensu|auct|non|nec|emend|hort|pro'
/** `Zea mays L. mays`: an epithet behind an author, without its rank. */
const epithet = new RegExp(
  `(?<=\\s)(?<!(?:^|\\s)(?:${joining})\\.?\\s+)(?!(?:${joining})\\s)\\p{Ll}[\\p{Ll}-]{2,}(?=\\s|$)`,
  'u',
)

/** `Zea mays L. subsp. mays`: genus, species, who named it, and what is below the species, as it is written. */
export function namePartsOf(raw: string): NameParts {
  const { genus = null, species = null, rest = '' } = name.exec(raw.trim())?.groups ?? {}
  const below = startOfSubtaxa(rest)
  const author = rest.slice(0, below).trim()
  return { genus, species, subtaxa: rest.slice(below) || null, ...(author && { spauthor: author }) }
}

const startOfSubtaxa = (rest: string): number =>
  rank.exec(rest)?.index ?? (isAuthor(rest) ? (epithet.exec(rest)?.index ?? rest.length) : 0)
