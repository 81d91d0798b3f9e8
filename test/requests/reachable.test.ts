import { expect, test } from 'vitest'
import { z } from 'zod'
import { dayAt, defaultZone } from '../../src/core/time.ts'
import { requestPages } from '../../src/requests/pages.ts'
import { publishable } from '../support/publishable.ts'
import { publishedAgreement } from './agreement-scene.ts'
import { requestScene } from './scene.ts'

/** What only a letter leads to. */
const byLetter = ['/consent/:token', '/requests/:id/reply']
/** What is shown once a form was sent, and an address that names a record, whose own page leads to the basket. */
const otherwise = ['/requests/desk/decisions/:id', '/basket/checkout/sending', '/requests/new']
const starts = (institution: string, records: readonly string[]) => [
  ...records.map((id) => `/records/${id}`),
  '/me',
  '/requests/desk',
  '/basket',
  `/institutions/${institution}`,
]
const mostPages = 400

test('every page of sharing requests is reached by links from one’s own page, the desk or a provider', async () => {
  await using scene = await requestScene()
  const { text } = await publishedAgreement(scene, { recordKinds: ['accession'] })
  await scene.draft([{ record: scene.dataset }])
  await scene.sent([{ record: scene.dataset }])
  const other = await scene.sent([{ record: scene.dataset }])
  const bulk = { requests: [other.id], answer: 'rejected', reason: '暂不提供' }
  await scene.post('/request-decisions', bulk, 'demo-curator')
  await scene.lot()
  const project = { title: '抗旱苜蓿', purpose: '筛选', intendedUse: ['DUO:0000042'] }
  await scene.made('/projects', project, 'demo-outsider')
  const fields = [{ key: 'plan', type: 'long', label: { zh: '方案', en: 'Plan' }, required: false }]
  const form = { title: { zh: '申请表' }, institution: scene.own, fields }
  const formId = await scene.made('/request-forms', form)
  await scene.post(`/request-forms/${formId}/publication`)
  const draft = { ...form, institution: scene.other }
  await scene.made('/request-forms', draft, scene.strangerToken)
  const basket = { items: [scene.seeds(5)] }
  await scene.as('demo-outsider').put('/api/v1/basket', basket)
  const request = await scene.decided(await scene.sent([scene.seeds(5)]), 'approved')
  const shown = `/api/v1/requests/${request.id}/agreements/${text}`
  const { sha256 } = z
    .looseObject({ sha256: z.string() })
    .parse(await (await scene.as('demo-outsider').get(shown)).json())
  await scene.give(request.id, 'agreement-acceptance', { agreement: text, sha256 })
  const accepted = await scene.decided(await scene.sent([{ record: scene.dataset }]), 'approved')
  expect(accepted.state).toBe('fulfilled')

  const samples = await scene.add('collection', {
    ...publishable.collection,
    access: 'on_request',
    title: { zh: '血清库' },
  })
  const target = { criteria: '血清' }
  await scene.sent([{ record: samples, quantity: 1, unit: 'sample', target }])

  const today = dayAt(scene.services.now(), defaultZone)
  await scene.made(
    '/steward-absences',
    { institution: scene.own, from: today, until: today },
    'demo-steward',
  )

  const pages = requestPages.routes.filter(({ method }) => method === 'GET')
  const patterns = [...new Set(pages.map(({ path }) => path))]
  const matches = (path: string) => patterns.find((pattern) => isOf(pattern, path, patterns))
  const reached = new Set<string>()
  for (const who of ['demo-outsider', 'demo-curator', 'demo-admin']) {
    const waiting = starts(scene.own, [scene.accession, scene.dataset])
    const seen = new Set(waiting.map(shapeOf))
    for (let count = 0; waiting.length > 0 && count < mostPages; count += 1) {
      const path = waiting.shift() ?? ''
      // oxlint-disable-next-line no-await-in-loop -- one page leads to the next
      const answer = await scene.as(who).get(path)
      if (answer.status !== 200) continue
      const pattern = matches(path.replace(/[?#].*$/, ''))
      if (pattern !== undefined) reached.add(pattern)
      // oxlint-disable-next-line no-await-in-loop -- the same
      for (const link of linksIn(await answer.text())) {
        const isHere = matches(link.replace(/[?#].*$/, '')) !== undefined
        if (!isHere || seen.has(shapeOf(link))) continue
        seen.add(shapeOf(link))
        waiting.push(link)
      }
    }
  }
  const known = [...byLetter, ...otherwise, ...reached]
  expect(patterns.filter((pattern) => !known.includes(pattern))).toEqual([])
}, 120_000)

/** Addresses of pages in a page; no files, programs or other hosts. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*href="(\/[^"]*)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&').replace(/#.*$/, ''))
    .filter((href) => !/^\/(?:api|assets|sign-out|images|lang)/.test(href))

/** Filters and pages of a list are alike. */
const shapeOf = (path: string) => path.replace(/\?.*$/, (query) => query.replaceAll(/=[^&]*/g, ''))

const isOf = (pattern: string, path: string, all: readonly string[]): boolean =>
  pattern.includes(':')
    ? !all.includes(path) && new RegExp(`^${pattern.replaceAll(/:[a-z]+/gi, '[^/]+')}$`).test(path)
    : pattern === path
