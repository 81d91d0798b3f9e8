import { type Context as HonoContext, Hono } from 'hono'
import type { Objects } from '../core/ports.ts'
import { Problem } from '../core/problem.ts'
import { addressSigner, type SignedAct, signedPath } from '../ports/signed-address.ts'
import { answerObject } from './object-answer.ts'

const gibibyte = 1024 ** 3

const words = {
  forged: {
    zh: '链接不完整或已被修改，请回到页面重新获取。',
    en: 'This link is incomplete or was altered. Go back to the page to get a new one.',
  },
  expired: {
    zh: '链接已过期，请回到页面重新获取。',
    en: 'This link has expired. Go back to the page to get a new one.',
  },
  otherAct: {
    zh: '这个链接不允许此操作。',
    en: 'This link does not allow that.',
  },
  otherType: {
    zh: '内容类型与签发链接时不同，请按签发时的 content-type 发送。',
    en: 'The content type differs from the one this link was issued for. Send that content-type.',
  },
  noLength: {
    zh: '请在 content-length 中写明字节数。',
    en: 'Give the number of bytes in content-length.',
  },
  gone: { zh: '这个文件已不存在。', en: 'This file no longer exists.' },
} as const

const tooLarge = (maxBytes: number) => ({
  zh: `一次最多接收 ${maxBytes} 字节，请分块上传。`,
  en: `At most ${maxBytes} bytes are accepted at once. Upload in parts.`,
})

export type SignedStore = {
  objects: Objects
  /** The one that the store signs its addresses with. */
  secret: string
  /** Of one PUT, be it an object or a part; S3's limit unless said otherwise. */
  maxBytes?: number
  /** Milliseconds since 1970. */
  now?: () => number
}

/** Serves the addresses that the filesystem store signs. The signature is the only right asked for. */
export function signedObjects({
  objects,
  secret,
  maxBytes = 5 * gibibyte,
  now = Date.now,
}: SignedStore): Hono {
  const signer = addressSigner(secret)
  const actOf = async (c: HonoContext): Promise<SignedAct> => {
    const act = await signer.verifySigned(new URL(c.req.url), now())
    if ('refused' in act) throw new Problem('forbidden', words[act.refused])
    return act
  }
  return new Hono()
    .options(`${signedPath}*`, (c) => c.body(null, 204, { allow: 'GET, HEAD, PUT' }))
    .get(`${signedPath}*`, async (c) => {
      const act = await actOf(c)
      if (act.op !== 'get') throw new Problem('forbidden', words.otherAct)
      const answer = await answerObject(c.req.raw, objects, {
        ...act,
        cacheControl: 'private, max-age=60',
      })
      if (!answer) throw new Problem('not-found', words.gone)
      return answer
    })
    .put(`${signedPath}*`, async (c) => {
      const act = await actOf(c)
      const sizeBytes = announcedSize(c, maxBytes)
      const etag = await take(objects, act, { request: c.req.raw, sizeBytes })
      return c.body(null, 200, { etag: `"${etag}"` })
    })
}

/** A size is asked for beforehand, as S3 does; what arrives is counted against it. */
function announcedSize(c: HonoContext, maxBytes: number): number {
  const announced = c.req.header('content-length') ?? ''
  if (!/^\d+$/.test(announced)) throw new Problem('unreadable', words.noLength)
  if (Number(announced) > maxBytes) throw new Problem('too-large', tooLarge(maxBytes))
  return Number(announced)
}

async function take(
  objects: Objects,
  act: SignedAct,
  { request, sizeBytes }: { request: Request; sizeBytes: number },
): Promise<string> {
  const body = request.body ?? new Uint8Array()
  if (act.op === 'part') {
    const tag = await objects.putPart(act.key, act.uploadId, act.number, body, sizeBytes)
    return tag.etag
  }
  if (act.op === 'get') throw new Problem('forbidden', words.otherAct)
  const sent = request.headers.get('content-type')
  const contentType = act.contentType ?? sent ?? 'application/octet-stream'
  if (act.contentType !== undefined && sent !== act.contentType) {
    throw new Problem('forbidden', words.otherType)
  }
  const { etag } = await objects.put(act.key, body, { contentType, sizeBytes })
  return etag
}
