import { resource } from '../../calls/actions.ts'
import { imageSource } from '../queries.ts'
import { imageOf } from '../rules.ts'

export const images = resource({
  path: '/images',
  id: 'imageDbId',
  isSearched: true,
  source: imageSource,
  show: (rows, ctx) => rows.map((row) => imageOf(row, ctx)),
})
