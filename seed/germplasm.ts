import type { Context } from '../src/core/context.ts'
import { insertMission } from '../src/germplasm/missions/queries.ts'
import { insertStep } from '../src/germplasm/introductions/queries.ts'
import type { Stage } from '../src/germplasm/introductions/model.ts'
import { insertParentage } from '../src/germplasm/pedigree/queries.ts'
import type { ParentRole } from '../src/germplasm/pedigree/model.ts'
import { idOf } from './landscape.ts'
import { type Ids, seedPart } from './seeded.ts'

/** A parent is a record of the demo, or somebody else’s by name. */
const parents: readonly (readonly [child: string, role: ParentRole, parent: string])[] = [
  ['accession/animal/alpine-merino', 'female', 'accession/animal/gansu-fine-wool'],
  ['accession/animal/alpine-merino', 'male', '澳洲美利奴羊'],
  ['accession/medicinal/angelica-4', 'population', 'accession/medicinal/angelica-5'],
]

type Step = readonly [
  record: string,
  stage: Stage,
  day: string,
  place: string,
  more?: { organisation?: string; area_ha?: number; document_number?: string },
]

/** How quinoa and olive came, as the demo tells it. */
const steps: readonly Step[] = [
  ['accession/crop/quinoa-1', 'introduced', '2011----', '玻利维亚'],
  [
    'accession/crop/quinoa-1',
    'quarantine',
    '201203--',
    '兰州',
    { document_number: 'DEMO-JY-0012' },
  ],
  ['accession/crop/quinoa-1', 'trial', '2013', '天祝县松山镇', { area_ha: 0.67 }],
  ['accession/crop/quinoa-1', 'demonstration', '2016', '天祝县', { area_ha: 133.33 }],
  ['accession/economic_forest/olive-1', 'introduced', '1978----', '意大利'],
  ['accession/economic_forest/olive-1', 'demonstration', '1989', '武都', { area_ha: 20 }],
]

const missions = [
  {
    institution: 'institution/gsau',
    code: 'GS-HX-1999',
    name_zh: '河西走廊野生牧草考察',
    name_en: 'Wild forages of the Hexi corridor',
    start_day: '199907--',
    end_day: '199908--',
    places: '天祝、山丹、民乐、肃南',
  },
] as const

/** Writes pedigrees, introductions and a mission of the demo, of records that are there. */
export async function seedGermplasm(
  ctx: Context,
  { landscape, records }: { landscape: Ids; records: Ids },
): Promise<void> {
  const recordOf = (key: string) => idOf(records, `record/${key}`)
  const isThere = (key: string) => !key.startsWith('accession/') || `record/${key}` in records
  const created_at = ctx.now()
  await seedPart(ctx.db, { name: 'germplasm', now: ctx.now }, async (trx) => {
    for (const [child, role, parent] of parents.filter(
      ([key, , by]) => isThere(key) && isThere(by),
    )) {
      const isRecord = parent.startsWith('accession/')
      await insertParentage(trx, {
        child_id: recordOf(child),
        role,
        parent_id: isRecord ? recordOf(parent) : null,
        parent_name: isRecord ? null : parent,
        created_at,
      })
    }
    for (const [record, stage, day, place, more] of steps.filter(([key]) => isThere(key)))
      await insertStep(trx, { record_id: recordOf(record), stage, day, place, ...more, created_at })
    for (const { institution, ...mission } of missions)
      await insertMission(trx, {
        ...mission,
        institution_id: idOf(landscape, institution),
        created_at,
      })
    return {}
  })
}
