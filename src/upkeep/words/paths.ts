import type { MenuLink } from '../../core/navigation.ts'

const part = encodeURIComponent

/** Addresses of where the staff of an instrument keep it, and of trainings. */
export const upkeepPaths = {
  trainings: '/trainings',
  training: (instrumentId: string, id: string) =>
    `/instruments/${part(instrumentId)}/trainings/${part(id)}`,
  upkeepDue: '/upkeep',
  /** Outages, problems, plans. */
  upkeep: (id: string) => `/instruments/${part(id)}/upkeep`,
  qualifications: (id: string) => `/instruments/${part(id)}/qualifications`,
  label: (id: string) => `/instruments/${part(id)}/label`,
} as const

/** What leads here from every page. */
export const upkeepLinks = {
  trainings: {
    href: upkeepPaths.trainings,
    text: { zh: '培训与资格', en: 'Training and qualifications' },
  },
  due: {
    href: upkeepPaths.upkeepDue,
    text: { zh: '维护与校准', en: 'Maintenance and calibration' },
    for: 'staff',
  },
} as const satisfies Record<string, MenuLink>

/** From an instrument's page to where its staff keep it. */
export const upkeepLink = { text: { zh: '运行维护', en: 'Maintenance' }, href: upkeepPaths.upkeep }
