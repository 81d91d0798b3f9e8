import type { Text, Words } from '../../core/text.ts'
import type { AmountUnit, Family, FurtherUse, Purpose, SampleState } from '../model.ts'

export const familyNames: Readonly<Record<Family, Text>> = {
  human: { zh: '人类', en: 'Human' },
  animal: { zh: '动物', en: 'Animal' },
  plant: { zh: '植物', en: 'Plant' },
  environment: { zh: '环境', en: 'Environment' },
  specimen: { zh: '标本', en: 'Specimen' },
  geological: { zh: '岩矿与化石', en: 'Rock or fossil' },
  experimental: { zh: '实验材料', en: 'Experimental material' },
  reference: { zh: '标准物质', en: 'Reference material' },
}

export const stateNames: Readonly<Record<SampleState, Text>> = {
  stored: { zh: '在库', en: 'In store' },
  out: { zh: '借出', en: 'On loan' },
  shipped: { zh: '已发出', en: 'Shipped' },
  used_up: { zh: '已用完', en: 'Used up' },
  destroyed: { zh: '已销毁', en: 'Destroyed' },
}

export const unitNames: Readonly<Record<AmountUnit, Text>> = {
  microlitre: { zh: 'µL', en: 'µL' },
  microgram: { zh: 'µg', en: 'µg' },
  milligram: { zh: 'mg', en: 'mg' },
  nanogram: { zh: 'ng', en: 'ng' },
  cell: { zh: '个细胞', en: 'cells' },
  piece: { zh: '件', en: 'pieces' },
}

export const purposeNames: Readonly<Record<Purpose, Text>> = {
  general: { zh: '一般研究', en: 'General research' },
  health: { zh: '健康与生物医学研究', en: 'Health and biomedical research' },
  ancestry: { zh: '群体起源与祖源研究', en: 'Population origins and ancestry' },
  disease: { zh: '特定疾病研究', en: 'Research on specific diseases' },
}

export const furtherUseNames: Readonly<Record<FurtherUse, Text>> = {
  commercial: { zh: '商业用途', en: 'Commercial use' },
  genetic: { zh: '遗传数据', en: 'Genetic data' },
  abroad: { zh: '出境或境外使用', en: 'Use abroad' },
  xenograft: { zh: '异种移植', en: 'Xenograft' },
  animal: { zh: '其他动物实验', en: 'Other animal experiments' },
}

export const sampleWords = {
  hasContents: {
    zh: '其中有样本、供体或来源，不能删除。',
    en: 'This collection contains samples, donors or sources and cannot be deleted.',
  },
  staffOnly: {
    zh: '只有本样本集的管理人员可以查看样本和供体。',
    en: 'Only staff of this collection can view its samples and donors.',
  },
} satisfies Words

/** The lists of a collection. */
export const tabNames = {
  samples: { zh: '样本', en: 'Samples' },
  donors: { zh: '供体', en: 'Donors' },
  sources: { zh: '来源', en: 'Sources' },
  kits: { zh: '采样套件', en: 'Kits' },
} satisfies Words

const figures = new Intl.NumberFormat('en', { maximumFractionDigits: 3 })

/** `200 µL`: an amount with its unit. */
export const amountText = ({ amount, unit }: { amount: number; unit: AmountUnit }): Text => ({
  zh: `${figures.format(amount)} ${unitNames[unit].zh}`,
  en: `${figures.format(amount)} ${amount === 1 ? unitNames[unit].en.replace(/s$/, '') : unitNames[unit].en}`,
})

/** What else of a change the audit names. */
export const sampleFieldNames = {
  donor: {
    note: { zh: '说明', en: 'Note' },
    blocked: { zh: '停用样本数', en: 'Samples blocked' },
    unblocked: { zh: '恢复使用的样本数', en: 'Samples unblocked' },
    reason: { zh: '更正理由', en: 'Reason' },
    withdrawnAt: { zh: '撤回时间', en: 'Withdrawn at' },
    consent: { zh: '知情同意', en: 'Consent' },
  },
  sample: {
    donorId: { zh: '供体', en: 'Donor' },
    sourceId: { zh: '来源', en: 'Source' },
    kitId: { zh: '套件', en: 'Kit' },
    parentIds: { zh: '来自样本', en: 'Made from' },
    isPooled: { zh: '混合样本', en: 'Pooled' },
    freezeThaws: { zh: '冻融次数', en: 'Freeze–thaw cycles' },
  },
  sample_kit: { finished: { zh: '已完成', en: 'Finished' } },
} as const
