import { type Facts as RecordFacts, type Place, sightOf } from '../catalog/visibility/oracle.ts'
import type { Viewer } from './viewers.ts'

/**
 * Who may see what of bookings, waits, charges, vouchers, orders and documents, said once more and independently of the program:
 * sentences of the domain, not its SQL.
 */

export type Instrument = {
  place: Place
  audience: RecordFacts['audience']
  inCollection: boolean
  isWithdrawn: boolean
}

/** Whose something is: a person’s, and a lab’s where it was done in its name. */
export type Owned = {
  person: string
  forLab: boolean
  /** Of which institution the lab is. */
  labPlace: Place
}

/** Stewards and curators of the instrument’s institution or collection decide about it; administrators about all. */
export const isStaff = (viewer: Viewer, { place, inCollection }: Instrument): boolean =>
  staffsInstitution(viewer, place) ||
  (inCollection && (viewer.keepsCollection === true || viewer.stewardsCollection === true))

/** What is the business of a whole institution: what labs owe it, what it reports to the nation. */
export const staffsInstitution = (viewer: Viewer, place: Place): boolean =>
  viewer.isAdmin === true || viewer.curates === place || viewer.stewards === place

/** Uses of published instruments are reported to the nation, by the staff of their institution. */
export const isReportedBy = (viewer: Viewer, { place, isWithdrawn }: Instrument): boolean =>
  !isWithdrawn && staffsInstitution(viewer, place)

/** Who reads what was done at an institution: its curators, and administrators. */
export const reads = (viewer: Viewer, place: Place): boolean =>
  viewer.isAdmin === true || viewer.curates === place

/** Whether the instrument itself is in lists, and has a page. */
export const sightOfInstrument = (viewer: Viewer, { isWithdrawn, ...instrument }: Instrument) =>
  sightOf(viewer, {
    ...instrument,
    kind: 'instrument',
    history: isWithdrawn ? 'withdrawn' : 'published',
  })

/** Its rules, times, prices, services and trainings: of a withdrawn instrument its staff know them alone. */
export const knowsInstrument = (viewer: Viewer, instrument: Instrument): boolean =>
  sightOfInstrument(viewer, instrument).page &&
  (!instrument.isWithdrawn || isStaff(viewer, instrument))

/** A booking: whose it is, who made it for them, everybody of the lab in whose name it is, and the instrument’s staff. */
export const seesBooking = (
  viewer: Viewer,
  { person, forLab, booker, ...instrument }: Owned & Instrument & { booker: string },
): boolean =>
  viewer.name === person ||
  viewer.name === booker ||
  (forLab && viewer.inLab !== undefined) ||
  isStaff(viewer, instrument)

/** A wait for time: whose it is, the PI of the lab in whose name it is, and the instrument’s staff. */
export const seesWait = (viewer: Viewer, wait: Owned & Instrument): boolean =>
  viewer.name === wait.person || (wait.forLab && viewer.inLab === 'pi') || isStaff(viewer, wait)

/** A voucher: everybody of the lab that holds it, who keeps that lab’s people, and the staff of the institution that gave it. */
export const seesVoucher = (
  viewer: Viewer,
  { labPlace, giver }: { labPlace: Place; giver: Place },
): boolean =>
  viewer.inLab !== undefined || reads(viewer, labPlace) || staffsInstitution(viewer, giver)

/** Who sees all that a lab owes: its PI, and who keeps its institution’s people. */
export const leadsLab = (viewer: Viewer, { labPlace }: Owned): boolean =>
  viewer.inLab === 'pi' || reads(viewer, labPlace)

/** A charge: whose it is, who leads the lab that pays, and the instrument’s staff; other members see their own alone. */
export const seesCharge = (viewer: Viewer, charge: Owned & Instrument): boolean =>
  viewer.name === charge.person ||
  (charge.forLab && leadsLab(viewer, charge)) ||
  isStaff(viewer, charge)

/** An order is between two sides: who ordered, and the instrument’s staff; not even their lab is told. */
export const seesOrder = (viewer: Viewer, order: Owned & Instrument): boolean =>
  viewer.name === order.person || isStaff(viewer, order)
