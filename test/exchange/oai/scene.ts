import { XmlDocument } from 'libxml2-wasm'

type App = { request: (path: string, init?: RequestInit) => Response | Promise<Response> }

const namespaces = {
  oai: 'http://www.openarchives.org/OAI/2.0/',
  dc: 'http://purl.org/dc/elements/1.1/',
}

/** What stands in an answer at an XPath, one text each. */
export function textsAt(body: string, path: string): string[] {
  const document = XmlDocument.fromString(body)
  try {
    return document.find(path, namespaces).map((node) => node.content)
  } finally {
    document.dispose()
  }
}

/** Asks as a harvester does: arguments in their order, which may be there twice. */
export function harvester(app: App) {
  const ask = async (query: string, headers: Record<string, string> = {}) => {
    const answer = await app.request(`/oai?${query}`, { headers })
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      body: await answer.text(),
    }
  }
  return {
    ask,
    body: async (query: string) => (await ask(query)).body,
    /** Codes of the errors of an answer. */
    errors: async (query: string) => textsAt((await ask(query)).body, '//oai:error/@code'),
    /** All pages of a list. */
    pages: async (query: string) => {
      const pages: string[] = []
      let next: string | undefined = query
      while (next !== undefined) {
        // oxlint-disable-next-line no-await-in-loop -- a page names the next
        const { body } = await ask(next)
        pages.push(body)
        const [token] = textsAt(body, '//oai:resumptionToken')
        const verb = new URLSearchParams(query).get('verb') ?? ''
        next = token ? new URLSearchParams({ verb, resumptionToken: token }).toString() : undefined
      }
      return pages
    },
  }
}
