import { z } from 'zod'

const counts = {
  investigations: z.int().describe('Looks at the dataset, downloads included.'),
  uniqueInvestigations: z.int().describe('The same, once for each visitor and hour.'),
  requests: z.int().describe('Downloads of files or archives.'),
  uniqueRequests: z.int().describe('The same, once for each visitor and hour.'),
}

export const UsageAnswer = z
  .object({
    total: z.object(counts),
    months: z.array(z.object({ month: z.string().describe('YYYY-MM'), ...counts })),
  })
  .meta({ id: 'DatasetUsage' })
