import { describe, expect, test } from 'vitest'
import { knownNames } from '../../src/exchange/mapping/rules.ts'
import { heldFile, readFile } from '../../src/exchange/reading/actions.ts'
import { allOf } from '../../src/exchange/reading/rules/chunks.ts'
import { utf8, zipOf } from './encoded.ts'

const isKnown = knownNames('accession')
const read = async (bytes: Uint8Array) => {
  const { table, understood } = await readFile(heldFile(bytes), isKnown)
  const rows = await allOf(table.rows())
  const entries = rows.map(({ cells }) =>
    Object.fromEntries(table.header.map((name, at) => [name, cells[at] ?? ''])),
  )
  return { entries, understood }
}

describe('JSON', () => {
  test('of BrAPI is a table with the names of MCPD', async () => {
    const germplasm = {
      germplasmDbId: '1',
      accessionNumber: 'A1',
      germplasmName: 'Name one',
      instituteCode: 'CHN001',
      genus: 'Medicago',
      species: 'sativa',
      biologicalStatusOfAccessionCode: '300',
      synonyms: [{ synonym: 'S1', type: null }, { synonym: 'S2' }],
      storageTypes: [{ code: '11' }, { code: '13' }],
      donors: [{ donorInstituteCode: 'CHN002', donorAccessionNumber: 'D1' }],
      additionalInfo: { ploidy: '4' },
    }
    const answer = { metadata: {}, result: { data: [germplasm, { germplasmName: 'Two' }] } }
    const { entries, understood } = await read(utf8(JSON.stringify(answer)))
    expect(understood).toEqual({ format: 'json', path: 'result.data' })
    expect(entries[0]).toMatchObject({
      ACCENUMB: 'A1',
      ACCENAME: 'Name one',
      INSTCODE: 'CHN001',
      SAMPSTAT: '300',
      OTHERNUMB: 'S1;S2',
      STORAGE: '11;13',
      DONORCODE: 'CHN002',
      DONORNUMB: 'D1',
    })
    expect(entries[1]).toMatchObject({ ACCENAME: 'Two', ACCENUMB: '' })
  })

  test('of one passport as BrAPI’s /mcpd answers it is a table of one row', async () => {
    const result = {
      accessionNumber: 'A1',
      collectingInfo: { collectingSite: { latitudeDecimal: '35.5', elevation: '1920' } },
      donorInfo: { donorInstitute: { instituteCode: 'CHN002' } },
    }
    const { entries } = await read(utf8(JSON.stringify({ metadata: {}, result })))
    expect(entries).toEqual([
      { ACCENUMB: 'A1', DECLATITUDE: '35.5', ELEVATION: '1920', DONORCODE: 'CHN002' },
    ])
  })

  test('of MCPD is one as it is; what is no JSON is refused', async () => {
    const passports = [{ ACCENUMB: 'A1', GENUS: 'Zea', ELEVATION: -12 }]
    expect((await read(utf8(JSON.stringify(passports)))).entries).toEqual([
      { ACCENUMB: 'A1', GENUS: 'Zea', ELEVATION: '-12' },
    ])
    await expect(read(utf8('[{"ACCENUMB": "A1",}]'))).rejects.toThrow(/looks like JSON/)
  })
})

const metaOf = (rowType: string, more = '') => `<?xml version='1.0' encoding='utf-8'?>
<archive xmlns="http://rs.tdwg.org/dwc/text/">
  <core encoding="UTF-8" fieldsTerminatedBy="\\t" linesTerminatedBy="\\n" fieldsEnclosedBy=''
    ignoreHeaderLines="1" rowType="http://rs.tdwg.org/dwc/terms/${rowType}">
    <files><location>occurrence.txt</location></files>
    <id index="0"/>
    <field index="1" term="http://rs.tdwg.org/dwc/terms/catalogNumber"/>
    <!-- <field index="2" term="http://rs.tdwg.org/dwc/terms/country"/> -->
    <field index="2" term="http://rs.tdwg.org/dwc/terms/scientificName"/>
    <field index="3" term='http://rs.tdwg.org/dwc/terms/basisOfRecord'/>
    <field term="http://rs.tdwg.org/dwc/terms/institutionCode" default="CHN001"/>
  </core>
  ${more}
</archive>`

const extension = `<extension fieldsTerminatedBy="," fieldsEnclosedBy='"' ignoreHeaderLines="0"
    rowType="http://purl.org/germplasm/germplasmTerm#GermplasmAccession">
    <files><location>germplasm.txt</location></files>
    <coreid index="0"/>
    <field index="1" term="http://purl.org/germplasm/germplasmTerm#biologicalStatus"/>
    <field index="2" term="http://purl.org/germplasm/germplasmTerm#donorsIdentifier"/>
  </extension>`

const rows = (basis: string) =>
  `id\tnumber\tname\tbasis\n1\tA1\tZea mays "Red"\t${basis}\n2\tA2\tAvena sativa\t${basis}\n`

const archive = (number: string) =>
  zipOf({
    'meta.xml': metaOf('Occurrence'),
    'occurrence.txt': rows('LivingSpecimen').replace('A1', number),
  })

describe('a Darwin Core Archive', () => {
  test('is a table of its core, with what extensions say of each row', async () => {
    const { entries, understood } = await read(
      zipOf({
        'bank/meta.xml': metaOf('Occurrence', extension),
        'bank/occurrence.txt': rows('LivingSpecimen'),
        'bank/germplasm.txt': '2,300,"D,2"\n1,100,D1\n',
      }),
    )
    expect(understood).toEqual({ format: 'archive', file: 'occurrence.txt', extensions: 1 })
    expect(entries).toMatchObject([
      {
        ACCENUMB: 'A1',
        Taxon: 'Zea mays "Red"',
        INSTCODE: 'CHN001',
        SAMPSTAT: '100',
        DONORNUMB: 'D1',
      },
      { ACCENUMB: 'A2', Taxon: 'Avena sativa', SAMPSTAT: '300', DONORNUMB: 'D,2' },
    ])
  })

  test('of events is a table of the occurrences beside them, and its sightings are refused row by row', async () => {
    const events = `<archive><core fieldsTerminatedBy="," rowType="http://rs.tdwg.org/dwc/terms/Event">
        <files><location>event.txt</location></files><id index="0"/>
        <field index="1" term="http://rs.tdwg.org/dwc/terms/locality"/>
        <field index="2" term="http://rs.tdwg.org/dwc/terms/eventDate"/>
      </core>
      <extension fieldsTerminatedBy="," rowType="http://rs.tdwg.org/dwc/terms/Occurrence">
        <files><location>occurrence.txt</location></files><coreid index="0"/>
        <field index="1" term="http://rs.tdwg.org/dwc/terms/catalogNumber"/>
        <field index="2" term="http://rs.tdwg.org/dwc/terms/basisOfRecord"/>
        <field index="3" term="http://rs.tdwg.org/dwc/terms/recordedBy"/>
        <field index="4" term="http://rs.tdwg.org/dwc/terms/verbatimEventDate"/>
      </extension></archive>`
    const { table } = await readFile(
      heldFile(
        zipOf({
          'meta.xml': events,
          'event.txt': 'E1,Minqin,1999-07\n',
          'occurrence.txt': 'E1,A1,LivingSpecimen,Li | Ma,199907--\nE1,A2,HumanObservation,Li,\n',
        }),
      ),
      isKnown,
    )
    const texts = (await allOf(table.rows())).map(({ cells, problems = [] }) => [
      ...['ACCENUMB', 'COLLSITE', 'COLLNAME', 'COLLDATE'].map(
        (name) => cells[table.header.indexOf(name)],
      ),
      ...problems.map(({ row, code }) => [row, code]),
    ])
    expect(texts).toEqual([
      ['A1', 'Minqin', 'Li;Ma', '199907--'],
      ['A2', 'Minqin', 'Li', '1999-07', [2, 'not_kept']],
    ])
  })

  test('names who gave the whole name: the author of a subtaxon is not that of its species', async () => {
    const named = `<archive><core fieldsTerminatedBy="," rowType="http://rs.tdwg.org/dwc/terms/Occurrence">
        <files><location>occurrence.txt</location></files><id index="0"/>
        <field index="0" term="http://rs.tdwg.org/dwc/terms/catalogNumber"/>
        <field index="1" term="http://rs.tdwg.org/dwc/terms/scientificName"/>
        <field index="2" term="http://rs.tdwg.org/dwc/terms/scientificNameAuthorship"/>
        <field term="http://rs.tdwg.org/dwc/terms/basisOfRecord" default="LivingSpecimen"/>
      </core></archive>`
    const names = [
      'A1,Zea mays L.,L.',
      'A2,Avena sativa,L.',
      'A3,Zea mays L. subsp.  mays Kuntze,Kuntze',
      'A4,Zea mays L. subsp. mays,',
      'A5,Zea mays L. mays Kuntze,Kuntze',
    ]
    const { entries } = await read(
      zipOf({ 'meta.xml': named, 'occurrence.txt': `${names.join('\n')}\n` }),
    )
    const parts = entries.map(({ Taxon, SPAUTHOR, SUBTAUTHOR }) => [Taxon, SPAUTHOR, SUBTAUTHOR])
    expect(parts).toEqual([
      ['Zea mays', 'L.', ''],
      ['Avena sativa', 'L.', ''],
      ['Zea mays L. subsp.  mays', 'L.', 'Kuntze'],
      ['Zea mays L. subsp. mays', 'L.', ''],
      ['Zea mays L. mays', 'L.', 'Kuntze'],
    ])
  })

  test('is found in the folder of a publishing toolkit, the newest of several', async () => {
    const folder = {
      'res/resource.xml': '<resource/>',
      'res/dwca-1.9.zip': archive('OLD'),
      'res/dwca-1.10.zip': archive('NEW'),
    }
    expect((await read(zipOf(folder))).entries[0]).toMatchObject({ ACCENUMB: 'NEW' })
    await expect(read(zipOf({ 'dwca.zip': zipOf(folder) }))).rejects.toThrow(/contains no XLSX/)
  })

  test.each([
    [
      'of a checklist',
      { 'meta.xml': metaOf('Taxon'), 'occurrence.txt': rows('x') },
      /core of this Darwin Core Archive is Taxon/,
    ],
    [
      'of sightings',
      { 'meta.xml': metaOf('Occurrence'), 'occurrence.txt': rows('HumanObservation') },
      /All 2 rows .* are observations \(basisOfRecord “HumanObservation”\)/,
    ],
    ['that lacks its core file', { 'meta.xml': metaOf('Occurrence') }, /lacks the file “occurr/],
    ['without meta.xml', { 'occurrence.txt': rows('x') }, /contains no XLSX workbook/],
  ])('%s is refused in words', async (_, files, why) => {
    await expect(read(zipOf(files))).rejects.toThrow(why)
  })
})
