import { terms, type VocabularyData } from './define.ts'

const source =
  'MIABIS Core 3.0, Biobank; codes are Hexi’s, English labels are the standard’s values'
const version = '3.0'

export const miabisBiobank: readonly VocabularyData[] = [
  {
    name: 'miabis_infrastructure',
    version,
    title: { zh: '基础设施能力', en: 'Infrastructural capabilities' },
    source,
    terms: terms([
      ['sample_storage', '样本保存', 'Sample storage'],
      ['data_storage', '数据存储', 'Data storage'],
      ['biosafety', '生物安全', 'Biosafety abilities'],
      ['other', '其他', 'Other'],
    ]),
  },
  {
    name: 'miabis_organisation',
    version,
    title: { zh: '组织能力', en: 'Organisational capabilities' },
    source,
    terms: terms([
      ['recontact', '可再次联系供者', 'Recontact with donors'],
      ['clinical_trials', '支持临床试验', 'Facilitating clinical trials'],
      ['prospective', '建立前瞻性收藏', 'Setting up prospective collections'],
      ['omics_data', '提供组学数据', 'Access to omics data'],
      ['laboratory_data', '提供检验数据', 'Access to laboratory analysis data'],
      ['clinical_data', '提供供者临床数据', "Access to donor's clinical data"],
      ['pathology', '提供病理档案', 'Access to pathology archive'],
      ['radiology', '提供放射影像档案', 'Access to radiology archive'],
      ['registries', '提供国家医学登记数据', 'Access to national medical registries'],
      ['other', '其他', 'Other'],
    ]),
  },
  {
    name: 'miabis_bioprocessing',
    version,
    title: { zh: '加工与分析能力', en: 'Bioprocessing and analytical capabilities' },
    source,
    terms: terms([
      ['biochemical', '生化分析', 'Biochemical analyses'],
      ['genomics', '基因组学', 'Genomics'],
      ['nucleic_acids', '核酸提取', 'Nucleic acid extraction'],
      ['proteomics', '蛋白质组学', 'Proteomics'],
      ['metabolomics', '代谢组学', 'Metabolomics'],
      ['histology', '组织学', 'Histology'],
      ['cell_lines', '细胞系制备', 'Cell-lines processing'],
      ['virology', '病毒学', 'Virology'],
      ['processing', '样本处理', 'Sample processing'],
      ['shipping', '样本运输', 'Sample shipping'],
      ['quality_control', '样本质量控制', 'Sample quality control services'],
      ['other', '其他', 'Other'],
    ]),
  },
  {
    name: 'miabis_quality',
    version,
    title: { zh: '质量管理标准', en: 'Quality management standards' },
    source,
    terms: terms([
      ['iso20387', 'ISO 20387', 'ISO 20387'],
      ['iso9001', 'ISO 9001', 'ISO 9001'],
      ['other', '其他', 'Other'],
    ]),
  },
  {
    name: 'miabis_network_topic',
    version,
    title: { zh: '合作内容', en: 'Common collaboration topics' },
    source,
    terms: terms([
      ['charter', '共同章程', 'Common charter'],
      ['sops', '共同操作规程', 'Common SOPs'],
      ['data_access', '共同数据获取政策', 'Common data access policy'],
      ['sample_access', '共同样本获取政策', 'Common sample access policy'],
      ['mta', '共同材料转移协议', 'Common MTA'],
      ['image_access', '共同影像获取政策', 'Common image access policy'],
      ['image_mta', '共同影像转移协议', 'Common image MTA'],
      ['representation', '共同对外代表', 'Common representation'],
      ['url', '共同网址', 'Common URL'],
      ['other', '其他', 'Other'],
    ]),
  },
  {
    name: 'miabis_network_type',
    version,
    title: { zh: '网络类型', en: 'Network type' },
    source,
    terms: terms([
      ['national_node', 'BBMRI-ERIC 国家节点', 'BBMRI-ERIC National Node network'],
      ['biobanks', '样本库网络', 'Biobank network'],
      ['collections', '样本集网络', 'Collection network'],
      ['disease', '专病网络', 'Disease-specific network'],
      ['project', '项目网络', 'Project network'],
      ['rare_disease', '罕见病网络', 'Rare Disease network'],
      ['other', '其他', 'Other'],
    ]),
  },
]
