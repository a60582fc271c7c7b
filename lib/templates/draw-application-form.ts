import 'server-only';
import { ASSOCIATION } from '../copy/association';
import { drawPdf } from '../pdf/draw-pdf';
import { drawTable, type TableRow } from '../pdf/draw-table';

const LEFT = 56;
const WIDTH = 595.28 - 2 * LEFT;
const LABEL = 92;
const HALF = (WIDTH - 2 * LABEL) / 2;

/** 入会申请表, blank, to print, fill in by hand and stamp: one A4 page. */
export async function drawApplicationForm(): Promise<Buffer> {
  return drawPdf({ title: '入会申请表', layout: 'portrait', fonts: ['sans', 'serifBold'] }, (doc) => {
    doc.font('serifBold').fontSize(20).text(ASSOCIATION.name, 0, 48, { width: 595.28, align: 'center', characterSpacing: 2 });
    doc.font('serifBold').fontSize(18).text('入会申请表', 0, 78, { width: 595.28, align: 'center', characterSpacing: 6 });
    doc.font('sans').fontSize(10).text('填表日期：　　　　年　　月　　日', LEFT, 112, { width: WIDTH, align: 'right' });
    const below = drawTable(doc, { x: LEFT, y: 132 }, rows());
    doc
      .font('sans')
      .fontSize(8.5)
      .fillColor('#475766')
      .text(
        '注：请用黑色签字笔填写或打印，加盖单位公章后扫描上传。联络员 1–2 名，文件默认邮寄给第一联络员。没有特级资质的填写“无”。',
        LEFT,
        below + 8,
        { width: WIDTH },
      );
  });
}

function rows(): TableRow[] {
  const label = (text: string, width = LABEL) => ({ text, width, label: true });
  const blank = (width: number) => ({ text: '', width });
  const wide = (text: string, height = 28): TableRow => ({ height, cells: [label(text), blank(WIDTH - LABEL)] });
  const pair = (one: string, other: string): TableRow => ({ height: 28, cells: [label(one), blank(HALF), label(other), blank(HALF)] });
  return [
    wide('单位名称'),
    wide('统一社会\n信用代码', 38),
    pair('所属行业', '所属领域'),
    pair('企业类型', '所属系统'),
    pair('所在省市', '邮　编'),
    wide('通讯地址'),
    wide('法定代表人'),
    wide('特级资质'),
    wide('企业基本情况\n（400 字以内）', 196),
    ...liaisonRows(),
    {
      height: 126,
      cells: [
        label('申请单位\n意见'),
        {
          text: '我单位自愿加入中国施工企业管理协会，遵守协会章程，履行会员义务。\n\n\n　　　　　　　　　　　　　　　单位（盖章）：\n\n　　　　　　　　　　　　　　　　　　　　年　　　月　　　日',
          width: WIDTH - LABEL,
        },
      ],
    },
  ];
}

function liaisonRows(): TableRow[] {
  const widths = [LABEL, 68, 104, 92, WIDTH - LABEL - 264];
  const row = (texts: string[], isLabel: boolean, height: number): TableRow => ({
    height,
    cells: texts.map((text, index) => ({ text, width: widths[index] ?? 0, label: isLabel || index === 0, small: isLabel && index > 0 })),
  });
  return [
    row(['联络员', '姓名', '部门、职务', '手机', '电子邮箱'], true, 24),
    row(['第一联络员', '', '', '', ''], false, 28),
    row(['第二联络员', '', '', '', ''], false, 28),
  ];
}
