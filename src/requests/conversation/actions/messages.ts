import { type Context, transact } from '../../../core/context.ts'
import { writing } from '../../../core/permission.ts'
import { Problem } from '../../../core/problem.ts'
import { fileNameOf } from '../../../files/pictures/rules.ts'
import { attachObjects } from '../../../files/uploads/actions.ts'
import { storeFiles } from '../../../orders/forms/actions.ts'
import { giveCommandIn } from '../../requests/actions/command.ts'
import { getRequest } from '../../requests/actions/read.ts'
import { refusalWords } from '../../requests/words/refusals.ts'
import { type AttachmentRow, insertAttachments, listAttachments } from '../queries.ts'
import { conversationWords as words } from '../words.ts'

export type Kind = 'message' | 'note'
type File = { name: string; bytes: Uint8Array }
type Sent = { id: string; kind: Kind; text: string; files: readonly File[] }

/** Refuses whoever may not write to this request now; asked before a byte of a file is read. */
export async function refuseUnlessWritable(ctx: Context, id: string, kind: Kind): Promise<void> {
  writing(ctx)
  const { commands } = await getRequest(ctx, { id })
  if (!commands.includes(kind)) throw new Problem('forbidden', refusalWords.notYours)
}

/** Writes to the other side, or among staff; its files are stored before, and whatever is refused leaves none behind. */
export async function writeMessage(
  ctx: Context,
  { id, kind, text, files }: Sent,
): Promise<{ id: string }> {
  await refuseUnlessWritable(ctx, id, kind)
  const sent = files.map((file) => ({ ...file, field: null }))
  return storeFiles(ctx, { folder: 'messages', files: sent }, (stored) =>
    transact(ctx, async (trx) => {
      let number = 0
      const written = await giveCommandIn(trx, ctx, {
        key: { id },
        wish: (_, { row }) => {
          number = row.eventCount + 1
          return { command: kind, text }
        },
      })
      await attachObjects(
        trx,
        stored.map(({ key }) => key),
      )
      await insertAttachments(
        trx,
        stored.map(({ key, name, bytes, sha256 }) => ({
          request_id: id,
          event_number: number,
          object_key: key,
          file_name: fileNameOf(name),
          size_bytes: bytes.length,
          sha256,
        })),
      )
      return written
    }),
  )
}

/** Files of messages, and of notes for those who read notes. Who may read the request is the caller's to ask. */
export const attachmentsIn = async (
  ctx: Context,
  { id, internal }: { id: string; internal: unknown },
): Promise<AttachmentRow[]> => listAttachments(ctx.db, id, { internal: internal !== null })

/** The same for whoever is a side of the request. */
export const attachmentsOf = async (ctx: Context, id: string) =>
  attachmentsIn(ctx, await getRequest(ctx, { id }))

export async function getAttachment(
  ctx: Context,
  { id, attachment }: { id: string; attachment: string },
): Promise<AttachmentRow> {
  const found = (await attachmentsOf(ctx, id)).find((file) => file.id === attachment)
  if (!found) throw new Problem('not-found', words.noFile)
  return found
}
