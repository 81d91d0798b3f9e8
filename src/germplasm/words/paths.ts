import type { NavLink } from '../../core/navigation.ts'

const part = encodeURIComponent

/** Addresses of what belongs to germplasm besides its records. */
export const germplasmPaths = {
  libraries: '/libraries',
  library: (code: string) => `/libraries/${part(code)}`,
  taxa: '/taxa',
  taxon: (id: string) => `/taxa/${part(id)}`,
} as const

/** What leads here from every page. */
export const germplasmLinks = {
  libraries: { href: germplasmPaths.libraries, text: { zh: '种质与样本资源库', en: 'Libraries' } },
  taxa: { href: germplasmPaths.taxa, text: { zh: '分类表', en: 'Taxonomy' } },
} as const satisfies Record<string, NavLink>
