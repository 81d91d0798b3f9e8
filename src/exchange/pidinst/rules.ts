import { inLang } from '../../core/text.ts'
import { textIn } from '../../core/field-values.ts'
import { unavailable } from '../datacite/rules/datacite.ts'
import type { Described } from '../described/model.ts'

const dateTypes: Readonly<Record<string, string>> = {
  Available: 'Commissioned',
  Withdrawn: 'DeCommissioned',
}

const numberTypes: Readonly<Record<string, string>> = {
  SerialNumber: 'SerialNumber',
  InventoryNumber: 'InventoryNumber',
}

/** An instrument as PIDINST 1.0 has it (RDA Persistent Identification of Instruments WG, 2022), in its JSON form. */
export function pidinstOf(one: Described) {
  const { values, identifier } = one
  const [manufacturer] = one.creators
  const model = textIn(values, 'instrVersion')
  const description = one.summary.zh ?? one.summary.en ?? textIn(values, 'function')
  const dates = one.dates.flatMap(({ type, date }) => {
    const dateType = dateTypes[type]
    return dateType ? [{ date, dateType }] : []
  })
  return {
    identifier: { identifier: identifier.value, identifierType: identifier.type },
    schemaVersion: '1.0',
    landingPage: one.url,
    name: inLang(one.title, 'zh') || unavailable,
    owners: [ownerOf(one)],
    // Mandatory there: what nobody wrote down is said to be unavailable rather than made up.
    manufacturers: [{ manufacturerName: manufacturer?.name ?? unavailable }],
    ...(model && { model: { modelName: model } }),
    ...(description && { description }),
    ...typesOf(one),
    ...(one.variables.length > 0 && { measuredVariables: one.variables }),
    ...(dates.length > 0 && { dates }),
    ...alternatesOf(one),
  }
}

const ownerOf = ({ institution, contact }: Described) => ({
  ownerName: inLang(institution.name, 'zh') || unavailable,
  ...(contact?.email && { ownerContact: contact.email }),
})

function typesOf({ values, type }: Described) {
  const code = textIn(values, 'instrCategory')
  if (!code) return {}
  return {
    instrumentTypes: [
      {
        instrumentTypeName: type.words.zh,
        instrumentTypeIdentifier: {
          instrumentTypeIdentifier: code,
          instrumentTypeIdentifierType: 'NRII instrument category',
        },
      },
    ],
  }
}

function alternatesOf({ alternateIdentifiers, title }: Described) {
  const alternates = [
    ...alternateIdentifiers.map(({ type, value }) => ({
      alternateIdentifier: value,
      alternateIdentifierType: numberTypes[type] ?? 'Other',
    })),
    ...(title.zh && title.en
      ? [
          {
            alternateIdentifier: title.en,
            alternateIdentifierType: 'Other',
            alternateIdentifierName: 'Name in English',
          },
        ]
      : []),
  ]
  return alternates.length > 0 ? { alternateIdentifiers: alternates } : {}
}
