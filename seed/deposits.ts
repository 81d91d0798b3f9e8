import { editRecord } from '../src/catalog/records/actions/edit.ts'
import { recordChangeShape } from '../src/catalog/records/model/shapes.ts'
import type { Context } from '../src/core/context.ts'
import { dayAt, defaultZone } from '../src/core/time.ts'
import { attachFiles, type StoredFile } from '../src/datasets/files/actions.ts'

import { getVersion, publishWithRecord } from '../src/datasets/versions/actions.ts'
import { addCentre } from '../src/deposits/centres/actions.ts'
import { getPackage, setParts } from '../src/deposits/packages/actions/package.ts'
import {
  acceptPackage,
  approvePackage,
  beginPackage,
  returnPackage,
  submitPackage,
} from '../src/deposits/packages/actions/steps.ts'
import { createProject, searchDeposits } from '../src/deposits/plans/actions.ts'
import { NewProject } from '../src/deposits/plans/model.ts'
import { attachObjects } from '../src/files/uploads/actions.ts'
import { acting, type Scene } from './acting.ts'
import { type DepositStory, depositStories, type ItemStory } from './deposit-stories.ts'
import { storeFiles } from './files.ts'
import { idOf } from './landscape.ts'
import { findSeeded, type Ids, seedPart } from './seeded.ts'

/** Projects that deposit their data, with packages in every state; the National Cryosphere Desert Data Center's institute receives them. */
export async function seedDeposits(
  house: Context,
  { landscape }: { landscape: Ids },
): Promise<void> {
  if (await findSeeded(house.db, 'deposits')) return
  const stored = new Map<string, StoredFile[]>()
  for (const item of depositStories.flatMap(({ items }) => items))
    if (item.files)
      // oxlint-disable-next-line no-await-in-loop -- package after package
      stored.set(item.title.zh, await storeFiles(house, item.files))
  await seedPart(house.db, { name: 'deposits', now: house.now }, async (trx) => {
    const scene = { trx, house, landscape }
    const centre = idOf(landscape, 'institution/nieer')
    const admin = await acting(scene, { who: 'lin', daysAgo: 200 })
    await addCentre(admin, { institution: centre, code: 'NIEER', checkDays: 10 })
    for (const story of depositStories)
      // oxlint-disable-next-line no-await-in-loop -- project after project
      await tellProject(scene, { story, centre, stored })
    return {}
  })
}

type Telling = {
  story: DepositStory
  centre: string
  stored: ReadonlyMap<string, StoredFile[]>
}

async function tellProject(scene: Scene, { story, centre, stored }: Telling): Promise<void> {
  const { items, by, unit, lab, ...project } = story
  const today = scene.house.now()
  const dayIn = (days: number) => dayAt(today.add({ hours: days * 24 }), defaultZone)
  const depositor = await acting(scene, { who: by, daysAgo: 150 })
  const { id } = await createProject(
    depositor,
    NewProject.parse({
      ...project,
      institution: idOf(scene.landscape, `institution/${unit.institution}`),
      lab: idOf(scene.landscape, `lab/${lab}`),
      centre,
      acceptanceOn: dayIn(120),
      items: items.map(({ title, dataKind, grade, sharing, sizeGb, dueInDays, embargoInDays }) => ({
        title,
        dataKind,
        grade,
        sharing,
        sizeGb,
        dueOn: dayIn(dueInDays),
        ...(embargoInDays !== undefined && { embargoUntil: dayIn(embargoInDays) }),
      })),
    }),
  )
  const made = await searchDeposits(depositor, { project: id, limit: 100 })
  for (const item of items) {
    const found = made.items.find(({ title }) => title.zh === item.title.zh)
    if (found && item.files)
      // oxlint-disable-next-line no-await-in-loop -- package after package
      await tellPackage(scene, {
        id: found.id,
        item,
        story,
        files: stored.get(item.title.zh) ?? [],
      })
  }
}

type PackageTelling = {
  id: string
  item: ItemStory
  story: DepositStory
  files: readonly StoredFile[]
}

/** As far as its story goes: prepared, submitted, passed on, returned or received. */
async function tellPackage(scene: Scene, { id, item, story, files }: PackageTelling) {
  const { trx } = scene
  const day = async (who: string, daysAgo: number) => acting(scene, { who, daysAgo })
  const begun = await day(story.by, 40)
  await beginPackage(begun, { id })
  const { recordId, versionNumber } = await getPackage(begun, id)
  const dataset = recordId ?? ''
  const described = recordChangeShape('dataset').parse(item.described ?? {})
  await editRecord(begun, { id: dataset }, described)
  const version = await getVersion(begun, { dataset, number: String(versionNumber) })
  await attachObjects(
    trx,
    files.map(({ key }) => key),
  )
  await attachFiles(trx, begun, version, [...files])
  await setParts(begun, { parts: item.parts ?? {} }, { id })
  if (item.until === 'draft') return
  await submitPackage(await day(story.by, 12), { id })
  if (item.until === 'unit_check') return
  if (item.until === 'returned') {
    const text = item.remark ?? ''
    await returnPackage(await day(story.unit.curator, 6), { text }, { id })
    return
  }
  await approvePackage(await day(story.unit.curator, 9), { id })
  if (item.until === 'receipted')
    await acceptPackage(await day('shen', 4), { id }, [publishWithRecord])
}
