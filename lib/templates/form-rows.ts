import type { companyWords } from '../applications/company-words';
import type { printedFields } from '../applications/printed';
import type { CompanyAnswers, LiaisonAnswers } from '../applications/schema';
import type { TableRow } from '../pdf/draw-table';

/** What the form prints is what its number stands for: the answers that `printedFields` names, and their words. */
export type FilledForm = {
  number: string;
  answers: Pick<CompanyAnswers, (typeof printedFields)['applicationForm'][number]>;
  words: Awaited<ReturnType<typeof companyWords>>;
};

const LABEL = 92;

/** 入会申请表 row by row, blank or filled in. */
export function formRows(width: number, filled?: FilledForm): TableRow[] {
  const value = LABEL + (width - 2 * LABEL) / 2 - LABEL; // half of what the labels leave
  const label = (text: string) => ({ text, width: LABEL, label: true });
  const least = filled ? 25 : 28; // room to write by hand
  const wide = (title: string, text = '', height = least): TableRow => ({ height, cells: [label(title), { text, width: width - LABEL }] });
  const pair = (one: [string, string?], other: [string, string?]): TableRow => ({
    height: least,
    cells: [one, other].flatMap(([title, text = '']) => [label(title), { text, width: value }]),
  });
  const { answers, words } = filled ?? {};
  const place = words && [...new Set([words.provinceCode, words.cityCode])].join(' ');
  return [
    wide('单位名称', answers?.name),
    wide('统一社会\n信用代码', answers?.uscc, 36),
    pair(['所属行业', words?.industry], ['所属领域', words?.field]),
    pair(['企业类型', words?.companyType], ['所属系统', words?.affiliation]),
    pair(['所在省市', place], ['邮　编', answers?.postcode]),
    wide('通讯地址', answers?.address),
    wide('法定代表人', answers?.legalRepresentative),
    wide('特级资质', words?.qualifications.join('、')),
    profileRow(width, answers?.profile),
    ...liaisonRows(width, answers?.liaisons),
    {
      height: filled ? 104 : 126,
      cells: [
        label('申请单位\n意见'),
        {
          text: '我单位自愿加入中国施工企业管理协会，遵守协会章程，履行会员义务。\n\n\n　　　　　　　　　　　　　　　单位（盖章）：\n\n　　　　　　　　　　　　　　　　　　　　年　　　月　　　日',
          width: width - LABEL,
        },
      ],
    },
  ];
}

/** Room to write by hand; filled in, as much as the text needs. */
function profileRow(width: number, profile?: string): TableRow {
  const title = { text: '企业基本情况\n（400 字以内）', width: LABEL, label: true };
  return {
    height: profile === undefined ? 196 : 96,
    cells: [title, { text: profile ?? '', width: width - LABEL, small: profile !== undefined }],
  };
}

function liaisonRows(width: number, liaisons: readonly LiaisonAnswers[] = []): TableRow[] {
  const widths = [LABEL, 64, 128, 76, width - LABEL - 268];
  const row = (texts: string[], isHead: boolean, height: number): TableRow => ({
    height,
    cells: texts.map((text, index) => ({ text, width: widths[index] ?? 0, label: isHead || index === 0, small: index > 0 })),
  });
  const person = (title: string, order: LiaisonAnswers['order']) => {
    const { name = '', department = '', title: post = '', mobile = '', email = '' } = liaisons.find((one) => one.order === order) ?? {};
    return row([title, name, [department, post].filter(Boolean).join('、'), mobile, email], false, 28);
  };
  return [
    row(['联络员', '姓名', '部门、职务', '手机', '电子邮箱'], true, 24),
    person('第一联络员', 'first'),
    person('第二联络员', 'second'),
  ];
}
