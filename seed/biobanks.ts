import type { Context } from '../src/core/context.ts'
import { createBiobankIn, hostCollectionIn } from '../src/samples/biobanks/actions.ts'
import { biobankForm } from '../src/samples/biobanks/model.ts'
import { addMemberIn, createNetworkIn } from '../src/samples/networks/actions.ts'
import { networkForm } from '../src/samples/networks/model.ts'
import { addCollectionIn, createResourceIn } from '../src/samples/resources/actions.ts'
import { resourceForm } from '../src/samples/resources/model.ts'
import { acting, type Scene } from './acting.ts'
import { biobankStories } from './biobank-stories.ts'
import { idOf } from './landscape.ts'
import { type Ids, seedPart } from './seeded.ts'

type Kept = { landscape: Ids; records: Ids }

/** Who keeps the demo's collections: biobanks, a network that three of them are in, and what one study was made of. */
export async function seedBiobanks(house: Context, { landscape, records }: Kept): Promise<void> {
  await seedPart(house.db, { name: 'biobanks', now: house.now }, async (trx) => {
    const scene = { trx, house, landscape }
    const ids: Ids = {}
    for (const story of biobankStories)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      ids[`biobank/${story.key}`] = await addBiobank(scene, records, story)
    await addNetwork(scene, ids)
    await addResource(scene, records)
    return ids
  })
}

async function addBiobank(
  scene: Scene,
  records: Ids,
  story: (typeof biobankStories)[number],
): Promise<string> {
  const { trx, landscape } = scene
  const ctx = await acting(scene, { who: story.by, daysAgo: 120 })
  const institution = idOf(landscape, `institution/${story.institution}`)
  const input = biobankForm.schema.parse({
    institution,
    name: story.name,
    description: story.description,
    acronym: story.acronym,
    miabisId: `HEXI:${story.acronym}`,
    infrastructure: story.infrastructure,
    organisation: story.organisation,
    bioprocessing: story.bioprocessing,
    qualityStandards: story.quality,
    contactName: '样本库服务台',
    contactEmail: 'biobank@hexi.example',
    contactPhone: story.phone,
    contactAddress: story.address,
  })
  const { id } = await createBiobankIn(trx, ctx, input)
  for (const key of story.collections) {
    const recordId = idOf(records, `record/collection/${key}`)
    const hosting = { recordId, biobankId: id, institutionId: institution }
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await hostCollectionIn(trx, ctx, hosting)
  }
  return id
}

async function addNetwork(scene: Scene, ids: Ids): Promise<void> {
  const ctx = await acting(scene, { who: 'jiang', daysAgo: 90 })
  const input = networkForm.schema.parse({
    institution: idOf(scene.landscape, 'institution/lzu'),
    name: { zh: '甘肃省生物样本库联盟', en: 'Gansu biobank network' },
    acronym: 'GSBN',
    miabisId: 'HEXI:GSBN',
    juristicPerson: '兰州大学',
    status: 'active',
    types: ['biobanks'],
    topics: ['charter', 'sops', 'sample_access', 'mta'],
    otherMembers: '甘肃省人民医院生物样本库',
    description: {
      zh: '统一采集、保存和共享规程，样本申请在一个目录中提出。',
      en: 'Common procedures of collecting, keeping and sharing; samples are asked for in one catalogue.',
    },
    contactName: '联盟秘书处',
    contactEmail: 'network@hexi.example',
  })
  const { id: network } = await createNetworkIn(scene.trx, ctx, input)
  for (const key of ['lzuh-bb', 'yak', 'lvri', 'ice']) {
    const member = idOf(ids, `biobank/${key}`)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await addMemberIn(scene.trx, ctx, { network, kind: 'biobank', member })
  }
}

async function addResource(scene: Scene, records: Ids): Promise<void> {
  const ctx = await acting(scene, { who: 'fang', daysAgo: 60 })
  const institutionId = idOf(scene.landscape, 'institution/lzuh')
  const input = resourceForm.schema.parse({
    institution: institutionId,
    name: { zh: '河西走廊糖尿病多组学研究', en: 'Multi-omics of diabetes in the Hexi Corridor' },
    acronym: 'HXDM',
    miabisId: 'HEXI:LZUH-HXDM',
    description: {
      zh: '从慢病队列和胃癌样本集中选出的血浆与 DNA，用于代谢组和基因组分析。',
      en: 'Plasma and DNA chosen from the cohort and the gastric collection, for metabolomics and genomics.',
    },
    sampleSource: 'human',
    sampleTypes: ['plasma', 'dna'],
    storageTemperatures: ['-60to-85'],
    datasetTypes: ['metabolomic', 'genomic', 'clinical'],
    design: ['case_control'],
    setting: ['research_study'],
    sex: ['male', 'female'],
    ageLow: 40,
    ageLowUnit: 'years',
    ageHigh: 74,
    ageHighUnit: 'years',
    diseases: 'E11',
    inclusionCriteria: ['health_status', 'age_group'],
    subjectsTotal: 820,
    useConditions: ['collaboration', 'specific_research'],
    status: 'active',
    contactName: '样本库服务台',
    contactEmail: 'biobank@hexi.example',
  })
  const { id: resource } = await createResourceIn(scene.trx, ctx, input)
  for (const key of ['hexi-cohort', 'gastric']) {
    const collection = idOf(records, `record/collection/${key}`)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await addCollectionIn(scene.trx, ctx, { collection, resource, institutionId })
  }
}
