import type { MenuLink } from '../../core/navigation.ts'

/** Addresses of the catalogue’s own pages. */
export const catalogPaths = {
  desk: '/desk',
  synonyms: '/synonyms',
  vocabularies: '/vocabularies',
  terms: '/vocabulary-terms',
  synonymGroup: (id: string) => `/synonyms/${encodeURIComponent(id)}`,
} as const

/** What leads here from every page. */
export const catalogLinks = {
  desk: {
    href: catalogPaths.desk,
    text: { zh: '我管理的资源', en: 'My records' },
    for: 'curators',
  },
  synonyms: {
    href: catalogPaths.synonyms,
    text: { zh: '同义词表', en: 'Synonyms' },
    for: 'curators',
  },
} as const satisfies Record<string, MenuLink>
