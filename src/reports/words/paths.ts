import type { MenuLink } from '../../core/navigation.ts'

/** Addresses of reports. */
export const reportPaths = {
  use: '/reports/use',
  germplasm: '/reports/germplasm',
  material: '/reports/human-material',
} as const

/** What leads here from every page. */
export const reportLinks = {
  use: { href: reportPaths.use, text: { zh: '统计与上报', en: 'Reports' } },
} as const satisfies Record<string, MenuLink>
