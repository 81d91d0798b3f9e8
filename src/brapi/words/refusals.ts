/** What programs, and who writes them, read when something is not taken. */
export const brapiWords = {
  oneContent: {
    zh: 'contentMixture 应指定且只指定一份种质：一个批次只含一份种质。',
    en: 'contentMixture must name exactly one germplasm; a lot contains one germplasm only.',
  },
  unknownUnit: (unit: string) => ({
    zh: `计量单位 ${unit} 不存在，可用：seed、gram、vial、straw、plant、millilitre。`,
    en: `There is no unit ${unit}. Use seed, gram, vial, straw, plant or millilitre.`,
  }),
  otherUnit: (unit: string) => ({
    zh: `批次之间转移时，数量须使用批次的单位 ${unit}。`,
    en: `Transfers between lots must use the lot’s unit, ${unit}.`,
  }),
  amountByTransactions: {
    zh: '批次的数量由出入库记录计算：请通过 seedlots/transactions 登记，不能在此修改。',
    en: 'The amount of a lot is calculated from its transactions. Post one to seedlots/transactions instead.',
  },
  lotNeeded: {
    zh: '请填写 fromSeedLotDbId、toSeedLotDbId 或两者。',
    en: 'Provide fromSeedLotDbId, toSeedLotDbId or both.',
  },
  noPlot: {
    zh: '请填写 observationUnitDbId，或 germplasmDbId 和 studyDbId。',
    en: 'Provide observationUnitDbId, or germplasmDbId and studyDbId.',
  },
  otherPlot: {
    zh: '观测值只能更正数值和观测人；种质、试验、性状和日期不能更改。',
    en: 'Only the value and collector of an observation can be corrected; germplasm, study, variable and date cannot be changed.',
  },
  noCollection: (name: string) => ({
    zh: `资源库“${name}”不存在。`,
    en: `There is no library “${name}”.`,
  }),
  noPicture: {
    zh: '没有待上传的该图片，请先用 POST images 登记。',
    en: 'No image with this id is waiting for upload. Register it with POST images first.',
  },
  pictureOf: {
    zh: '请在 additionalInfo.germplasmDbId 或 observationUnitDbId 中注明图片所属的种质。',
    en: 'Specify the germplasm shown in the image with additionalInfo.germplasmDbId or observationUnitDbId.',
  },
  namedImages: {
    zh: '请用 imageDbIds 指定要删除的图片。',
    en: 'Specify the images to delete with imageDbIds.',
  },
  emptyBody: { zh: '没有收到图片内容。', en: 'No image content was received.' },
}
