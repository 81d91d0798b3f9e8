import { randomBytes } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { z } from 'zod'
import type { Story, World } from './dataset-scene.ts'

/** Files that are more than the job process removes in an instant. */
const many = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`many/${at}.bin`, Uint8Array.from(randomBytes(100))]),
  )

const anyVersion = { headers: { 'if-match': '*' } }

const once = (found: number, what: string, wanted = 1) =>
  found === wanted ? [] : [`${what}: ${found} times, not ${wanted}`]

const audited = async ({ count }: World, action: string, entityId: string, wanted = 1) =>
  once(await count('audit where action = $1 and entity_id = $2', action, entityId), action, wanted)

/** The second version of a dataset with a DOI: published once, its registry told, its files looked at. */
export const publication: Story = async (world, kill) => {
  const { addDataset, addVersion, make, askTwice, rows, count, registries } = world
  const { id } = await addDataset({ 'day.csv': 'day,value\n1,2\n' })
  await make(`/datasets/${id}/publication`, {})
  const { id: identifier } = await make(`/records/${id}/identifiers`, { scheme: 'doi' })
  await world.workedOff()
  const version = await addVersion(id, { 'night.csv': 'night,value\n1,2\n' })
  const wrong = await askTwice(kill, `${version.path}/publication`, {})
  const [minted] = await rows<{ value: string; told: string; isBehind: boolean }>(
    `select value, told, told_no < change_no as "isBehind" from minted_identifier where id = $1`,
    identifier,
  )
  const unseen = await count(
    `dataset_file file left join file_preview preview on preview.object_id = file.object_id
     where version_id = $1 and preview.object_id is null`,
    version.id,
  )
  return [
    ...wrong,
    ...(await audited(world, 'version.publish', version.id)),
    ...once(
      await count('dataset_version where id = $1 and published_at is not null', version.id),
      'published',
    ),
    ...(registries.dois.get(minted?.value ?? '')?.state === 'findable' && minted?.isBehind === false
      ? []
      : [`the registry knows ${JSON.stringify(minted)}`]),
    ...once(unseen, 'a file without a preview', 0),
  ]
}

/** Bytes that are nobody’s any more are gone, and those that another version has are there. */
async function released({ stored }: World, { gone, kept }: { gone: string[]; kept: string[] }) {
  const [left, there] = [await stored(gone), await stored(kept)]
  return [
    ...(left.length > 0 ? [`${left.length} of ${gone.length} objects are left`] : []),
    ...(there.length < kept.length ? [`${kept.length - there.length} objects are lost`] : []),
  ]
}

export const deletionOfDraft: Story = async (world, kill) => {
  const { addDataset, addVersion, make, ask, keysOf, removing } = world
  const { id, version: first } = await addDataset({ 'day.csv': 'day,value\n1,2\n' })
  await make(`/datasets/${id}/publication`, {})
  const draft = await addVersion(id, many(200))
  const kept = await keysOf(first.id)
  const gone = (await keysOf(draft.id)).filter((key) => !kept.includes(key))
  removing.keys = gone
  await kill(async () => ask('DELETE', draft.path, undefined, anyVersion))
  return [
    ...(await released(world, { gone, kept })),
    ...(await audited(world, 'version.delete', draft.id)),
  ]
}

const Started = z.object({ items: z.array(z.looseObject({ id: z.string() })) })

/** With files that are stored, and one of which the first part has arrived. */
export const deletionOfRecord: Story = async (world, kill) => {
  const { addDataset, ask, make, keysOf, removing, count, faults } = world
  const { id, version } = await addDataset(many(200))
  const sizeBytes = 9 * 1024 * 1024
  const upload = await make(`${version.path}/uploads`, { name: 'on-its-way.bin', sizeBytes })
  const content = `${version.path}/uploads/${upload.id}/parts/1/content`
  await faults.putPart(content, randomBytes(8 * 1024 * 1024))
  removing.keys = await keysOf(version.id)
  await kill(async () => ask('DELETE', `/datasets/${id}`, undefined, anyVersion))
  return [
    ...(await released(world, { gone: removing.keys, kept: [] })),
    ...(await audited(world, 'record.delete', id)),
    ...once(await count('record where id = $1', id), 'the record', 0),
    ...once(
      await count('dataset_upload where id = $1 and ended_at is null', upload.id),
      'an upload under way',
      0,
    ),
    ...once(await count('dataset_upload_part where upload_id = $1', upload.id), 'a part', 0),
    ...(await readdir(join(world.scene.data, 'objects', 'uploads'))).map((name) => `part ${name}`),
  ]
}

export const deletionOfFiles: Story = async (world, kill) => {
  const { addDataset, askTwice, keysOf, removing } = world
  const { version } = await addDataset({ 'day.csv': 'day,value\n1,2\n', ...many(200) })
  const all = await keysOf(version.id)
  const wrong = await askTwice(kill, `${version.path}/files/removals`, { folders: ['many'] })
  const kept = await keysOf(version.id)
  removing.keys = all.filter((key) => !kept.includes(key))
  return [
    ...wrong,
    ...once(kept.length, 'files that stay'),
    ...(await released(world, { gone: removing.keys, kept })),
    ...(await audited(world, 'file.remove', version.id)),
  ]
}

/** By a file of the same name that is sent and completed. */
export const replacement: Story = async (world, kill) => {
  const { addDataset, ask, make, keysOf, faults } = world
  const { version } = await addDataset({ 'day.csv': 'day,value\n1,2\n' })
  const gone = await keysOf(version.id)
  const bytes = randomBytes(1000)
  const upload = await make(`${version.path}/uploads`, { name: 'day.csv', sizeBytes: 1000 })
  await faults.putPart(`${version.path}/uploads/${upload.id}/parts/1/content`, bytes)
  const completion = { uploads: [{ id: upload.id }] }
  await kill(async () => ask('POST', `${version.path}/uploads/completion`, completion))
  const { text } = await ask('POST', `${version.path}/uploads/completion`, completion)
  const kept = await keysOf(version.id)
  return [
    ...once(kept.length, 'files'),
    ...(await released(world, { gone, kept })),
    ...(await audited(world, 'file.replace', version.id)),
    ...Started.parse(JSON.parse(text)).items.flatMap(({ state }) =>
      state === 'attached' ? [] : [`the upload is ${String(state)}`],
    ),
  ]
}

const yesterday = () => new Date(Date.now() - 48 * 3_600_000).toISOString().slice(0, 10)

/** Of two datasets at once: each is lifted whole, and once. */
export const endOfEmbargo: Story = async (world, kill) => {
  const { addDataset, make, rows, addJob, count } = world
  const until = { protected: true, protectedUntil: '2099-01-01' }
  const ids: string[] = []
  for (const name of ['one.csv', 'two.csv']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { id } = await addDataset({ [name]: 'day,value\n1,2\n' }, until)
    // oxlint-disable-next-line no-await-in-loop -- the same
    await make(`/datasets/${id}/publication`, {})
    ids.push(id)
  }
  await rows('update dataset set protected_until = $2 where record_id = any($1)', ids, yesterday())
  const edits = 'audit where action = $1 and entity_id = any($2)'
  const before = await count(edits, 'record.edit', ids)
  await kill(async () => addJob('lift_embargoes'))
  return [
    ...once(await count('dataset where protected and record_id = any($1)', ids), 'embargoes', 0),
    ...once((await count(edits, 'record.edit', ids)) - before, 'record.edit', 2),
  ]
}

/** Finds one damaged file of two: noted once, told once, and sound again once its bytes are. */
export const fixity: Story = async (world, kill) => {
  const { addDataset, rows, addJob, count, keysOf, workedOff } = world
  const { id, version } = await addDataset({ 'day.csv': 'day,value\n1,2\n', 'night.csv': 'n\n' })
  const bytes = await bytesAt(world, (await keysOf(version.id))[0] ?? '')
  const sound = await readFile(bytes)
  await writeFile(bytes, sound.toReversed())
  const letters = async () => count(`mail where subject ~ 'Killed' or body ~ 'Killed'`)
  const earlier = await letters()
  const check = async () => {
    // Of a killed process what it was reading is free again hours later.
    await rows(
      `update dataset_object set check_begun_at = check_begun_at - interval '7 hours',
       checked_at = checked_at - interval '400 days' where record_id = $1`,
      id,
    )
    await addJob('check_fixity')
  }
  await kill(check)
  await check()
  await workedOff()
  const told = (await letters()) - earlier
  const wrong = [
    ...once(
      await count('dataset_object where record_id = $1 and damaged_at is not null', id),
      'damaged',
    ),
    ...once(told, 'a letter', 2),
    ...(await audited(world, 'file.damage', id)),
  ]
  await writeFile(bytes, sound)
  await check()
  await workedOff()
  return [
    ...wrong,
    ...once(
      await count('dataset_object where record_id = $1 and damaged_at is not null', id),
      'damaged',
      0,
    ),
    ...(await audited(world, 'file.recover', id)),
    ...once((await letters()) - earlier - told, 'more letters', 0),
  ]
}

async function bytesAt({ scene }: World, key: string): Promise<string> {
  const folder = join(scene.data, 'objects', 'objects')
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('about.json')) continue
    // oxlint-disable-next-line no-await-in-loop -- until it is found
    if ((await readFile(join(folder, name), 'utf8')).includes(key))
      return join(folder, name, '..', 'bytes')
  }
  throw new Error(`There is no ${key}`)
}

/** Of a table and a picture; what is there of a preview is whole. */
export const previews: Story = async (world, kill) => {
  const { addDataset, addJob, rows, count, workedOff } = world
  const create = { width: 900, height: 700, channels: 3, background: '#486' } as const
  const picture = new Uint8Array(await sharp({ create }).png().toBuffer())
  const { version } = await addDataset({ 'day.csv': 'day,value\n1,2\n', 'map.png': picture })
  await kill(async () => addJob('preview_version', { versionId: version.id }))
  const states = await rows<{
    path: string
    state: string | null
    reason: string | null
    keys: string[]
  }>(
    `select path, state, reason, array(
       select key from file_preview_picture picture where picture.object_id = file.object_id
     ) as keys
     from dataset_file file left join file_preview preview on preview.object_id = file.object_id
     where version_id = $1 order by path`,
    version.id,
  )
  // What a killed try has stored goes once a day has passed.
  await rows(`update object_intent set created_at = created_at - interval '2 days'`)
  await addJob('reap_uploads')
  await workedOff()
  const kept = states.flatMap(({ keys }) => keys)
  return [
    ...states.flatMap(({ path, state, reason, keys }) =>
      state === 'ready' && keys.length === (path === 'map.png' ? 2 : 0)
        ? []
        : [`${path} is ${state} (${reason}) with ${keys.length} pictures`],
    ),
    ...(await released(world, { gone: [], kept })),
    ...once(await count('object_intent'), 'an intent', 0),
  ]
}

export const revocation: Story = async (world, kill) => {
  const { addDataset, make, askTwice, faults } = world
  const { id, version } = await addDataset({ 'day.csv': 'day,value\n1,2\n' })
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  const links = `/datasets/${id}/reviewer-links`
  const link = await make(links, { version: version.number, note: 'Referee', until })
  const { pathname } = new URL(String(link['address']))
  const visited = async () => (await faults.get(pathname)).status
  const before = await visited()
  const wrong = await askTwice(kill, `${links}/${link.id}/revocation`, {})
  return [
    ...wrong,
    ...once(before, 'the link answers', 200),
    ...once(await visited(), 'the revoked link answers', 404),
    ...(await audited(world, 'review_link.revoke', version.id)),
  ]
}
