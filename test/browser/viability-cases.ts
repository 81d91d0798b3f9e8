import { z } from 'zod'
import type { PageCase } from './cases.ts'
import type { FoundStock } from './stock-cases.ts'

/** A test of the demo’s curator that goes on, its protocol, the room of its bank. */
export type FoundViability = {
  running: string
  protocol: string
  institution: string
  room: string
}

const Found = z.object({
  items: z.array(z.looseObject({ id: z.string(), type: z.string().optional() })),
})

export async function findViability(origin: string): Promise<FoundViability> {
  const ids = async (path: string) => {
    const headers = { authorization: 'Bearer demo-curator' }
    const answer = await fetch(`${origin}/api/v1${path}`, { headers })
    return Found.parse(await answer.json()).items
  }
  const first = async (path: string) => {
    const [found] = await ids(path)
    if (!found) throw new Error(`the demo has nothing of its curator at ${path}`)
    return found.id
  }
  const running = await first('/viability-tests?state=running')
  const building = await first('/places')
  const tests = await fetch(`${origin}/api/v1/viability-tests/${running}`, {
    headers: { authorization: 'Bearer demo-curator' },
  })
  const { institution } = z
    .object({ institution: z.object({ id: z.string() }) })
    .parse(await tests.json())
  return {
    running,
    protocol: await first('/test-protocols'),
    institution: institution.id,
    room: await first(`/places/${building}/places`),
  }
}

export const viabilityCases = (
  { running, protocol, institution, room }: FoundViability,
  { lot }: FoundStock,
): PageCase[] =>
  [
    { name: 'viability-due', path: '/viability-due' },
    { name: 'viability-due-none', path: '/viability-due?state=soon' },
    { name: 'regeneration', path: '/regeneration-queue' },
    { name: 'viability-tests', path: '/viability-tests' },
    { name: 'viability-test', path: `/viability-tests/${running}` },
    { name: 'viability-test-dish', path: `/viability-tests/${running}?replicate=2&day=5` },
    { name: 'viability-test-labels', path: `/viability-tests/${running}/labels` },
    { name: 'viability-test-new', path: `/lots/${lot}/viability-tests/new` },
    { name: 'lot-seeds', path: `/lots/${lot}/seeds` },
    { name: 'test-protocols', path: '/test-protocols' },
    { name: 'test-protocol-new', path: '/test-protocols/new' },
    { name: 'test-protocol', path: `/test-protocols/${protocol}` },
    { name: 'life-constants', path: '/life-constants' },
    { name: 'testing-rule', path: `/institutions/${institution}/testing-rule` },
    { name: 'safety-coverage', path: '/safety-coverage' },
    { name: 'safety-duplicate-new', path: `/lots/${lot}/safety-duplicates/new` },
    { name: 'place-climate', path: `/places/${room}/climate` },
    { name: 'climate-alarms', path: '/climate-alarms' },
  ].map((one): PageCase => ({ ...one, as: 'demo-curator' }))
