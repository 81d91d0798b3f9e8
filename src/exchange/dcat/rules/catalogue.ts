import { inLanguages } from './dataset.ts'
import { each, type Statement, type Thing, thing } from './terms.ts'

type Page = {
  baseUrl: string
  /** Addresses of this page and of the next; null on the last. */
  here: string
  next: string | null
  entries: readonly { record: Thing; dataset: Thing }[]
}

/** The catalogue as this page has it, and where it goes on. */
export const catalogueOf = ({ baseUrl, here, next, entries }: Page): Thing[] => [
  thing(
    `${baseUrl}/dcat#catalogue`,
    ['dcat:Catalog', 'hydra:Collection'],
    inLanguages('dct:title', words.title),
    inLanguages('dct:description', words.description),
    [
      [
        'dct:publisher',
        thing(`${baseUrl}/#publisher`, ['foaf:Agent'], [['foaf:name', { text: 'Hexi 河西' }]]),
      ],
      ['foaf:homepage', thing(`${baseUrl}/`, ['foaf:Document'])],
      ['hydra:view', viewOf(here, next)],
    ],
    each('dcat:service', servicesOf(baseUrl), (service) => service),
    each('dcat:record', entries, ({ record }) => record),
    each('dcat:dataset', entries, ({ dataset }) => dataset),
  ),
]

const viewOf = (here: string, next: string | null): Thing => {
  const following: Statement[] = next === null ? [] : [['hydra:next', { iri: next }]]
  return thing(here, ['hydra:PartialCollectionView'], following)
}

const servicesOf = (baseUrl: string): Thing[] =>
  Object.entries(services).map(([path, { title, about }]) =>
    thing(
      `${baseUrl}${path}#service`,
      ['dcat:DataService'],
      inLanguages('dct:title', title),
      [['dcat:endpointURL', { iri: `${baseUrl}${path}` }]],
      about === null ? [] : [['dcat:endpointDescription', { iri: `${baseUrl}${about}` }]],
    ),
  )

const services = {
  '/api/v1': {
    title: { zh: 'JSON 接口', en: 'JSON API' },
    about: '/api/v1/openapi.json',
  },
  '/oai': { title: { zh: 'OAI-PMH 2.0 收割接口', en: 'OAI-PMH 2.0' }, about: '/oai?verb=Identify' },
  '/brapi/v2': { title: { zh: '育种数据接口 BrAPI', en: 'BrAPI' }, about: '/brapi/v2/serverinfo' },
}

const words = {
  title: { zh: '河西科研资源目录：科学数据', en: 'Hexi: datasets of Gansu’s laboratories' },
  description: {
    zh: '甘肃省科研单位公开的科学数据：说明、获取方式和可直接下载的文件。',
    en: 'Datasets published by laboratories in Gansu: descriptions, how to get them and openly available files.',
  },
}
