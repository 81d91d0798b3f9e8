import type { MenuLink } from '../../core/navigation.ts'

const part = encodeURIComponent

/** Addresses of accounts and institutions. */
export const peoplePaths = {
  account: '/account',
  /** Below it stand the administrator's pages of every area. */
  admin: '/admin',
  forgot: '/forgot',
  register: '/register',
  institutions: '/institutions',
  institution: (id: string) => `/institutions/${part(id)}`,
} as const

/** What leads here from every page. */
export const peopleLinks = {
  account: { href: peoplePaths.account, text: { zh: '我的账户', en: 'My account' } },
  admin: {
    href: peoplePaths.admin,
    text: { zh: '系统管理', en: 'Administration' },
    for: 'administrators',
  },
} as const satisfies Record<string, MenuLink>
