import { z } from 'zod'
import type { PageCase } from './cases.ts'

/** An import that was checked only, one that is done, and one that could not be read. */
export type FoundImports = { checked: string; done: string; failed: string }

const Sent = z.object({ id: z.string() })

/** Sends three files; the jobs have run once the demo is quiet. */
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
  }
}

export const importCases = ({ checked, done, failed }: FoundImports): PageCase[] => {
  const as = 'demo-admin'
  return [
    { name: 'imports', path: '/imports', as },
    { name: 'imports-none', path: '/imports', as: 'demo-outsider' },
    { name: 'import-new', path: '/imports/new', as: 'demo-curator' },
    { name: 'import-checked', path: `/imports/${checked}`, as },
    { name: 'import-done', path: `/imports/${done}`, as },
    { name: 'import-failed', path: `/imports/${failed}`, as },
  ]
}
