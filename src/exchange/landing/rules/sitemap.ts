import { documentOf, element } from '../../../core/xml.ts'
import { isoOf, type Temporal } from '../../../core/time.ts'

const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** The protocol's most addresses in one file. */
export const sitemapSize = 50_000

/** Biobanks, networks and research resources. */
export const directorySitemap = '/sitemap-directory.xml'

export const sitemapIndex = (baseUrl: string, parts: readonly number[]): string =>
  documentOf(
    element(
      'sitemapindex',
      { xmlns },
      ...[...parts.map((part) => `/sitemap-${part}.xml`), directorySitemap].map((path) =>
        element('sitemap', {}, element('loc', {}, baseUrl + path)),
      ),
    ),
  )

type Entry = { path: string; updatedAt?: Temporal.Instant }

export const sitemapPart = (baseUrl: string, entries: readonly Entry[]): string =>
  documentOf(
    element(
      'urlset',
      { xmlns },
      ...entries.map(({ path, updatedAt }) =>
        element(
          'url',
          {},
          element('loc', {}, baseUrl + path),
          ...(updatedAt ? [element('lastmod', {}, isoOf(updatedAt))] : []),
        ),
      ),
    ),
  )

/** Crawlers are led to records, and kept from what is somebody's own or without an end. */
export const robotsText = (baseUrl: string): string =>
  [
    'User-agent: *',
    'Disallow: /account',
    'Disallow: /admin',
    'Disallow: /desk',
    'Disallow: /sign-in',
    'Disallow: /records?',
    'Disallow: /openings?',
    'Disallow: /biobanks?',
    'Allow: /',
    '',
    `Sitemap: ${baseUrl}/sitemap.xml`,
    '',
  ].join('\n')
