import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readPdf } from '../../src/ports/previews/pdf.node.ts'
import { paperKinds } from '../../src/requests/papers/model.ts'
import type { Who } from './found.ts'
import { stageOfFile } from './stage.ts'

const stage = await stageOfFile()
const Item = z.looseObject({ id: z.string() })
const Items = z.object({ items: z.array(Item).min(1) })
const Needed = z.object({
  items: z.array(z.object({ ruleId: z.string(), document: z.string().nullable() })),
})
const Asked = Item.extend({ number: z.string(), items: z.array(Item).length(1) })
const Decided = z.object({
  items: z.array(z.object({ decision: z.object({ agreements: z.array(z.string()) }) })),
})

const asker = (origin: string) => async (path: string, body: object | undefined, as: Who) => {
  const headers = { authorization: `Bearer ${as}` }
  const isForm = body instanceof FormData
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: isForm ? headers : { ...headers, 'content-type': 'application/json' },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`)
  return JSON.parse(text)
}
type Ask = ReturnType<typeof asker>

const formOf = (fields: Readonly<Record<string, string>>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

/** Asks for 100 seeds to go abroad; approved with its permits, 30 and 20 of them shipped. */
async function shippedAbroad(origin: string, accession: string) {
  const ask = asker(origin)
  const stock = { code: 'PAPER-1', unit: 'seed', quantity: 500 }
  const lot = Item.parse(await ask(`/accessions/${accession}/lots`, stock, 'demo-curator')).id
  const wanted = { record: accession, quantity: 100, unit: 'seed', target: { lotId: lot } }
  const purpose = { title: '干旱区苜蓿引种比较', text: '比较抗旱性' }
  const drafts = z.object({ items: z.tuple([Asked]) })
  const asked = { items: [wanted], destination: 'KZ', purpose }
  const [draft] = drafts.parse(await ask('/requests', asked, 'demo-researcher')).items
  const { id } = draft
  const item = draft.items[0]?.id ?? ''
  const give = (command: string, body: object, as: Who) =>
    ask(`/requests/${id}/${command}`, body, as)
  const { number } = Asked.parse(await give('submission', {}, 'demo-researcher'))
  await showPermits(ask, { id, item, accession })
  await give('notes', formOf({ text: '内部便签：先查信用' }), 'demo-curator')
  const decisions = [{ item, answer: 'approved', conditions: '仅限科研，不得转让' }]
  await acceptAll(ask, id, await give('decision', { decisions }, 'demo-curator'))
  const first = { carrier: '顺丰速运', tracking: 'SF0001', lines: [{ item, quantity: 30 }] }
  await give('shipment', first, 'demo-curator')
  const second = { carrier: 'DHL', tracking: 'DHL-77', lines: [{ item, quantity: 20 }] }
  await give('shipment', second, 'demo-curator')
  const sent = Items.parse(await ask(`/requests/${id}/shipments`, undefined, 'demo-researcher'))
  return { id, number, shipments: sent.items.map((shipment) => shipment.id) }
}

type Concerned = { id: string; item: string; accession: string }

async function showPermits(ask: Ask, { id, item, accession }: Concerned) {
  const law = `/records/${accession}/permits?destination=KZ`
  const { items } = Needed.parse(await ask(law, undefined, 'demo-researcher'))
  const needed = items.filter(({ document }) => document !== null)
  for (const [at, { ruleId: rule }] of needed.entries()) {
    const number = `农种批〔2026〕${at + 1} 号`
    const form = formOf({ item, rule, number, issuedOn: '2026-01-05' })
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await ask(`/requests/${id}/permits`, form, 'demo-researcher')
  }
}

async function acceptAll(ask: Ask, id: string, decided: unknown) {
  const { items } = Decided.parse(decided)
  for (const agreement of items.flatMap(({ decision }) => decision.agreements)) {
    const path = `/requests/${id}/agreements/${agreement}`
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { sha256 } = await ask(path, undefined, 'demo-researcher')
    const accepted = { agreement, sha256 }
    // oxlint-disable-next-line no-await-in-loop -- the same
    await ask(`/requests/${id}/agreement-acceptance`, accepted, 'demo-researcher')
  }
}

test.skipIf(stage.absent)(
  'papers of a request are printed on A4, with each shipment by itself, in both languages',
  async () => {
    const { house, visits, found } = stage.get()
    const { id, number, shipments } = await shippedAbroad(house.origin, found.stock.accession)
    const window = await visits.windowOf(
      { lang: 'zh', theme: 'dark', width: 1280 },
      'demo-researcher',
    )
    const page = await window.newPage()
    const printed = async (address: string) => {
      await page.goto(`/requests/${id}/papers/${address}`)
      const bytes = await page.pdf({ preferCSSPageSize: true })
      const boxes = [
        ...bytes.toString('latin1').matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g),
      ]
      const sizes = new Set(
        boxes.map(([, ...size]) => size.map((side) => Math.round(Number(side))).join()),
      )
      expect([...sizes]).toEqual(['595,842'])
      const { facts, picture } = await readPdf({
        name: 'paper.pdf',
        sizeBytes: bytes.length,
        read: (first, length) => bytes.subarray(first, first + length),
        taken: () => bytes.length,
      })
      if (facts.kind !== 'pdf') throw new Error('This is no PDF.')
      const folder = process.env['HEXI_PICTURES']
      if (folder && picture)
        await writeFile(`${folder}/${address.replace(/\W+/g, '-')}.png`, picture.png)
      return { pages: facts.pages, text: (facts.text ?? '').replaceAll(/\s+/g, ' ') }
    }
    for (const kind of paperKinds) {
      // oxlint-disable-next-line no-await-in-loop -- one page
      const { text, pages } = await printed(kind)
      expect(text).toContain(number)
      expect(text).not.toContain('内部便签')
      if (kind === 'agreement') continue
      // Two shipments, and what has still to go.
      expect(pages).toBe(3)
      for (const words of ['顺丰速运', 'SF0001', 'DHL-77', '30 粒', '20 seeds', '50 粒', '待发'])
        expect(text).toContain(words)
      expect(text).toContain('农种批〔2026〕1 号')
    }
    const { text, pages } = await printed(`delivery-note?shipment=${shipments[1]}`)
    expect(pages).toBe(1)
    for (const words of ['SF0001', 'PAPER-1', '交接单', 'Delivery note', '仅限科研，不得转让'])
      expect(text).toContain(words)
    expect(text).not.toContain('DHL-77')
    expect((await printed('agreement')).text).toContain('接受人')
    await window.close()
  },
  120_000,
)
