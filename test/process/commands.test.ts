import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openProcessScene, type ProcessScene } from '../support/hexi-process.ts'

/** Commands beside a server that runs, as whoever looks after it types them; each test builds on those before. */
let scene: ProcessScene
let address = ''
let token = ''

beforeAll(async () => {
  scene = await openProcessScene()
  address = (await scene.serve()).address
})

afterAll(() => scene.close())

const ask = async (path: string, json?: object) => {
  const answer = await fetch(`${address}/api/v1${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(json && { method: 'POST', body: JSON.stringify(json) }),
  })
  return { status: answer.status, body: await answer.json() }
}

const Found = z.object({ items: z.array(z.looseObject({ title: z.object({ zh: z.string() }) })) })

describe('beside a running server', { timeout: 90_000 }, () => {
  test('person and token make whoever looks after the house', async () => {
    const them = ['--email', 'ma@hexi.example', '--name', '马 兰']
    const person = await scene.run(['person', ...them, '--admin'])
    expect([person.code, person.err]).toEqual([0, ''])
    const made = await scene.run(['token', '--email', 'ma@hexi.example', '--scopes', 'admin'])
    expect(made.code).toBe(0)
    token = made.out.trim()
    expect(token).toMatch(/^hexi_pat_\S+$/)
    expect((await ask('/me')).body).toMatchObject({ email: 'ma@hexi.example', name: '马 兰' })
  })

  test('what they refuse is said in a sentence, and 1', async () => {
    const nobody = await scene.run(['token', '--email', 'nobody@hexi.example'])
    expect([nobody.code, nobody.out]).toEqual([1, ''])
    expect(nobody.err).toContain('nobody@hexi.example')
    const them = ['--email', 'li@hexi.example', '--name', 'Li']
    const weak = await scene.run(['person', ...them, '--password', 'short'])
    expect([weak.code, weak.out]).toEqual([1, ''])
    expect(weak.err).toContain('password')
  })

  test('import takes the good rows, names the bad one, and answers 1 for it', async () => {
    const institution = { name: { zh: '甘肃省种质资源库' }, kind: 'institute', region: '620100' }
    expect((await ask('/institutions', institution)).status).toBe(201)
    const file = join(scene.folder, '苜蓿.csv')
    const rows = ['ACCENUMB,名称,ORIGCTY', 'ZXM000901,陇东苜蓿,CHN', 'ZXM000902,错行,Nowhere']
    await writeFile(file, `${rows.join('\n')}\n`)
    const imported = await scene.run(['import', '--kind', 'accession', file])
    expect(imported.code).toBe(1)
    expect(imported.err).toMatch(/3\D+ORIGCTY|3\D+origcty/)
    expect(imported.err).toContain('Nowhere')
    const found = await ask(`/records?q=${encodeURIComponent('陇东苜蓿')}`)
    expect(Found.parse(found.body).items.map(({ title }) => title.zh)).toEqual(['陇东苜蓿'])
  })

  test('import and export write new files only, and say so where there is one', async () => {
    const at = (name: string) => join(scene.folder, name)
    const [file, bad, out] = [at('燕麦.csv'), at('bad.csv'), at('out.csv')]
    await writeFile(file, 'ACCENUMB,名称,ORIGCTY\nZXM000903,燕麦,Nowhere\n')
    const args = ['import', '--kind', 'accession', '--rejected', bad, file]
    const first = await scene.run(args)
    expect([first.code, first.err]).toEqual([1, expect.not.stringContaining('Warning')])
    expect(await readFile(bad, 'utf8')).toMatch(/ZXM000903,燕麦,Nowhere/)
    const again = await scene.run(args)
    expect([again.code, again.out]).toEqual([1, ''])
    expect(again.err).toBe(
      `The file ${bad} already exists and is not overwritten. Use another name, or move it first.\n`,
    )
    const exported = ['export', '--format', 'mcpd', out]
    expect((await scene.run(exported)).code).toBe(0)
    const whole = await readFile(out, 'utf8')
    expect(whole).toContain('ZXM000901')
    expect(await scene.run(exported)).toMatchObject({ code: 1, err: expect.stringMatching(out) })
    expect(await readFile(out, 'utf8')).toBe(whole)
  })

  test('import of a file that is not there says so, and 1; of no kind, which there are, and 2', async () => {
    const missing = await scene.run(['import', '--kind', 'accession', 'none.csv'])
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('none.csv')])
    const kind = await scene.run(['import', '--kind', 'plant', 'none.csv'])
    expect([kind.code, kind.out]).toEqual([2, ''])
    expect(kind.err).toMatch(/^--kind plant \(instrument, dataset, accession, collection\)$/m)
  })

  test('reindex makes the search documents anew', async () => {
    const { code, out } = await scene.run(['reindex'])
    expect([code, out]).toEqual([0, 'Indexed 1 records anew.\n'])
    const found = await ask('/records?q=ZXM000901')
    expect(Found.parse(found.body).items).toHaveLength(1)
  })

  test('migrate has nothing left to do', async () => {
    expect(await scene.run(['migrate'])).toMatchObject({ code: 0, out: '', err: '' })
  })

  test('doctor finds everything well, and says what it looked at', async () => {
    const { code, out, err } = await scene.run(['doctor'])
    expect([code, err]).toEqual([0, ''])
    const lines = out.trimEnd().split('\n')
    expect(lines).toHaveLength(7)
    for (const line of lines) expect(line).toMatch(/^ok {3}\S/)
  })
})
