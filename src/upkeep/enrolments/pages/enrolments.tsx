import { surfaces } from '../../../web/surfaces.ts'
import { write } from '../../../web/write.tsx'
import { path, written } from '../../trainings/pages.tsx'
import { enrol, leaveTraining, passTraining } from '../actions.ts'
import { enrolmentForm, resultsForm } from '../model.ts'
import { enrolmentWords as words } from '../words.ts'

const enrolment = write({
  ...written,
  path: `${path}/enrolment`,
  summary: 'Enrol yourself; staff enrol others',
  form: enrolmentForm,
  does: enrol,
  flash: () => words.enrolled,
})

const departure = write({
  ...written,
  path: `${path}/departure`,
  summary: 'Take yourself off the list; staff take others off',
  form: enrolmentForm,
  does: leaveTraining,
  flash: () => words.left,
})

const results = write({
  ...written,
  path: `${path}/results`,
  summary: 'Note who passed: they get its qualifications',
  form: resultsForm,
  does: passTraining,
  flash: () => words.passNoted,
})

/** People enrol; staff enrol others and note who passed. */
export const { api: enrolmentRoutes, pages: enrolmentPages } = surfaces(
  enrolment,
  departure,
  results,
)
