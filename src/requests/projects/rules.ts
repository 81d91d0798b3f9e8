import type { Purpose } from '../requests/model/request.ts'
import type { ProjectAnswer } from './model.ts'
import type { z } from 'zod'

/** What a request keeps of the project that it is for: it stays when the project is changed or deleted. */
export const purposeOf = (
  project: Omit<z.output<typeof ProjectAnswer>, 'lab' | 'isDefault' | 'version'>,
): Purpose => ({
  projectId: project.id,
  title: project.title,
  text: project.purpose,
  intendedUse: project.intendedUse.map(({ id }) => id),
  ...(project.awardNumber !== null && { projectNumber: project.awardNumber }),
  ...(project.organisation !== null && { organisation: project.organisation }),
  ...(project.ethicsNumber !== null && { ethicsNumber: project.ethicsNumber }),
  ...(project.endsOn !== null && { endsOn: project.endsOn }),
})
