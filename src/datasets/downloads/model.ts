import { z } from 'zod'
import { line } from '../../core/shapes.ts'

/** What of a version goes into an archive or a list: files by their ids, all below a folder, or all there is. */
export const Selection = z.object({
  files: z.string().max(40_000).describe('Ids of files, with commas between.').optional(),
  folder: line().max(1000).describe('All below this folder.').optional(),
})
export type Selection = z.output<typeof Selection>

export const UrlSelection = Selection.extend({
  for: z
    .enum(['wget', 'aria2'])
    .default('wget')
    .describe('Addresses alone, or with the name and the checksum of each as aria2 reads them.'),
})
