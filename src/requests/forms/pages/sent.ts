import type { Context as HonoContext } from 'hono'
import { Problem } from '../../../core/problem.ts'
import type { SentFile } from '../../../orders/forms/actions.ts'
import { keptName } from '../../../orders/forms/pages/answers.tsx'
import { maxOrderFileBytes } from '../../../orders/orders/model.ts'
import type { Env } from '../../../web/env.ts'
import { type Filled, submitted, typedWithin, uploaded } from '../../../web/forms.tsx'
import { forgetKept, keepFiles, keptFilesOf } from '../actions/kept.ts'

type Work = {
  /** `field` of a file is the name of its input. */
  work: (form: Filled, files: readonly SentFile[]) => Promise<Response>
  showAgain: (form: Filled) => Response | Promise<Response>
}

/** Does what a form with files asks, or shows it again: with what was typed, and with the files that came with it. */
export async function answersSent(
  c: HonoContext<Env>,
  { work, showAgain }: Work,
): Promise<Response> {
  if (!/^multipart\/form-data\b/i.test(c.req.header('content-type') ?? ''))
    return submitted(c, (form) => work(form, []), showAgain)
  return uploaded(c, {
    maxFileBytes: maxOrderFileBytes,
    work: async (sent, form) => {
      const fresh = Object.entries(sent.files).map(([field, file]) => ({ ...file, field }))
      const kept = Object.entries(typedWithin('kept', form.typed)).map(([field, [token = '']]) => ({
        field,
        token,
      }))
      const used = kept.filter(({ field }) => !sent.files[field])
      const files = [...fresh, ...(await keptFilesOf(c.var.ctx, used))]
      try {
        const answer = await work(form, files)
        await forgetKept(c.var.ctx, kept)
        return answer
      } catch (error) {
        if (error instanceof Problem && error.kind !== 'not-found')
          for (const { field, token } of await keepFiles(c.var.ctx, fresh))
            sent.texts[keptName(field)] = [token]
        throw error
      }
    },
    showAgain,
  })
}
