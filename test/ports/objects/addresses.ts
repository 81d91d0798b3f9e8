import { expect, test } from 'vitest'
import { newKey, putText, readText, type StoreUnderTest } from './store.ts'

const signedBy = (address: string) =>
  new URL(address, 'http://here').searchParams.get('x-amz-signedheaders') ??
  new URL(address, 'http://here').searchParams.get('X-Amz-SignedHeaders') ??
  'host'

export function signedAddresses(open: () => StoreUnderTest): void {
  test('a signed address reads an object, whole or in part, with nothing else asked', async () => {
    const { objects, fetch } = open()
    const address = await objects.signedGet(await putText(objects, '0123456789'), { seconds: 60 })
    const whole = await fetch(address)
    expect([whole.status, await whole.text()]).toEqual([200, '0123456789'])
    expect(whole.headers.get('content-type')).toMatch(/^text\/plain/)
    const part = await fetch(address, { headers: { range: 'bytes=2-4' } })
    expect([part.status, await part.text()]).toEqual([206, '234'])
    expect(part.headers.get('content-range')).toBe('bytes 2-4/10')
    const beyond = await fetch(address, { headers: { range: 'bytes=10-' } })
    await beyond.body?.cancel()
    expect(beyond.status).toBe(416)
  })

  test('a download has the name that was asked for', async () => {
    const { objects, fetch, namesDownloads } = open()
    const key = await putText(objects, 'data')
    const address = await objects.signedGet(key, { seconds: 60, downloadAs: '冰川 "2024".csv' })
    const answer = await fetch(address)
    expect([answer.status, await answer.text()]).toEqual([200, 'data'])
    const asked = new URL(address, 'http://here').searchParams.get('response-content-disposition')
    const answered = namesDownloads ? answer.headers.get('content-disposition') : asked
    expect(answered).toBe(
      `attachment; filename="__ _2024_.csv"; filename*=UTF-8''%E5%86%B0%E5%B7%9D%20_2024_.csv`,
    )
  })

  test('a signed address ends, and holds for nothing else', async () => {
    const { objects, fetch } = open()
    const key = await putText(objects, 'secret')
    const other = await putText(objects, 'other')
    const address = await objects.signedGet(key, { seconds: 1 })
    const statusOf = async (...request: Parameters<typeof fetch>) => {
      const answer = await fetch(...request)
      await answer.body?.cancel()
      return answer.status
    }
    expect(await statusOf(address.replace(key, other))).toBe(403)
    expect(await statusOf(address, { method: 'PUT', body: 'mine' })).toBe(403)
    expect(await statusOf(address.replace(/(signature=)[0-9a-f]{8}/i, '$100000000'))).toBe(403)
    await new Promise((resolve) => setTimeout(resolve, 2_100))
    expect(await statusOf(address)).toBe(403)
  })

  test('a client without rights puts one object to a signed address', async () => {
    const { objects, fetch, bindsContentType } = open()
    const key = newKey()
    const { address, headers } = await objects.signedPut(key, {
      seconds: 60,
      contentType: 'image/png',
    })
    expect(address).not.toContain('checksum')
    const first = await fetch(address, { method: 'PUT', headers, body: 'first' })
    await first.body?.cancel()
    expect(first.status).toBe(200)
    expect(await objects.findHead(key)).toMatchObject({
      sizeBytes: 5,
      ...(bindsContentType && { contentType: 'image/png' }),
    })
    const second = await fetch(address, { method: 'PUT', headers, body: 'second' })
    await second.body?.cancel()
    expect(second.ok).toBe(objects.signedPutOverwrites)
    const stored = await readText((await objects.find(key))?.body)
    expect(stored).toBe(objects.signedPutOverwrites ? 'second' : 'first')
  })

  test('signed addresses bind the host alone, and a content type where the store wants it', async () => {
    const { objects, servesObjects, bindsContentType } = open()
    const key = newKey()
    const seconds = 60
    const put = await objects.signedPut(key, { seconds, contentType: 'text/csv' })
    const bare = await objects.signedPut(key, { seconds })
    const { uploadId } = await objects.startMultipart(key, { contentType: 'text/csv' })
    const part = await objects.signedPart(key, uploadId, 1, { seconds })
    expect([put.address, bare.address, part].map(signedBy)).toEqual([
      bindsContentType && !servesObjects ? 'content-type;host' : 'host',
      'host',
      'host',
    ])
    for (const address of [put.address, bare.address, part])
      expect(address).not.toMatch(/checksum|if-none-match/i)
    expect(bare.headers).toEqual({})
    await objects.abortMultipart(key, uploadId)
  })

  test('a signed put keeps to its content type, where the store binds it', async () => {
    const { objects, fetch, bindsContentType } = open()
    const key = newKey()
    const { address, headers } = await objects.signedPut(key, {
      seconds: 60,
      contentType: 'image/png',
    })
    const html = { ...headers, 'content-type': 'text/html' }
    const answer = await fetch(address, { method: 'PUT', headers: html, body: '<script>' })
    await answer.body?.cancel()
    expect(answer.status).toBe(bindsContentType ? 403 : 200)
    expect((await objects.findHead(key)) === undefined).toBe(bindsContentType)
  })
}
