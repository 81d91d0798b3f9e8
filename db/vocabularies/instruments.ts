import { terms, type VocabularyData } from './define.ts'

const upload = 'NRII upload interface, code lists of the national instrument report'

/** What the national instrument report asks for, under its own codes. */
export const instruments: readonly VocabularyData[] = [
  {
    name: 'nrii_source',
    version: '1',
    title: { zh: '设备来源', en: 'How the instrument was obtained' },
    source: upload,
    terms: terms([
      ['1', '购置', 'Purchased'],
      ['2', '研制', 'Developed'],
      ['3', '赠送', 'Donated'],
      ['4', '其他', 'Other'],
    ]),
  },
  {
    name: 'nrii_type',
    version: '1',
    title: { zh: '仪器类型', en: 'General or special purpose' },
    source: upload,
    terms: terms([
      ['1', '专用', 'Special purpose'],
      ['2', '通用', 'General purpose'],
    ]),
  },
  {
    name: 'nrii_status',
    version: '1',
    title: { zh: '运行状态', en: 'Condition' },
    source: upload,
    terms: terms([
      ['1', '正常', 'In order'],
      ['4', '偶有故障', 'Occasional faults'],
      ['5', '故障频繁', 'Frequent faults'],
      ['6', '待修', 'Awaiting repair'],
      ['7', '待报废', 'To be scrapped'],
    ]),
  },
  {
    name: 'nrii_share_mode',
    version: '1',
    title: { zh: '共享模式', en: 'Share mode' },
    source: upload,
    terms: terms([
      ['1', '内部共享', 'Shared inside the institution'],
      ['2', '外部共享', 'Shared with others'],
      ['3', '不共享', 'Not shared'],
    ]),
  },
  {
    name: 'nrii_funds',
    version: '1',
    title: { zh: '购置经费来源', en: 'Sources of funds' },
    source: upload,
    terms: terms([
      ['1', '中央财政资金', 'Central government'],
      ['2', '地方财政资金', 'Local government'],
      ['3', '单位自有资金', 'Own funds'],
      ['4', '其他资金', 'Other funds'],
    ]),
  },
  {
    name: 'nrii_belongs',
    version: '1',
    title: { zh: '所属资源载体类型', en: 'Types of host facility' },
    source: upload,
    terms: terms([
      ['1', '仪器中心', 'Instrument centre'],
      ['2', '重大科研基础设施', 'Major research facility'],
      ['4', '不附属', 'None'],
      ['6', '国家重点实验室', 'State key laboratory'],
      ['7', '工程中心', 'Engineering centre'],
      ['8', '生物种质资源库馆', 'Bank or museum of biological resources'],
    ]),
  },
  {
    name: 'nrii_audit_status',
    version: '1',
    title: { zh: '上报状态', en: 'Reporting state' },
    source: upload,
    terms: terms([
      ['0', '未上报', 'Not reported'],
      ['100', '已上报', 'Reported'],
      ['203', '上报失败', 'Report failed'],
    ]),
  },
  {
    name: 'gansu_instrument_class',
    version: '1',
    title: { zh: '甘肃省仪器类别', en: 'Gansu’s classes of instruments' },
    source: 'The 15 classes in Gansu’s order; codes are those of the national classification',
    terms: terms([
      ['010000', '分析', 'Analysis'],
      ['020000', '物理性能测试', 'Physical properties'],
      ['030000', '计量', 'Metrology'],
      ['040000', '电子测量', 'Electronic measurement'],
      ['050000', '海洋', 'Oceanography'],
      ['060000', '地球探测', 'Earth exploration'],
      ['070000', '大气探测', 'Atmospheric sounding'],
      ['110000', '特种检测', 'Special inspection'],
      ['140000', '激光器', 'Lasers'],
      ['120000', '工艺试验', 'Process testing'],
      ['130000', '计算机及配套', 'Computers and peripherals'],
      ['080000', '天文', 'Astronomy'],
      ['090000', '医学科研', 'Medical research'],
      ['100000', '核', 'Nuclear'],
      ['990000', '其他', 'Other'],
    ]),
  },
]
