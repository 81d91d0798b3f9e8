/** What programs, and who writes them, read when something is not taken. */
export const brapiWords = {
  oneContent: {
    zh: 'contentMixture 应恰好写明一份种质：一个批次只含一份种质。',
    en: 'contentMixture names exactly one germplasm: a lot here is of one.',
  },
  unknownUnit: (unit: string) => ({
    zh: `没有计量单位 ${unit}，可用：seed、gram、vial、straw、plant、millilitre。`,
    en: `There is no unit ${unit} here; use seed, gram, vial, straw, plant or millilitre.`,
  }),
  otherUnit: (unit: string) => ({
    zh: `批次之间转移时，数量应以批次的单位 ${unit} 给出。`,
    en: `What moves from lot to lot is given in the unit of the lot, ${unit}.`,
  }),
  amountByTransactions: {
    zh: '批次的数量由出入库记录得出：请用 seedlots/transactions 登记，不在此修改。',
    en: 'The amount of a lot follows from its transactions: post one to seedlots/transactions instead.',
  },
  lotNeeded: {
    zh: '请写明 fromSeedLotDbId、toSeedLotDbId，或两者。',
    en: 'Give fromSeedLotDbId, toSeedLotDbId or both.',
  },
  noPlot: {
    zh: '请写明 observationUnitDbId，或 germplasmDbId 和 studyDbId。',
    en: 'Give observationUnitDbId, or germplasmDbId and studyDbId.',
  },
  otherPlot: {
    zh: '观测值只能改正数值和观测人；所属的种质、试验、性状和日期不变。',
    en: 'Of an observation its value and collector are corrected; its germplasm, study, variable and day stay.',
  },
  noCollection: (name: string) => ({
    zh: `没有资源库“${name}”。`,
    en: `There is no library “${name}”.`,
  }),
  noPicture: {
    zh: '没有这张待上传的图片，请先用 POST images 登记。',
    en: 'No image was announced under this id: post it to images first.',
  },
  pictureOf: {
    zh: '请在 additionalInfo.germplasmDbId 或 observationUnitDbId 中写明图片属于哪份种质。',
    en: 'Say which germplasm the image shows, by additionalInfo.germplasmDbId or observationUnitDbId.',
  },
  namedImages: {
    zh: '请用 imageDbIds 写明要删除的图片。',
    en: 'Name the images to delete, by imageDbIds.',
  },
  emptyBody: { zh: '没有收到图片内容。', en: 'No bytes of an image arrived.' },
}
