import { Logger, runOnce } from 'graphile-worker'
import sharp from 'sharp'
import { z } from 'zod'
import type { Objects } from '../../src/core/ports.ts'
import { deriveImage, reapUploads, removeObjects } from '../../src/files/jobs.ts'
import { PictureAnswer } from '../../src/files/pictures/model.ts'
import type { Services } from '../../src/web/services.ts'
import { testHouse } from '../support/house.ts'
import { houseContext } from '../support/people.ts'
import { openFolder, type Store } from '../support/stores.ts'

export const curator = 'demo-curator'

const OfImage = z.object({ imageId: z.string() })
const OfKeys = z.object({ keys: z.array(z.string()) })

/** A house that keeps its bytes in a store, or a folder of its own, and remembers under which keys it put them. */
export async function pictureHouse(store?: Store, changes: Partial<Services> = {}) {
  const { objects, stop } = store ? { ...store, stop: async () => {} } : await openFolder()
  const put = new Set<string>()
  const house = await testHouse({ ...changes, objects: remembering(objects, put) })
  const { db, services, url } = house
  const context = houseContext(services)
  return {
    ...house,
    context,
    /** Everything that pictures leave behind: nothing, where there are none. */
    leftovers: async () => ({
      images: (await db.selectFrom('image').select('id').execute()).length,
      intents: (await db.selectFrom('object_intent').select('key').execute()).length,
      objects: await stored(objects, put),
    }),
    keysPut: () => [...put],
    stored: async () => stored(objects, put),
    /** Works off every job that is due. */
    workOff: async () =>
      runOnce({
        connectionString: url,
        taskList: {
          derive_image: async (payload) => deriveImage(context, OfImage.parse(payload)),
          remove_objects: async (payload) => removeObjects(context, OfKeys.parse(payload)),
          reap_uploads: async () => reapUploads(context),
        },
        noHandleSignals: true,
        logger: new Logger(() => () => {}),
      }),
    /** Adds a picture as a form does; answers the response. */
    upload: async (recordId: string, bytes: Uint8Array, options: UploadOptions = {}) =>
      house
        .as(options.as ?? curator)
        .post(`/api/v1/records/${recordId}/images`, formOf(bytes, options), options.headers),
    [Symbol.asyncDispose]: async () => {
      await house[Symbol.asyncDispose]()
      await stop()
    },
  }
}

export type PictureHouse = Awaited<ReturnType<typeof pictureHouse>>

type UploadOptions = {
  as?: string
  name?: string
  texts?: Record<string, string>
  headers?: Record<string, string>
}

export function formOf(bytes: Uint8Array, { name = 'photo.jpg', texts = {} }: UploadOptions = {}) {
  const form = new FormData()
  for (const [key, value] of Object.entries(texts)) form.set(key, value)
  form.set('file', new File([Uint8Array.from(bytes)], name))
  return form
}

/** What the API answered with, held to what its document says. */
export const pictureIn = async (answer: Response) =>
  z.strictObject(PictureAnswer.shape).parse(await answer.json())

export const itemsIn = async (answer: Response) =>
  z.object({ items: z.array(PictureAnswer) }).parse(await answer.json()).items

let records = 0

/** A published accession, or a draft. */
export async function addRecord(
  house: Pick<PictureHouse, 'add'>,
  options: { publish?: boolean; audience?: string } = {},
): Promise<string> {
  records += 1
  return house.add(
    'accession',
    {
      title: { zh: `紫花苜蓿 ${records} 号`, en: `Alfalfa ${records}` },
      accenumb: `ZXM${String(records).padStart(6, '0')}`,
      genus: 'Medicago',
      ...(options.audience && { audience: options.audience }),
    },
    { publish: options.publish ?? true },
  )
}

/** A small sound JPEG in one colour; two colours are two pictures. */
export const photo = async (background = '#7a9b57', width = 320, height = 240) =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer()

async function stored(objects: Objects, put: ReadonlySet<string>): Promise<number> {
  const heads = await Promise.all([...put].map(async (key) => objects.findHead(key)))
  return heads.filter(Boolean).length
}

const remembering = (objects: Objects, put: Set<string>): Objects => ({
  ...objects,
  put: async (key, body, about) => {
    put.add(key)
    return objects.put(key, body, about)
  },
})
