import type { PageCase } from './cases.ts'

export const factCases = (collection: string): PageCase[] => [
  { name: 'facts', path: `/collections/${collection}/facts` },
  {
    name: 'facts-filtered',
    path: `/collections/${collection}/facts?sex=female&ageFrom=40&disease=E11,C00-D48`,
  },
  { name: 'facts-staff', path: `/collections/${collection}/facts`, as: 'demo-admin' },
  { name: 'sample-settings', path: `/collections/${collection}/sample-settings`, as: 'demo-admin' },
  { name: 'locator', path: '/collections/locator' },
  { name: 'locator-none', path: '/collections/locator?sex=male&type=organ&atLeast=1000000' },
  { name: 'report-human-material', path: '/reports/human-material', as: 'demo-admin' },
  {
    name: 'report-human-material-none',
    path: '/reports/human-material?year=1990',
    as: 'demo-curator',
  },
]
