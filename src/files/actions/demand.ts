import { type Context, transact } from '../../core/context.ts'
import type { ImageFormat, ImageSize } from '../../core/ports.ts'
import { sizeNames } from '../pictures/model.ts'
import { getServed } from '../pictures/actions/read.ts'

const patienceMs = 15_000
const lookEveryMs = 100

/**
 * Has a size of a picture made by a job, as soon as there is a hand free, and waits until it is there (15 s at most;
 * then it is answered as it is). However many people and processes ask for a size, it is one job; one that failed
 * for good is not asked for again. `ctx.db` is writable, though a GET asks.
 */
export async function demandSize(
  ctx: Context,
  wish: { id: string; size: ImageSize; format: ImageFormat },
) {
  const { id, size } = wish
  await transact(ctx, async (trx) =>
    ctx.jobs.add(
      trx,
      'derive_image',
      { imageId: id, sizes: [size] },
      // Letters go first, then the sizes that lists show.
      {
        key: `derive/${id}/${size}`,
        once: true,
        maxTries: 5,
        priority: 1 + sizeNames.indexOf(size),
      },
    ),
  )
  const until = Date.now() + patienceMs
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- looks again and again until it is there
    const served = await getServed(ctx, wish)
    if (served.key !== null || Date.now() > until) return served
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
}
