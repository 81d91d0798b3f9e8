import type { MenuLink } from '../../core/navigation.ts'

const part = encodeURIComponent

/** Addresses of accounts and institutions. */
export const peoplePaths = {
  account: '/account',
  forgot: '/forgot',
  register: '/register',
  institutions: '/institutions',
  institution: (id: string) => `/institutions/${part(id)}`,
} as const

/** What leads here from every page. */
export const peopleLinks = {
  account: { href: peoplePaths.account, text: { zh: '我的账户', en: 'My account' } },
} as const satisfies Record<string, MenuLink>
