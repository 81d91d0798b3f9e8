import type { Kind } from '../../src/catalog/records/model/record.ts'

/** What publication asks of each kind, and nothing more. */
export const publishable: Record<Kind, object> = {
  instrument: { instrCategory: '010200', function: '测定元素的稳定同位素比值。' },
  dataset: {
    creators: [{ name: 'Gansu Bureau', nameType: 'Organizational' }],
    publicationYear: 2019,
    resourceTypeGeneral: 'Dataset',
  },
  accession: { accenumb: 'X 1', genus: 'Medicago', species: 'sativa' },
  collection: {
    sampleSource: 'human',
    sampleTypes: ['blood'],
    ethicsApproval: 'LZUH-2014-036',
    hgrFiling: 'HGR-2014-0112',
  },
}
