import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refused, type Door } from '../../src/datasets/sending/model.ts'
import { sendFiles } from '../../src/datasets/sending/rules/send.ts'
import { answeredPartsIn } from '../../src/node/answered-parts.ts'
import { inEachStore } from '../support/stores.ts'
import { bytesOf, mebibyte, sha256, uploadHouse, type UploadHouse } from './upload-scene.ts'

inEachStore('sending', (store) => {
  let house: UploadHouse
  let folder: string
  beforeAll(async () => {
    house = await uploadHouse(store())
    folder = await mkdtemp(join(tmpdir(), 'hexi-answered-'))
  })
  afterAll(async () => {
    await house[Symbol.asyncDispose]()
    await rm(folder, { recursive: true })
  })

  /** Sends one part at a time, and is killed before it has told the server of the last that `mostPuts` allows. */
  const sender = (puts: number[], mostPuts = Infinity, killing = new AbortController()): Door => ({
    atOnce: 1,
    signal: killing.signal,
    report: () => {},
    pause: async () => house.workOff(),
    sha256: async (bytes) => sha256(new Uint8Array(await bytes.arrayBuffer())),
    answered: answeredPartsIn(folder),
    async call(method, path, body) {
      killing.signal.throwIfAborted()
      const to = `${house.at}/${path}`
      const answer = await (method === 'GET' ? house.curator.get(to) : house.curator.post(to, body))
      const text = await answer.text()
      if (!answer.ok) throw new Refused(answer.status, { zh: text, en: text })
      return text === '' ? undefined : JSON.parse(text)
    },
    async put({ url, headers, start }, bytes) {
      const number = start / (8 * mebibyte) + 1
      const stored = await house.put(
        { number, url, headers },
        new Uint8Array(await bytes.arrayBuffer()),
      )
      puts.push(number)
      if (puts.length === mostPuts) killing.abort(new Error('killed'))
      return stored
    },
  })

  test('a sender that is killed between an answer and its note sends no part twice', async () => {
    const bytes = bytesOf(17 * mebibyte)
    const file = { name: 'killed.bin', bytes: new Blob([bytes]) }
    const puts: number[] = []
    await expect(sendFiles([file], sender(puts, 2))).rejects.toThrow('killed')
    expect(puts).toEqual([1, 2])
    const outcomes = await sendFiles([file], sender(puts))
    expect(outcomes).toEqual([{ name: 'killed.bin', state: 'attached' }])
    expect(puts).toEqual([1, 2, 3])
    const hash = sha256(bytes)
    expect(await house.files()).toEqual([{ name: 'killed.bin', stored: hash, noted: hash }])
    expect(await readdir(folder)).toEqual([])
  })
})
