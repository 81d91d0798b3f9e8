import type { Text } from './text.ts'

export type NavLink = { href: string; text: Text }

/** Who has use for a link: who decides about something, who keeps records, administrators, everybody in a demo. */
export type Audience = 'staff' | 'curators' | 'administrators' | 'demo'

/** A link in the menu of who is signed in; without `for`, everybody has it. */
export type MenuLink = NavLink & { for?: Audience }

/** The links of areas that the frame of every page shows; `src/navigation.ts` composes them. */
export type Navigation = {
  header: readonly NavLink[]
  menu: readonly MenuLink[]
  /** Lists of a curator's work beside the one of all records that they keep. */
  desk: readonly NavLink[]
  footer: readonly NavLink[]
}

/** The administrator's pages: those of every area stand below this one. */
export const adminLink = {
  href: '/admin',
  text: { zh: '系统管理', en: 'Administration' },
  for: 'administrators',
} as const satisfies MenuLink
