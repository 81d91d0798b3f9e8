import type { Objects } from '../core/ports.ts'
import { chunksOf } from './durable.node.ts'
import { checkedKey, checkedPartNumber, objectExists } from './object-keys.ts'
import { partsOn } from './parts.fs.node.ts'
import { headOf, openShelf, type Shelf } from './shelf.node.ts'
import { addressSigner, type SignedAct } from './signed-address.ts'

export type FilesystemSettings = {
  /** Made when it is not there. Several processes may share it. */
  folder: string
  /** Signs the addresses that the app serves itself (`web/signed-objects.ts`). */
  secret: string
  /** Put before signed addresses; without it they begin with `/`. */
  baseUrl?: string
}

/** The embedded store: objects in a folder of this machine, flushed to disk before they are answered for. */
export function fsObjects({ folder, ...signing }: FilesystemSettings): Objects {
  const shelf = openShelf(folder)
  return { ...wholeOn(shelf), ...partsOn(shelf), ...addressesBy(signing), check: shelf.check }
}

function wholeOn(
  shelf: Shelf,
): Pick<Objects, 'put' | 'findHead' | 'findSize' | 'find' | 'readInto' | 'remove'> {
  return {
    async put(key, body, { contentType, sizeBytes }) {
      if (await shelf.findAbout(key)) throw objectExists(key)
      const stored = await shelf.store(key, { contentType, sizeBytes }, chunksOf(body))
      if (!stored) throw objectExists(key)
      return { etag: stored.etag }
    },
    async findHead(key) {
      const about = await shelf.findAbout(key)
      return about && headOf(about)
    },
    findSize: shelf.findSize,
    find: shelf.find,
    readInto: shelf.readInto,
    remove: shelf.remove,
  }
}

function addressesBy({
  secret,
  baseUrl = '',
}: Omit<FilesystemSettings, 'folder'>): Pick<
  Objects,
  'signedGet' | 'signedPut' | 'signedPart' | 'signedPutOverwrites'
> {
  const signer = addressSigner(secret)
  const sign = async (act: SignedAct, seconds: number) => {
    checkedKey(act.key)
    return baseUrl + (await signer.sign(act, Math.floor(Date.now() / 1000) + seconds))
  }
  return {
    signedPutOverwrites: false,
    signedGet: async (key, { seconds, downloadAs }) =>
      sign({ op: 'get', key, ...(downloadAs !== undefined && { downloadAs }) }, seconds),
    async signedPut(key, { seconds, contentType }) {
      const typed = contentType !== undefined && { contentType }
      const address = await sign({ op: 'put', key, ...typed }, seconds)
      return { address, headers: contentType === undefined ? {} : { 'content-type': contentType } }
    },
    signedPart: async (key, uploadId, number, { seconds }) =>
      sign({ op: 'part', key, uploadId, number: checkedPartNumber(number) }, seconds),
  }
}
