import type { Context } from '../../../core/context.ts'
import type { Trx } from '../../../core/database.ts'
import { hasPreauthorisation } from '../queries/preauthorisations.ts'

type Asked = { requesterId: string; supervisorId: string | null; labId: string | null }

/** Whether a supervisor's consent was given beforehand for whoever asks. */
export const isPreauthorised = async (
  trx: Trx,
  ctx: Context,
  { requesterId, supervisorId, labId }: Asked,
): Promise<boolean> =>
  supervisorId !== null &&
  hasPreauthorisation(trx, { requesterId, supervisorId, labId, now: ctx.now() })
