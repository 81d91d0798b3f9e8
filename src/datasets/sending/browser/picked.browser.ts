import type { SentFile } from '../model.ts'

/** Files of an input, a folder’s with its name: `stations/2024/day.csv`. */
export const pickedIn = (input: HTMLInputElement): SentFile[] =>
  [...(input.files ?? [])].map((file) => ({
    name: file.webkitRelativePath || file.name,
    bytes: file,
  }))

/** What was dropped, folders to their ends. To be called while the drop is handled: its entries are gone afterwards. */
export async function dropped({ items, files }: DataTransfer): Promise<SentFile[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return [...files].map((file) => ({ name: file.name, bytes: file }))
  const found: SentFile[] = []
  await Promise.all(entries.map(async (entry) => gather(entry, found)))
  return found.toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

async function gather(entry: FileSystemEntry, found: SentFile[]): Promise<void> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    found.push({ name: entry.fullPath.replace(/^\//, ''), bytes: file })
    return
  }
  if (!isFolder(entry)) return
  const reader = entry.createReader()
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- a folder is read a hundred entries at a time
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (entries.length === 0) return
    // oxlint-disable-next-line no-await-in-loop -- the same
    await Promise.all(entries.map(async (each) => gather(each, found)))
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
