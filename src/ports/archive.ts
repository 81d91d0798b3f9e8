/** A file of a ZIP archive; its bytes are unpacked when they are asked for. */
export type ArchivedFile = { name: string; sizeBytes: number; read: () => Promise<Uint8Array> }

/** Whether bytes are a ZIP archive, as XLSX and Darwin Core archives are. */
export const isZip = ([first, second, third, fourth]: Uint8Array) =>
  first === 0x50 && second === 0x4b && third === 3 && fourth === 4

/**
 * The files of a ZIP archive by its central directory, in its order; undefined where it has none, or is one of those that
 * are not read: split, encrypted, over 4 GiB. Unpacked by the platform itself, in Node and in a Worker alike.
 */
export function filesIn(bytes: Uint8Array): ArchivedFile[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = directoryEnd(view)
  if (end === undefined) return undefined
  const files: ArchivedFile[] = []
  let at = view.getUint32(end + 16, true)
  while (at + 46 <= end && view.getUint32(at, true) === 0x02014b50) {
    const [nameLength = 0, extraLength = 0, commentLength = 0] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    )
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const entry = entryAt(view, at)
    files.push({ name, sizeBytes: entry.sizeBytes, read: () => unpacked(bytes, view, entry) })
    at += 46 + nameLength + extraLength + commentLength
  }
  return files
}

/** The record that ends a ZIP archive, behind which a comment of 64 KiB may stand. */
function directoryEnd(view: DataView): number | undefined {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 65_535); at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at
  return undefined
}

type Entry = { method: number; packedBytes: number; sizeBytes: number; headerAt: number }

const entryAt = (view: DataView, at: number): Entry => ({
  method: view.getUint16(at + 10, true),
  packedBytes: view.getUint32(at + 20, true),
  sizeBytes: view.getUint32(at + 24, true),
  headerAt: view.getUint32(at + 42, true),
})

const [stored, deflated] = [0, 8]

async function unpacked(bytes: Uint8Array, view: DataView, entry: Entry): Promise<Uint8Array> {
  const { method, packedBytes, sizeBytes, headerAt } = entry
  const from =
    headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true)
  const packed = Uint8Array.from(bytes.subarray(from, from + packedBytes))
  if (method === stored) return packed
  if (method !== deflated) throw new Error(`ZIP method ${method} is not read`)
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return bounded(stream, sizeBytes)
}

/** As many bytes as the directory said: an archive that unpacks to more is none that was made in good faith. */
async function bounded(stream: ReadableStream<Uint8Array>, sizeBytes: number): Promise<Uint8Array> {
  const whole = new Uint8Array(sizeBytes)
  let length = 0
  for await (const chunk of stream) {
    if (length + chunk.length > sizeBytes) throw new Error('unpacks to more than it says')
    whole.set(chunk, length)
    length += chunk.length
  }
  return whole.subarray(0, length)
}
