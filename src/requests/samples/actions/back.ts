import type { Trx } from '../../../core/database.ts'
import { Problem } from '../../../core/problem.ts'
import { findLoan, hasSamplesOut, takeSampleBack } from '../queries.ts'
import { requestSampleRefusals as refusals } from '../words.ts'

export const findSampleLoan = async (trx: Trx, asked: { requestId: string; sampleId: string }) =>
  findLoan(trx, asked)

export const putSampleBack = async (trx: Trx, back: Parameters<typeof takeSampleBack>[1]) =>
  takeSampleBack(trx, back)

/** Samples come back one by one, each with what is left of it. */
export async function refuseUncounted(trx: Trx, itemId: string): Promise<void> {
  if (await hasSamplesOut(trx, itemId)) throw new Problem('conflict', refusals.onePerSample)
}
