import type { Text, Words } from '../../core/text.ts'

export const sourceWords = {
  sources: { zh: '样本来源', en: 'Sources of samples' },
  sourcesOf: (title: Text): Text => ({ zh: `${title.zh}的样本来源`, en: `Sources of ${title.en}` }),
  sourceOf: (code: string): Text => ({ zh: `来源 ${code}`, en: `Source ${code}` }),
  lead: {
    zh: '样本取自哪里：动物个体、植物、环境地点、岩矿产地或批次。',
    en: 'What samples were taken from: an animal, a plant, a place in nature, a quarry, a batch.',
  },
  none: { zh: '没有符合条件的来源。', en: 'No matching sources.' },
  add: { zh: '登记来源', en: 'Add a source' },
  added: (code: string): Text => ({ zh: `来源 ${code} 已登记`, en: `Source ${code} was added` }),
  edit: { zh: '修改来源', en: 'Edit the source' },
  codeHint: { zh: '在本样本集内不重复。', en: 'Unique in the collection.' },
  taxonHint: {
    zh: '学名，例如 Bos grunniens；不是生物时留空。',
    en: 'A scientific name such as Bos grunniens; empty for what is not alive.',
  },
  titleHint: {
    zh: '例如耳号、剖面、冰芯或批次名称。',
    en: 'Such as an ear tag, a section, an ice core or the name of a batch.',
  },
  permitHint: { zh: '采集证或许可证号。', en: 'Number of the collecting permit.' },
  samples: { zh: '样本', en: 'Samples' },
  noSamples: { zh: '还没有取自这个来源的样本。', en: 'There are no samples of this source yet.' },
  noSource: { zh: '没有这个来源。', en: 'There is no such source.' },
  bothCoordinates: { zh: '纬度和经度须同时填写。', en: 'Give latitude and longitude together.' },
  codeTaken: {
    zh: '本样本集已有这个编号的来源，请换一个编号。',
    en: 'The collection already has a source of this code: choose another.',
  },
  ofPeople: {
    zh: '人类样本登记供体，不登记来源。',
    en: 'Samples of people have donors: add a donor.',
  },
} satisfies Words

export const sourceKindNames = {
  animal: { zh: '动物', en: 'Animal' },
  plant: { zh: '植物', en: 'Plant' },
  environment: { zh: '环境', en: 'Environment' },
  geological: { zh: '地质', en: 'Geological' },
  material: { zh: '材料', en: 'Material' },
} satisfies Words
