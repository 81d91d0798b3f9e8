import type { Context } from '../../../core/context.ts'
import {
  discardObjects,
  intendObjects,
  isIntendedBy,
  randomName,
} from '../../../files/uploads/actions.ts'
import type { SentFile } from '../../../orders/forms/actions.ts'
import { maxOrderFileBytes } from '../../../orders/orders/model.ts'

/** A file that waits for the rest of its form, as a hidden input names it: `<128 random bits>/<name>`. */
const Token = /^([\da-f]{32})\/(.+)$/s
const keyOf = (name: string) => `kept/${name}`

/**
 * Stores files of a form that was refused, so that they need not be chosen again. Nothing is attached: whoever sent them
 * names them when they send the form again, and what is left is removed after a day.
 */
export async function keepFiles(
  ctx: Context,
  files: readonly SentFile[],
): Promise<{ field: string; token: string }[]> {
  const named = files
    .filter(({ bytes }) => bytes.length > 0)
    .map((file) => ({ ...file, secret: randomName() }))
  if (named.length > 0)
    await intendObjects(
      ctx,
      named.map(({ secret }) => keyOf(secret)),
      'original',
    )
  for (const { secret, bytes } of named)
    // oxlint-disable-next-line no-await-in-loop -- one upload after the other
    await ctx.objects.put(keyOf(secret), bytes, {
      contentType: 'application/octet-stream',
      sizeBytes: bytes.length,
    })
  return named.map(({ field, name, secret }) => ({
    field: field ?? '',
    token: `${secret}/${name}`,
  }))
}

type Kept = { field: string; token: string }

/** What was kept for the actor under these names; what is not theirs, or gone, is as if it had not been sent. */
export async function keptFilesOf(ctx: Context, kept: readonly Kept[]): Promise<SentFile[]> {
  const files: SentFile[] = []
  let left = maxOrderFileBytes
  for (const { field, token } of kept) {
    const [, secret = '', name = ''] = Token.exec(token) ?? []
    // oxlint-disable-next-line no-await-in-loop -- as many bytes in memory as a form has
    const bytes = secret && (await bytesKept(ctx, keyOf(secret), left))
    if (bytes) {
      left -= bytes.length
      files.push({ field, name, bytes })
    }
  }
  return files
}

async function bytesKept(ctx: Context, key: string, most: number) {
  if (!(await isIntendedBy(ctx, key))) return undefined
  const size = await ctx.objects.findSize(key)
  if (size === undefined || size > most) return undefined
  const bytes = new Uint8Array(size)
  return (await ctx.objects.readInto(key, bytes)) === size ? bytes : undefined
}

/** They were attached under keys of their own, or others took their place. */
export async function forgetKept(ctx: Context, kept: readonly Kept[]): Promise<void> {
  for (const { token } of kept) {
    const key = keyOf(Token.exec(token)?.[1] ?? '')
    // oxlint-disable-next-line no-await-in-loop -- a few
    if (await isIntendedBy(ctx, key)) await discardObjects(ctx, [key])
  }
}
