import type { PageCase } from './cases.ts'

/** How the stored files of a dataset are kept. */
export const keepingCases = (dataset: string): PageCase[] =>
  [
    { name: 'integrity', path: '/integrity' },
    { name: 'dataset-integrity', path: `/records/${dataset}/integrity` },
  ].map((one): PageCase => ({ ...one, as: 'demo-admin' }))
