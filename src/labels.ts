import type { FieldLabels } from './audit/model.ts'
import type { Text } from './core/text.ts'
import {
  changedWords,
  accessNames,
  audienceNames,
  visibilityNames,
} from './catalog/records/words.ts'
import { pictureFieldNames } from './files/pictures/words.ts'
import { kindDefinitions } from './kinds.ts'
import { labRoleNames, roleNames } from './people/words/names.ts'
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
import { versionFieldNames } from './datasets/versions/words.ts'
import { centreForm, holidayForm, partForm } from './deposits/centres/model.ts'
import { answerForm, remarkForm } from './deposits/packages/model.ts'
import { itemForm, projectForm } from './deposits/plans/model.ts'
import { depositFieldNames, settingFieldNames } from './deposits/words/names.ts'
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
import { agreementFieldNames } from './requests/agreements/words/agreements.ts'
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
import { sampleFieldNames } from './samples/words/common.ts'

/** What the audit calls changed fields, by entity: as their forms do. */
export const fieldLabels = {
  agreement: { ...agreementForm.labels, ...agreementFieldNames },
  institution: {
    ...institutionForm.labels,
    ...institutionEdit.labels,
    ...ruleForm.labels,
    ...storageForm.labels,
  },
  library: { ...libraryForm.labels, ...libraryEdit.labels },
  mission: missionForm.labels,
  synonym_group: { ...synonymForm.labels, ...synonymEdit.labels },
  taxon: taxonForm.labels,
  lab: { ...labForm.labels, ...labEdit.labels, ...storageForm.labels },
  lot: {
    ...lotForm.labels,
    ...lotEdit.labels,
    ...freezingForm.labels,
    ...seedsForm.labels,
    ...duplicateForm.labels,
    ...duplicateFieldNames,
    approval: entryForm.labels.approval,
  },
  maintenance_plan: { ...planForm.labels, ...completionForm.labels },
  outage: outageForm.labels,
  bulk_decision: bulkForm.labels,
  permit_rule: permitForm.labels,
  preauthorisation: preauthorisationForm.labels,
  request_provider: settingsForm.labels,
  steward_absence: absenceForm.labels,
  material_fee: feeForm.labels,
  place: {
    ...placeForm.labels,
    ...placeEdit.labels,
    ...climateForm.labels,
    ...climateFieldNames,
    ...placeFieldNames,
  },
  record: {
    ...Object.fromEntries(
      Object.values(kindDefinitions).flatMap(({ parts }) =>
        parts.flatMap(({ fields }) => fields.map(({ key, label }) => [key, label])),
      ),
    ),
    ...changedWords,
    ...pictureFieldNames,
    ...depositFieldNames,
  },
  qualification: { ...grantForm.labels, ...revocationForm.labels },
  test_protocol: protocolEdit.labels,
  viability_test: {
    ...testForm.labels,
    ...countForm.labels,
    ...resultForm.labels,
    ...testCompletion.labels,
    ...testFieldNames,
  },
  trait: traitEdit.labels,
  trial: trialForm.labels,
  sample_settings: sampleSettingsForm.labels,
  donor: { ...donorForm.labels, ...consentForm.labels, ...sampleFieldNames.donor },
  sample: { ...sampleForm.labels, ...eventForm.labels, ...sampleFieldNames.sample },
  sample_source: sourceForm.labels,
  sample_kit: { ...kitForm.labels, ...sampleFieldNames.sample_kit },
  training: { ...trainingForm.labels, ...cancellationForm.labels, ...resultsForm.labels },
  voucher: voucherForm.labels,
  dataset_version: { ...versionForm.labels, ...versionFieldNames },
  minted_identifier: reservationForm.labels,
  request_form: {
    ...newForm.labels,
    fields: requestFormWords.fields,
    number: requestFormWords.number,
  },
  project: requestProjectForm.labels,
  biobank: {
    ...biobankForm.labels,
    ...biobankEdit.labels,
    collection: directoryWords.collection,
  },
  network: { ...networkForm.labels, ...networkEdit.labels, ...memberForm.labels },
  research_resource: {
    ...resourceForm.labels,
    ...resourceEdit.labels,
    collection: directoryWords.collection,
  },
  deposit_project: { ...projectForm.labels, items: depositFieldNames.items },
  deposit: {
    ...itemForm.labels,
    ...remarkForm.labels,
    ...answerForm.labels,
    ...depositFieldNames,
  },
  deposit_centre: {
    ...centreForm.labels,
    ...partForm.labels,
    ...holidayForm.labels,
    ...settingFieldNames,
  },
} satisfies FieldLabels

/** What the audit calls the codes of fields, of whatever entity. */
export const codeNames: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  visibility: visibilityNames,
  audience: audienceNames,
  access: accessNames,
  role: { ...roleNames, ...labRoleNames },
}
