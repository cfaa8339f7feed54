import type { ItemNature } from '../../domain/library/checklistItem.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

const natures: Words<ItemNature> = {
  mandatory: '强制性规定',
  contractual: '合同审慎',
  policyOrUnverified: '政策或未核',
};

const roles: Words<'direct' | 'supporting'> = { direct: '直接依据', supporting: '佐证依据' };

/**
 * Words inside the workbook of a checklist. Its content is Chinese law whatever language the screen speaks, and a workbook must
 * read the same on every desk, so there is no English.
 */
export const checklistWorkbookZh = {
  sheets: { guide: '说明', lists: '清单', items: '审查项', bases: '依据', values: '取值' },
  lists: {
    id: '清单编号',
    titleZh: '清单名称',
    titleEn: '英文名称',
    primaryLaw: '主要法规',
    version: '版本',
    effectiveDate: '施行日期',
    reviewedOn: '审阅日期',
    basedOn: '基准版本',
    itemCount: '审查项数（自动）',
  },
  items: {
    list: '清单编号',
    id: '编号',
    title: '审查项',
    question: '审查问题',
    obligation: '义务',
    bearer: '义务主体',
    nature: '性质',
    severity: '严重程度',
    lookFor: '查什么',
    typicalFinding: '常见问题',
    recommendation: '建议',
    clause: '可用条款',
    stateOrgan: '法律责任（国家机关）',
    enterprise: '法律责任（企业）',
    cites: '责任条款',
    docTypes: '文件类型',
    when: '适用条件',
    whenInWords: '适用条件释义（自动）',
    needsConfirmation: '依据待确认',
    confirmationNote: '待确认说明',
    note: '备注',
  },
  bases: {
    owner: '审查项编号',
    ownerTitle: '审查项（自动）',
    cite: '引用（自动）',
    code: '法规代码',
    law: '法规名称',
    article: '条',
    paragraph: '款',
    item: '项',
    role: '作用',
    verified: '条文已核对',
    reason: '未核对的原因',
    keyword: '条文关键词',
    lawVersion: '法规版本',
  },
  values: {
    natures: '性质',
    severities: '严重程度',
    yesNo: '是否',
    roles: '作用',
    docTypes: '文件类型',
    codes: '法规代码',
    laws: '法规名称',
    versions: '现行版本',
    traits: '项目特征',
    traitLabels: '项目特征名称',
  },
  natures,
  roles,
  yes: '是',
  no: '否',
  condition: {
    always: '始终适用',
    and: ' 且 ',
    or: ' 或 ',
    not: (inner: string): string => `非${inner}`,
    group: (inner: string): string => `（${inner}）`,
  },
  choose: '请从下拉列表中选择。',
  wrongChoice: '只能从下拉列表中选择，可选值见“取值”表。',
  title: '审查清单工作簿',
  guide: (lists: string): readonly (readonly [heading: string, text: string])[] => [
    ['内容', lists],
    [
      '怎样修改',
      '在“清单”“审查项”“依据”三张表中直接修改，保存为 .xlsx 后导回。未改动的审查项保持原样；改动的审查项会请各项目重新审查；删去的行即删去的审查项，各项目中的记录归档，不删除。',
    ],
    [
      '表和列',
      '不要改表名和列名，不要增加列；列的先后可以调整，可以筛选、排序、留空行、另加工作表。标有“（自动）”的灰色列由程序写出，导入时不读取。',
    ],
    [
      '次序',
      '“审查项”表中行的先后就是审查项的先后；“依据”表中同一审查项各行的先后就是依据的先后。',
    ],
    [
      '新增审查项',
      '在“审查项”表中加一行，编号留空，导入时自动编号；在“依据”表中为它至少加一行依据，“审查项编号”一格写它的审查项名称。复制旧行来改的，请清空编号。',
    ],
    [
      '编号',
      '编号由小写字母、数字和连字符组成，是各项目中审查记录所系，已有的编号不要改。一个工作簿有几个清单时，每个审查项要写明清单编号。',
    ],
    [
      '依据',
      '法规代码和法规名称二者填一即可，见“取值”表；条、款、项只填数字（二十三条填 23），没有款、项的留空。条文已核对的，填条文关键词和法规版本（该法最近修改或公布的日期）；未核对的，填未核对的原因。引用的写法由程序生成。',
    ],
    [
      '性质',
      '“强制性规定”须有一条已核对的直接依据。没有一条依据已核对的审查项，依据待确认填“是”，并写待确认说明。',
    ],
    [
      '一格多项',
      '文件类型、责任条款可以有多个：一行一个（Alt+Enter 换行），也可以用顿号或分号隔开。',
    ],
    [
      '适用条件',
      'always 表示始终适用；否则用项目特征（“取值”表）和 and、or、not、括号组成，例如 processesPersonalInfo and not (minors or biometrics)。',
    ],
    [
      '不在表中的内容',
      '审查线索所用的文字规则不在表中修改，导入时按编号从基准版本沿用；新增的审查项没有文字规则。',
    ],
    [
      '基准版本',
      '“清单”表的“基准版本”指明从哪一版改起，请保留原样。清空它表示以本工作库现有的同编号清单为基准，没有同编号清单的，作为新清单导入。',
    ],
    [
      '开头的单引号',
      '以 = + - @ 开头的文字，导出时前面加一个单引号，以免被当成公式；导入时自动去掉。',
    ],
  ],
  listLine: (title: string, version: string, items: number): string =>
    `${title}，版本 ${version}，${String(items)} 个审查项`,
  /** Name of the file of one or several lists, without its extension. */
  fileName: (title: string, version: string, lists: number): string =>
    lists > 1 ? `审查清单 ${title}等${String(lists)}个` : `审查清单 ${title} ${version}`,
} as const;
