import type { ActionName } from './audit/model.ts'
import { bookingAudit } from './bookings/words/audit.ts'
import { brapiAudit } from './brapi/words/audit.ts'
import { catalogAudit } from './catalog/words/audit.ts'
import { chargeAudit } from './charges/words/audit.ts'
import { identifierAudit } from './catalog/identifiers/words.ts'
import { importAudit } from './exchange/imports/words.ts'
import { datasetAudit } from './datasets/words/audit.ts'
import { depositAudit } from './deposits/words/audit.ts'
import { fileAudit } from './files/words/audit.ts'
import { germplasmAudit } from './germplasm/words/audit.ts'
import { instrumentAudit } from './instruments/words.ts'
import { noticeAudit } from './notices/words/audit.ts'
import { orderAudit } from './orders/words/audit.ts'
import { peopleAudit } from './people/words/audit.ts'
import { queueAudit } from './queue/words.ts'
import { requestAudit } from './requests/words/audit.ts'
import { sampleAudit } from './samples/words/audit.ts'
import { stockAudit } from './stock/words/audit.ts'
import { reportAudit } from './reports/words/audit.ts'
import { upkeepAudit } from './upkeep/words/audit.ts'

/** The table of contents of what the audit knows: the entities of every area, under the names that people read. */
export const auditedEntities = {
  ...peopleAudit.entities,
  ...catalogAudit.entities,
  ...identifierAudit.entities,
  ...fileAudit.entities,
  ...datasetAudit.entities,
  ...depositAudit.entities,
  ...stockAudit.entities,
  ...sampleAudit.entities,
  ...queueAudit.entities,
  ...instrumentAudit.entities,
  ...germplasmAudit.entities,
  ...bookingAudit.entities,
  ...upkeepAudit.entities,
  ...chargeAudit.entities,
  ...orderAudit.entities,
  ...requestAudit.entities,
  ...noticeAudit.entities,
  ...importAudit.entities,
  ...brapiAudit.entities,
  ...reportAudit.entities,
}
/** Every action that a change may have, with its name and the entity that it is done to. */
export const auditedActions = {
  ...peopleAudit.actions,
  ...catalogAudit.actions,
  ...identifierAudit.actions,
  ...fileAudit.actions,
  ...datasetAudit.actions,
  ...depositAudit.actions,
  ...stockAudit.actions,
  ...sampleAudit.actions,
  ...queueAudit.actions,
  ...instrumentAudit.actions,
  ...germplasmAudit.actions,
  ...bookingAudit.actions,
  ...upkeepAudit.actions,
  ...chargeAudit.actions,
  ...orderAudit.actions,
  ...requestAudit.actions,
  ...noticeAudit.actions,
  ...importAudit.actions,
  ...brapiAudit.actions,
  ...reportAudit.actions,
} satisfies Readonly<Record<string, ActionName<keyof typeof auditedEntities>>>
