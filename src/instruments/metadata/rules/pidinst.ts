import { textIn, textsIn } from '../../../core/field-values.ts'
import {
  datesOf,
  type Described,
  identifierOf,
  nameOf,
  numbersOf,
  unavailable,
} from './described.ts'

const dateTypes = { beginDate: 'Commissioned', decommissionDate: 'DeCommissioned' } as const

/** An instrument as PIDINST 1.0 has it (RDA Persistent Identification of Instruments WG, 2022), in its JSON form. */
export function pidinstOf(one: Described) {
  const { values } = one
  const { type, value } = identifierOf(one)
  const contact = textIn(values, 'email')
  const model = textIn(values, 'instrVersion')
  const description = one.summaryZh ?? one.summaryEn ?? textIn(values, 'function')
  const measured = textsIn(values, ['measuredVariables'])
  return {
    identifier: { identifier: value, identifierType: type },
    schemaVersion: '1.0',
    landingPage: one.landingPage,
    name: nameOf(one.titleZh, one.titleEn),
    owners: [
      {
        ownerName: nameOf(one.institutionZh, one.institutionEn),
        ...(contact && { ownerContact: contact }),
      },
    ],
    // Mandatory there: what nobody wrote down is said to be unavailable rather than made up.
    manufacturers: [{ manufacturerName: textIn(values, 'manufacturer') ?? unavailable }],
    ...(model && { model: { modelName: model } }),
    ...(description && { description }),
    ...(one.category && {
      instrumentTypes: [
        {
          instrumentTypeName: one.category.name,
          instrumentTypeIdentifier: {
            instrumentTypeIdentifier: one.category.code,
            instrumentTypeIdentifierType: 'NRII instrument category',
          },
        },
      ],
    }),
    ...(measured.length > 0 && { measuredVariables: measured }),
    ...furtherOf(one),
  }
}

function furtherOf({ values, titleZh, titleEn }: Described) {
  const dates = datesOf(values).map(({ name, date }) => ({ date, dateType: dateTypes[name] }))
  const alternates = [
    ...numbersOf(values).map(({ type, value }) => ({
      alternateIdentifier: value,
      alternateIdentifierType: type,
    })),
    ...(titleZh && titleEn
      ? [
          {
            alternateIdentifier: titleEn,
            alternateIdentifierType: 'Other',
            alternateIdentifierName: 'Name in English',
          },
        ]
      : []),
  ]
  return {
    ...(dates.length > 0 && { dates }),
    ...(alternates.length > 0 && { alternateIdentifiers: alternates }),
  }
}
