import type { DocTypeCode } from './checklistItem.ts';

/** Order matters: the narrower name first (数据处理协议 is no 合同, 运维合同 is YW). */
const namePatterns: readonly (readonly [RegExp, DocTypeCode])[] = [
  [/数据处理|委托处理|保密协议|dpa/iu, 'DPA'],
  [/隐私政策|隐私声明|处理规则/u, 'YS'],
  [/验收/u, 'YS2'],
  [/应急预案|管理制度|管理办法/u, 'YJ'],
  [/运维|运行维护/u, 'YW'],
  [/授权运营|数据共享|数据开放|共享协议/u, 'GX'],
  [/采购需求|用户需求|需求书/u, 'XQ'],
  [/招标|采购文件|磋商|询价|谈判文件|投标/u, 'ZB'],
  [/合同|协议书/u, 'HT'],
  [/建设方案|可行性|可研|初步设计|实施方案|技术方案/u, 'KY'],
  [/立项|申报/u, 'LX'],
];

/** What a document probably is, by its file name; null where the name does not say. The lawyer can change it. */
export function guessDocType(fileName: string): DocTypeCode | null {
  return namePatterns.find(([pattern]) => pattern.test(fileName))?.[1] ?? null;
}
