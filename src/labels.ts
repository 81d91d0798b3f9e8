import type { CodeNames, FieldLabels, VocabulariesOf } from './audit/model.ts'
import { countryChoices } from './core/countries.ts'
import type { Declared } from './core/form.ts'
import type { Text } from './core/text.ts'
import { stateNames as bookingStateNames } from './bookings/bookings/words/booking.ts'
import { policyCodeNames, policyFieldNames, ruleNames } from './bookings/policies/words/policy.ts'
import { qualificationNames } from './bookings/verdict/words.ts'
import { schemeNames, stateNames as identifierStateNames } from './catalog/identifiers/words.ts'
import { causeNames } from './charges/charges/words.ts'
import {
  audienceNames as rateAudienceNames,
  billingNames,
  rateNames,
} from './charges/rates/words.ts'
import { outcomeNames } from './datasets/fixity/words.ts'
import { importStateNames } from './exchange/imports/words.ts'
import { pedigreeFieldNames, roleNames as parentRoleNames } from './germplasm/pedigree/words.ts'
import {
  stateNames as orderStateNames,
  unitNames as serviceUnitNames,
} from './orders/orders/words.ts'
import { fieldTypeNames } from './orders/forms/words.ts'
import { nriiPartNames } from './reports/nrii/words.ts'
import { fieldNames as shipmentFieldNames, wayNames } from './requests/fulfilment/words.ts'
import {
  eventNames as requestEventNames,
  fieldNames as requestFieldNames,
  stateNames as requestStateNames,
} from './requests/requests/words/names.ts'
import { entryKindNames } from './stock/entries/words.ts'
import { originNames } from './stock/lots/words.ts'
import {
  ageUnitNames,
  sexNames,
  temperatureNames,
  typeNames,
  useConditionNames,
} from './samples/words/codes.ts'
import { severityNames } from './upkeep/problems/words.ts'
import {
  changedWords,
  oneOfKind,
  accessNames,
  audienceNames,
  visibilityNames,
} from './catalog/records/words.ts'
import { pictureFieldNames } from './files/pictures/words.ts'
import { kindDefinitions } from './kinds.ts'
import { labRoleNames, langNames, roleNames, scopeNames } from './people/words/names.ts'
import { reservationForm } from './catalog/identifiers/model.ts'
import { libraryEdit, libraryForm } from './germplasm/libraries/model.ts'
import { missionForm } from './germplasm/missions/model.ts'
import { synonymEdit, synonymForm } from './catalog/synonyms/model.ts'
import { taxonForm } from './germplasm/taxa/model.ts'
import { resultsForm } from './upkeep/enrolments/model.ts'
import { outageForm } from './upkeep/outages/model.ts'
import { completionForm } from './upkeep/completions/model.ts'
import { planForm } from './upkeep/plans/model.ts'
import { grantForm, revocationForm } from './upkeep/qualifications/model.ts'
import { cancellationForm, trainingForm } from './upkeep/trainings/model.ts'
import { voucherForm } from './charges/vouchers/model.ts'
import { storageForm } from './datasets/storage/model.ts'
import { versionForm } from './datasets/versions/model.ts'
import { versionFieldNames, versionStateNames } from './datasets/versions/words.ts'
import { centreForm, holidayForm, partForm } from './deposits/centres/model.ts'
import { answerForm, remarkForm } from './deposits/packages/model.ts'
import { itemForm, projectForm } from './deposits/plans/model.ts'
import {
  depositFieldNames,
  settingFieldNames,
  stateNames as depositStateNames,
} from './deposits/words/names.ts'
import {
  completionForm as testCompletion,
  countForm,
  resultForm,
  testForm,
} from './germplasm/germination/model.ts'
import { testFieldNames } from './germplasm/germination/words.ts'
import { protocolEdit } from './germplasm/protocols/model.ts'
import { ruleForm, seedsForm } from './germplasm/viability/model.ts'
import { traitEdit } from './germplasm/traits/model.ts'
import { trialForm } from './germplasm/trials/model.ts'
import { newForm } from './requests/forms/model.ts'
import { requestFormWords } from './requests/forms/words.ts'
import { requestProjectForm } from './requests/projects/model.ts'
import { institutionEdit, institutionForm } from './people/institutions/model.ts'
import { labEdit, labForm } from './people/labs/model.ts'
import { agreementForm } from './requests/agreements/model.ts'
import { agreementFieldNames, deliveryNames } from './requests/agreements/words/agreements.ts'
import { absenceForm } from './requests/absences/model.ts'
import { preauthorisationForm } from './requests/consents/model.ts'
import { settingsForm } from './requests/providers/model.ts'
import { biobankEdit, biobankForm } from './samples/biobanks/model.ts'
import { directoryWords } from './samples/directory/words.ts'
import { networkEdit, networkForm, memberForm } from './samples/networks/model.ts'
import { resourceEdit, resourceForm } from './samples/resources/model.ts'
import { climateForm } from './stock/climate/model.ts'
import { climateFieldNames } from './stock/climate/words.ts'
import { entryForm } from './stock/entries/model.ts'
import { duplicateForm } from './stock/duplicates/model.ts'
import { duplicateFieldNames } from './stock/duplicates/words.ts'
import { freezingForm, lotEdit, lotForm } from './stock/lots/model.ts'
import { placeEdit, placeForm } from './stock/places/model.ts'
import { placeFieldNames } from './stock/places/words.ts'
import { bulkForm } from './requests/desk/model.ts'
import { feeForm } from './requests/fees/model.ts'
import { permitForm } from './requests/permits/model.ts'
import { settingsForm as sampleSettingsForm } from './samples/facts/model.ts'
import { consentForm } from './samples/consents/model.ts'
import { donorForm } from './samples/donors/model.ts'
import { eventForm } from './samples/events/model.ts'
import { kitForm } from './samples/kits/model.ts'
import { sampleForm } from './samples/samples/model.ts'
import { sourceForm } from './samples/sources/model.ts'
import { familyNames, sampleFieldNames } from './samples/words/common.ts'

/** The forms that write each entity: their labels and choices are what the audit calls its fields and codes. */
const forms: Readonly<Record<string, readonly Declared[]>> = {
  agreement: [agreementForm],
  institution: [institutionForm, institutionEdit, ruleForm, storageForm],
  library: [libraryForm, libraryEdit],
  mission: [missionForm],
  synonym_group: [synonymForm, synonymEdit],
  taxon: [taxonForm],
  lab: [labForm, labEdit, storageForm],
  lot: [lotForm, lotEdit, freezingForm, seedsForm, duplicateForm],
  maintenance_plan: [planForm, completionForm],
  outage: [outageForm],
  bulk_decision: [bulkForm],
  permit_rule: [permitForm],
  preauthorisation: [preauthorisationForm],
  request_provider: [settingsForm],
  steward_absence: [absenceForm],
  material_fee: [feeForm],
  place: [placeForm, placeEdit, climateForm],
  qualification: [grantForm, revocationForm],
  test_protocol: [protocolEdit],
  viability_test: [testForm, countForm, resultForm, testCompletion],
  trait: [traitEdit],
  trial: [trialForm],
  sample_settings: [sampleSettingsForm],
  donor: [donorForm, consentForm],
  sample: [sampleForm, eventForm],
  sample_source: [sourceForm],
  sample_kit: [kitForm],
  training: [trainingForm, cancellationForm, resultsForm],
  voucher: [voucherForm],
  dataset_version: [versionForm],
  minted_identifier: [reservationForm],
  request_form: [newForm],
  project: [requestProjectForm],
  biobank: [biobankForm, biobankEdit],
  network: [networkForm, networkEdit, memberForm],
  research_resource: [resourceForm, resourceEdit],
  deposit_project: [projectForm],
  deposit: [itemForm, remarkForm, answerForm],
  deposit_centre: [centreForm, partForm, holidayForm],
}

const recordFields = Object.values(kindDefinitions).flatMap(({ parts }) =>
  parts.flatMap(({ fields }) => fields.flatMap((field) => [field, ...(field.columns ?? [])])),
)

/** What no form asks for. */
const others: FieldLabels = {
  agreement: agreementFieldNames,
  lot: { ...duplicateFieldNames, approval: entryForm.labels.approval },
  place: { ...climateFieldNames, ...placeFieldNames },
  record: {
    ...Object.fromEntries(recordFields.map(({ key, label }) => [key, label])),
    ...changedWords,
    ...pictureFieldNames,
    ...depositFieldNames,
    ...pedigreeFieldNames,
  },
  instrument: { ...ruleNames, ...policyFieldNames, ...rateAudienceNames, ...rateNames },
  service: rateNames,
  viability_test: testFieldNames,
  ...sampleFieldNames,
  dataset_version: versionFieldNames,
  request: { ...requestFieldNames, ...shipmentFieldNames },
  request_form: { fields: requestFormWords.fields, number: requestFormWords.number },
  biobank: { collection: directoryWords.collection },
  research_resource: { collection: directoryWords.collection },
  deposit_project: { items: depositFieldNames.items },
  deposit: depositFieldNames,
  deposit_centre: settingFieldNames,
}

const byEntity = <T>(of: (entity: string) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(
    [...new Set([...Object.keys(forms), ...Object.keys(others)])].map((entity) => [
      entity,
      of(entity),
    ]),
  )

/** What the audit calls changed fields, by entity: as their forms do. */
export const fieldLabels: FieldLabels = byEntity((entity) => ({
  ...Object.assign({}, ...(forms[entity] ?? []).map(({ labels }) => labels)),
  ...others[entity],
}))

type State = { readonly text: Text }
const textsOf = (states: Readonly<Record<string, State>>) =>
  Object.fromEntries(Object.entries(states).map(([code, { text }]) => [code, text]))

const countryNames = Object.fromEntries(countryChoices.map(({ value, label }) => [value, label]))

const sampleCodeNames = {
  type: typeNames,
  temperature: temperatureNames,
  sex: sexNames,
  ageUnit: ageUnitNames,
  useConditions: useConditionNames,
  family: familyNames,
}

/** Codes that no form chooses among; under `any` those of whatever entity. */
const otherCodes: CodeNames = {
  any: {
    visibility: visibilityNames,
    audience: audienceNames,
    access: accessNames,
    role: { ...roleNames, ...labRoleNames, ...parentRoleNames },
    kind: oneOfKind,
    lang: langNames,
    scopes: scopeNames,
    part: nriiPartNames,
    scheme: schemeNames,
    country: countryNames,
    countries: countryNames,
    type: fieldTypeNames,
    delivery: deliveryNames,
  },
  booking: { state: bookingStateNames },
  charge: { cause: causeNames },
  dataset_version: { state: textsOf(versionStateNames), outcome: textsOf(outcomeNames) },
  deposit: { state: depositStateNames },
  import: { state: textsOf(importStateNames) },
  instrument: {
    audience: rateAudienceNames,
    audiences: rateAudienceNames,
    qualifications: qualificationNames,
    ...policyCodeNames,
    billBy: billingNames,
  },
  lot: { kind: entryKindNames, origin: originNames },
  donor: sampleCodeNames,
  sample: sampleCodeNames,
  sample_source: sampleCodeNames,
  minted_identifier: { state: textsOf(identifierStateNames) },
  problem_report: { severity: severityNames },
  record: {
    profile: Object.fromEntries(
      Object.values(kindDefinitions).flatMap(({ profiles }) =>
        profiles.map(({ key, label }) => [key, label]),
      ),
    ),
  },
  request: { state: requestStateNames, events: requestEventNames, way: wayNames },
  service: { unit: serviceUnitNames },
  service_order: { state: orderStateNames },
}

const choicesIn = ({ fields }: Declared) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, { names }]) => (names ? [[key, names]] : [])),
  )

/** What the audit calls the codes of fields, by entity: as their forms do. */
export const codeNames: CodeNames = Object.fromEntries(
  [...new Set([...Object.keys(forms), ...Object.keys(otherCodes)])].map((entity) => [
    entity,
    { ...Object.assign({}, ...(forms[entity] ?? []).map(choicesIn)), ...otherCodes[entity] },
  ]),
)

const inVocabularies = [
  ...recordFields,
  { key: 'library', vocabulary: 'library' },
  { key: 'subjects', vocabulary: 'subject' },
  { key: 'type', vocabulary: 'relation_type' },
]

/** From which vocabularies the codes of fields are taken, by entity. */
export const vocabulariesOf: VocabulariesOf = {
  record: Object.fromEntries(
    inVocabularies.map(({ key }) => [
      key,
      inVocabularies.flatMap((one) => (one.key === key ? (one.vocabulary ?? []) : [])),
    ]),
  ),
  institution: { region: ['region'] },
  project: { intendedUse: ['duo'] },
}
