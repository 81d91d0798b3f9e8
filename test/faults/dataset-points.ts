import type { DatasetPoint, Story } from './dataset-scene.ts'
import {
  deletionOfDraft,
  deletionOfFiles,
  deletionOfRecord,
  endOfEmbargo,
  fixity,
  previews,
  publication,
  replacement,
  revocation,
} from './dataset-stories.ts'
import { acceptance, submission } from './deposit-stories.ts'
import type { Point } from './upload-points.ts'

const audit = (action: string) =>
  ({ on: 'insert on audit', when: `new.action = '${action}'` }) as const
/** Taken from the queue, and nothing done of it. */
const taken = (payload: string) =>
  ({
    on: 'update on graphile_worker._private_jobs',
    when: `new.locked_by is not null and old.locked_by is null and new.payload::jsonb ? '${payload}'`,
  }) as const
const published = { on: 'update on dataset_version', when: 'new.published_at is not null' } as const
const revoked = { on: 'update on reviewer_link', when: 'new.revoked_at is not null' } as const
const told = {
  on: 'update on minted_identifier',
  when: `new.told_no > old.told_no and old.told = 'registered'`,
} as const

type Row = Pick<Point, 'on' | 'when' | 'at'>

/** Points of one story and victim; with a star, once that is committed and before the victim hears of it. */
const pointsOf = (
  story: Story,
  victim: Point['victim'],
  rows: Readonly<Record<string, Row>>,
): DatasetPoint[] =>
  Object.entries(rows).map(([name, row]) =>
    name.endsWith('*')
      ? {
          name: `${name.slice(0, -1)} and was committed`,
          story,
          victim,
          row: { ...row, at: 'commit' },
        }
      : { name, story, victim, row },
  )
const half = (name: string, story: Story): DatasetPoint => ({
  name,
  story,
  victim: 'jobs',
  half: true,
})

export const datasetPoints: DatasetPoint[] = [
  ...pointsOf(publication, 'server', {
    'a version is published': published,
    'its publication is audited': audit('version.publish'),
    'a version is published*': published,
  }),
  ...pointsOf(publication, 'jobs', {
    'the registry was told of it': told,
    'the registry was told of it*': told,
    'a file of it is looked at': { on: 'insert on file_preview' },
  }),
  ...pointsOf(deletionOfDraft, 'server', {
    'a draft version is deleted': { on: 'delete on dataset_version' },
    'objects of a draft are let go': { on: 'delete on dataset_object' },
    'a draft version is deleted*': { on: 'delete on dataset_version' },
  }),
  ...pointsOf(deletionOfDraft, 'jobs', { 'objects are to be removed': taken('keys') }),
  half('half of the objects of a draft are removed', deletionOfDraft),
  ...pointsOf(deletionOfRecord, 'server', {
    'an upload ends with its record': {
      on: 'update on dataset_upload',
      when: `new.state = 'cancelled'`,
    },
    'a record is deleted': { on: 'delete on record' },
    'a record is deleted*': { on: 'delete on record' },
  }),
  ...pointsOf(deletionOfRecord, 'jobs', {
    'what an upload left is to be cleared': taken('uploadIds'),
    'parts of an upload are cleared': { on: 'delete on dataset_upload_part' },
  }),
  half('half of the objects of a record are removed', deletionOfRecord),
  ...pointsOf(deletionOfFiles, 'server', {
    'a file is deleted': { on: 'delete on dataset_file' },
    'objects of files are let go': { on: 'delete on dataset_object' },
    'a file is deleted*': { on: 'delete on dataset_file' },
  }),
  ...pointsOf(replacement, 'jobs', {
    'the file that is replaced goes': { on: 'delete on dataset_file' },
    'the file that replaces comes': { on: 'insert on dataset_file' },
    'the file that replaces comes*': { on: 'insert on dataset_file' },
    'replaced bytes are to be removed': taken('keys'),
  }),
  ...pointsOf(endOfEmbargo, 'jobs', {
    'an embargo ends': { on: 'update on dataset', when: 'old.protected and not new.protected' },
    'the end of an embargo is audited': audit('record.edit'),
    'an embargo ends*': { on: 'update on dataset', when: 'old.protected and not new.protected' },
  }),
  ...pointsOf(fixity, 'jobs', {
    'a file is checked': { on: 'insert on fixity_check' },
    'damage is audited': audit('file.damage'),
    'damage is audited*': audit('file.damage'),
    'damage is told': { on: 'insert on mail' },
    'damage is told*': { on: 'insert on mail' },
  }),
  ...pointsOf(previews, 'jobs', {
    'pictures of a preview are intended': { on: 'insert on object_intent' },
    'a preview is noted': { on: 'insert on file_preview' },
    'a picture of a preview is noted': { on: 'insert on file_preview_picture' },
    'a picture of a preview is noted*': { on: 'insert on file_preview_picture' },
  }),
  { name: 'it reads a file', story: previews, victim: 'child', child: 'previews' },
  { name: 'it makes a picture', story: previews, victim: 'child', child: 'images' },
  ...pointsOf(submission, 'server', {
    'a package is submitted': { on: 'update on deposit_item', when: `new.state = 'unit_check'` },
    'a package is submitted*': { on: 'update on deposit_item', when: `new.state = 'unit_check'` },
  }),
  ...pointsOf(acceptance, 'server', {
    'the number of a receipt is taken': { on: 'insert on deposit_numbering' },
    'a receipt is issued': { on: 'insert on deposit_receipt' },
    'the dataset of a receipt is published': published,
    'a receipt is issued*': { on: 'insert on deposit_receipt' },
  }),
  ...pointsOf(revocation, 'server', {
    'a reviewer link is revoked': revoked,
    'a reviewer link is revoked*': revoked,
  }),
]
