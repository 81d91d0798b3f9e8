import type { MenuLink } from '../../core/navigation.ts'

const part = encodeURIComponent

/** Addresses of what belongs to germplasm besides its records. */
export const germplasmPaths = {
  libraries: '/libraries',
  library: (code: string) => `/libraries/${part(code)}`,
  taxa: '/taxa',
  taxon: (id: string) => `/taxa/${part(id)}`,
  missions: '/missions',
  mission: (id: string) => `/missions/${part(id)}`,
  introduction: (recordId: string) => `/records/${part(recordId)}/introduction`,
  pedigree: (recordId: string) => `/records/${part(recordId)}/pedigree`,
  traitPictures: (recordId: string) => `/records/${part(recordId)}/trait-pictures`,
  traits: '/traits',
  trait: (id: string) => `/traits/${part(id)}`,
  trials: '/trials',
  trial: (id: string) => `/trials/${part(id)}`,
  protocols: '/test-protocols',
  protocol: (id: string) => `/test-protocols/${part(id)}`,
  constants: '/life-constants',
  viabilityDue: '/viability-due',
  regeneration: '/regeneration-queue',
  testingRule: (institutionId: string) => `/institutions/${part(institutionId)}/testing-rule`,
  tests: '/viability-tests',
  test: (id: string) => `/viability-tests/${part(id)}`,
  /** Where one dish is counted; without a fragment, for which browsers would not focus its first figure. */
  dish: (id: string, replicate: number, day?: number) =>
    `/viability-tests/${part(id)}?replicate=${replicate}${day === undefined ? '' : `&day=${day}`}`,
  /** What a scanner or a phone opens: straight to the dish. */
  scannedDish: (code: string) => `/viability-tests?code=${part(code)}`,
  testsOf: (lotId: string) => `/lots/${part(lotId)}/viability-tests`,
  seeds: (lotId: string) => `/lots/${part(lotId)}/seeds`,
  comparison: (ids: readonly string[]) =>
    `/comparison${ids.length > 0 ? `?${ids.map((id) => `accession=${part(id)}`).join('&')}` : ''}`,
} as const

/** What leads here from every page. */
export const germplasmLinks = {
  libraries: { href: germplasmPaths.libraries, text: { zh: '种质与样本资源库', en: 'Libraries' } },
  missions: { href: germplasmPaths.missions, text: { zh: '采集任务', en: 'Missions' } },
  taxa: { href: germplasmPaths.taxa, text: { zh: '分类表', en: 'Taxonomy' } },
  viability: {
    href: germplasmPaths.viabilityDue,
    text: { zh: '活力检测', en: 'Viability' },
    for: 'curators',
  },
  trials: { href: germplasmPaths.trials, text: { zh: '试验与性状', en: 'Trials and traits' } },
} as const satisfies Record<string, MenuLink>
