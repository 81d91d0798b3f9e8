import type { AuditNames } from '../../audit/model.ts'
import type { Words } from '../../core/text.ts'

export const synonymWords = {
  synonyms: { zh: '同义词表', en: 'Synonyms' },
  lead: {
    zh: '检索时视为相同的词语：中英文名称、缩写、俗名与方言名。输入其中一个，也会找到其他各个；修改后立即生效。',
    en: 'Words that search treats as the same: Chinese and English names, abbreviations, common and dialect names. Typing one finds the others too; changes take effect at once.',
  },
  find: { zh: '词语', en: 'Word' },
  words: { zh: '同义词', en: 'Synonyms' },
  wordsHint: {
    zh: '每行一个，至少两个；中文在前。大小写、空格、连字符和繁简体均视为相同。',
    en: 'One per line, at least two. Case, spaces, hyphens and traditional characters make no difference.',
  },
  narrower: { zh: '也会找到的下位词', en: 'Narrower terms, found too' },
  narrowerHint: {
    zh: '每行一个。检索上面的词时也会找到它们，反之则不会：检索“加速器”也找到“回旋加速器”。',
    en: 'One per line. Searching for a word above finds these too, but not the other way round: “accelerator” also finds “cyclotron”.',
  },
  closed: { zh: '停用', en: 'Not in use' },
  closedHint: { zh: '停用的词组不再用于检索。', en: 'Search no longer uses it.' },
  inUse: { zh: '使用中', en: 'In use' },
  none: { zh: '没有这样的同义词', en: 'No matching synonyms' },
  noneHint: { zh: '换一个词再试。', en: 'Try another word.' },
  add: { zh: '新增同义词', en: 'Add synonyms' },
  added: { zh: '已添加，检索即刻使用。', en: 'Added; search uses them now.' },
  edit: { zh: '编辑同义词', en: 'Edit synonyms' },
  saved: { zh: '已保存，检索即刻使用。', en: 'Saved; search uses them now.' },
  noGroup: { zh: '该同义词组不存在。', en: 'This synonym group does not exist.' },
  tooFew: { zh: '请至少填写两个不同的词。', en: 'Enter at least two different words.' },
  tooMany: {
    zh: '最多 50 个词，每个不超过 100 字。',
    en: 'At most 50 words of up to 100 characters.',
  },
  stale: {
    zh: '您打开之后，这组同义词已被他人修改。请重新读取，再保存您的修改。',
    en: 'Somebody else changed these synonyms after you opened them. Reload them, then save your changes.',
  },
} satisfies Words

export const synonymAudit = {
  entities: { synonym_group: { zh: '同义词', en: 'Synonyms' } },
  actions: {
    'synonym_group.create': { on: 'synonym_group', zh: '新增同义词', en: 'Synonyms added' },
    'synonym_group.edit': { on: 'synonym_group', zh: '修改同义词', en: 'Synonyms changed' },
  },
} as const satisfies AuditNames
