import { z } from 'zod'
import type { Db } from '../../src/core/database.ts'
import type { PageCase } from './cases.ts'

/** An import that was checked only, one that is done, one that could not be read, and one that {@link leaveUnderWay} left. */
export type FoundImports = { checked: string; done: string; failed: string; underWay: string }

const Sent = z.object({ id: z.string() })

/** Sends four files; the jobs have run once the demo is quiet. */
export async function findImports(origin: string, institution: string): Promise<FoundImports> {
  const send = async (text: string, dryRun: boolean) => {
    const form = new FormData()
    form.set('institution', institution)
    form.set('publish', 'false')
    form.set('dryRun', String(dryRun))
    form.set('file', new File([text], '种质.csv'))
    const answer = await fetch(`${origin}/api/v1/imports`, {
      method: 'POST',
      headers: { authorization: 'Bearer demo-admin' },
      body: form,
    })
    if (answer.status !== 202) throw new Error(`/imports answered ${answer.status}`)
    return Sent.parse(await answer.json()).id
  }
  const table = '编号,ACCENUMB,种质名称,海拔\n1,BROWSER1,陇东苜蓿,1920m\n2,BROWSER2,会宁荞麦,高\n'
  return {
    checked: await send(table, true),
    done: await send(table, false),
    failed: await send('甲,乙\n1,2\n', true),
    underWay: await send(table, true),
  }
}

/** An import is looked at in the middle of its rows, of which no job is left. */
export const leaveUnderWay = async (db: Db, { underWay }: FoundImports) =>
  db
    .updateTable('import')
    .set({ state: 'running', total: 2, position: 1, accepted: 1, unchanged: 0, rejected: 0 })
    .where('id', '=', underWay)
    .execute()

export const importCases = ({ checked, done, failed, underWay }: FoundImports): PageCase[] => {
  const as = 'demo-admin'
  return [
    { name: 'imports', path: '/imports', as },
    { name: 'imports-none', path: '/imports', as: 'demo-outsider' },
    { name: 'import-new', path: '/imports/new', as: 'demo-curator' },
    { name: 'import-checked', path: `/imports/${checked}`, as },
    { name: 'import-done', path: `/imports/${done}`, as },
    { name: 'import-failed', path: `/imports/${failed}`, as },
    { name: 'import-under-way', path: `/imports/${underWay}`, as },
  ]
}
