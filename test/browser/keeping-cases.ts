import type { PageCase } from './cases.ts'

type Kept = { dataset: string; draft: string; institution: string; lab: string }

/** How the stored files of datasets are kept. */
export const keepingCases = ({ dataset, draft, institution, lab }: Kept): PageCase[] =>
  [
    { name: 'integrity', path: '/integrity' },
    { name: 'dataset-integrity', path: `/records/${dataset}/integrity` },
    { name: 'upload', path: `/records/${draft}/versions/1/upload` },
    { name: 'institution-storage', path: `/institutions/${institution}/storage` },
    { name: 'lab-storage', path: `/labs/${lab}/storage` },
  ].map((one): PageCase => ({ ...one, as: 'demo-admin' }))
