import type { MenuLink } from '../../core/navigation.ts'

const part = encodeURIComponent

/** Addresses of these pages. */
export const depositPaths = {
  mine: '/deposits',
  newProject: '/deposits/projects/new',
  project: (id: string) => `/deposits/projects/${part(id)}`,
  editProject: (id: string) => `/deposits/projects/${part(id)}/edit`,
  newItem: (id: string) => `/deposits/projects/${part(id)}/items`,
  one: (id: string) => `/deposits/${part(id)}`,
  edit: (id: string) => `/deposits/${part(id)}/edit`,
  checks: '/deposits/checks',
  checked: (id: string) => `/deposits/checks?deposit=${part(id)}#deposit`,
  settings: '/deposits/settings',
  institution: (id: string) => `/institutions/${part(id)}/deposits`,
  receipt: (number: string) => `/receipts/${part(number)}`,
} as const

/** What leads here from every page. */
export const depositLinks = {
  mine: { href: depositPaths.mine, text: { zh: '数据汇交', en: 'Data deposits' } },
  checks: {
    href: depositPaths.checks,
    text: { zh: '待审核的汇交', en: 'Deposits to review' },
    for: 'curators',
  },
} as const satisfies Record<string, MenuLink>
