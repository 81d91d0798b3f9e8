import type { Text, Words } from '../../core/text.ts'

export const sourceWords = {
  sources: { zh: '样本来源', en: 'Sample sources' },
  sourcesOf: (title: Text): Text => ({
    zh: `${title.zh}的样本来源`,
    en: `Sample sources of ${title.en}`,
  }),
  sourceOf: (code: string): Text => ({ zh: `来源 ${code}`, en: `Source ${code}` }),
  lead: {
    zh: '样本的来源：动物个体、植物、环境地点、岩矿产地或批次。',
    en: 'Where samples come from: an animal, a plant, an environmental site, a geological locality or a batch.',
  },
  none: { zh: '没有符合条件的来源。', en: 'No matching sources.' },
  add: { zh: '登记来源', en: 'Add source' },
  added: (code: string): Text => ({ zh: `来源 ${code} 已登记`, en: `Source ${code} added` }),
  edit: { zh: '修改来源', en: 'Edit source' },
  codeHint: { zh: '在本样本集内唯一。', en: 'Unique in the collection.' },
  taxonHint: {
    zh: '学名，例如 Bos grunniens；非生物留空。',
    en: 'Scientific name, for example Bos grunniens. Leave empty if not an organism.',
  },
  titleHint: {
    zh: '例如耳号、剖面、冰芯或批次名称。',
    en: 'For example an ear tag, section, ice core or batch name.',
  },
  permitHint: { zh: '采集证或许可证号。', en: 'Collecting permit or licence number.' },
  samples: { zh: '样本', en: 'Samples' },
  noSamples: { zh: '还没有来自该来源的样本。', en: 'No samples from this source yet.' },
  noSource: { zh: '来源不存在。', en: 'This source does not exist.' },
  bothCoordinates: { zh: '纬度和经度须同时填写。', en: 'Enter both latitude and longitude.' },
  codeTaken: {
    zh: '本样本集已有该编号的来源，请更换编号。',
    en: 'The collection already has a source with this code. Choose another.',
  },
  ofPeople: {
    zh: '人类样本请登记供体，不登记来源。',
    en: 'For human samples, add a donor instead of a source.',
  },
} satisfies Words

export const sourceKindNames = {
  animal: { zh: '动物', en: 'Animal' },
  plant: { zh: '植物', en: 'Plant' },
  environment: { zh: '环境', en: 'Environment' },
  geological: { zh: '地质', en: 'Geological' },
  material: { zh: '材料', en: 'Material' },
} satisfies Words
