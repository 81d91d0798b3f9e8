import type { MenuLink } from '../../core/navigation.ts'

const part = encodeURIComponent

/** Addresses of what germplasm banks keep besides accessions. */
export const germplasmPaths = {
  traits: '/traits',
  trait: (id: string) => `/traits/${part(id)}`,
  trials: '/trials',
  trial: (id: string) => `/trials/${part(id)}`,
  comparison: (ids: readonly string[]) =>
    `/comparison${ids.length > 0 ? `?${ids.map((id) => `accession=${part(id)}`).join('&')}` : ''}`,
} as const

/** What leads here from every page. */
export const germplasmLinks = {
  trials: { href: germplasmPaths.trials, text: { zh: '试验与性状', en: 'Trials and traits' } },
} as const satisfies Record<string, MenuLink>
