import type { LocalText } from '../../../core/text.ts'
import type { Described, DescribedFunding, Party } from '../../described/model.ts'

/** Codes of the platform: what kind of party, how the thing is shared. */
const partyTypes = { person: '1', organisation: '2' } as const
const dataset = '1'
const online = '1'
const ranges = { onCondition: '1', whole: '2' } as const

/**
 * A record as the platform of CSTR takes it (open interface, version 3): identifier, address and state are added where it
 * is sent. The two templates of the platform share these fields.
 */
export const cstrMetadata = (described: Described) => ({
  titles: inLanguages(described.title, 'name'),
  creators: orInstitution(described).map((party) => partyOf(party)),
  publisher: { names: [named(described.publisher)] },
  publish_date: String(described.publishedAt ?? described.createdAt).slice(0, 10),
  resource_type: described.kind === 'dataset' ? '11' : undefined,
  ...(described.kind === 'dataset' && { type: dataset }),
  ...present({
    descriptions: inLanguages(described.summary, 'description'),
    keywords: keywordsOf(described),
    language: described.language,
    version: described.version,
    alternative_identifiers: described.identifiers
      .filter(({ type }) => type !== 'CSTR' && type !== 'URL')
      .map(({ type, value }) => ({ type, identifier: value })),
    funders: described.funding.map((one) => funderOf(one)),
  }),
  ...(described.state === 'published' && {
    share_method: {
      channel: online,
      range: described.access.code === 'open' ? ranges.whole : ranges.onCondition,
    },
  }),
})

const inLanguages = ({ zh, en }: LocalText, key: 'name' | 'description') =>
  [
    { lang: 'zh', text: zh },
    { lang: 'en', text: en },
  ].flatMap(({ lang, text }) => (text ? [{ lang, [key]: text }] : []))

/** Somebody has to have made it: its owner, where nobody else is named. */
const orInstitution = ({ creators, publisher }: Described) =>
  creators.length > 0 ? creators : [publisher]

const named = ({ name, lang }: Party) => ({ lang: lang ?? langOf(name), name })

const langOf = (text: string) => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en')

function partyOf(party: Party) {
  const names = [named(party)]
  if (party.type !== 'Personal') return { type: partyTypes.organisation, affiliation: { names } }
  const affiliations = party.affiliations.map(({ name }) => ({
    names: [{ lang: langOf(name), name }],
  }))
  return {
    type: partyTypes.person,
    person: { names, ...(affiliations.length > 0 && { affiliations }) },
  }
}

function keywordsOf({ subjects }: Described) {
  const words = subjects.map(({ text }) => text)
  const byLang = Map.groupBy(words, langOf)
  return [...byLang].map(([lang, some]) => ({ lang, words: some }))
}

const funderOf = ({ funder, awardNumber, awardTitle }: DescribedFunding) => ({
  name: funder,
  ...present({ proj_num: awardNumber, proj_name: awardTitle }),
})

/** Without what nothing is known of. */
const present = (facts: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  )
