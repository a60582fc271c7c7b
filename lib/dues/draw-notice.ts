import 'server-only';
import { ASSOCIATION } from '../copy/association';
import { chargeKindLabels, levelLabels } from '../copy/dues';
import { type Day, formatDay } from '../days';
import type { ChargeKind, Level } from '../generated/prisma/enums';
import { formatFen } from '../money';
import { drawPdf } from '../pdf/draw-pdf';
import { drawSeal } from '../pdf/draw-seal';
import { drawTable } from '../pdf/draw-table';
import { requireGlyphs } from '../pdf/fonts';

export type DuesNotice = {
  name: string;
  uscc: string;
  memberNumber: string;
  level: Level;
  year: number;
  lines: { kind: ChargeKind; amountFen: number; openFen: number }[];
  dueOn: Day;
  resolution: string;
  account: { accountName: string; bank: string; accountNumber: string; bankCode: string };
  memo: string;
  contacts: string;
  issuedOn: Day;
};

const WIDTH = 595.28;
const MARGIN = 64;
const INNER = WIDTH - 2 * MARGIN;
const LABEL = 110;

/** 会费交纳通知书, a page a company. @throws DomainError `invalid` for characters no font has */
export async function drawNotices(notices: readonly DuesNotice[]): Promise<Buffer> {
  requireGlyphs(
    'sans',
    ...notices.flatMap(({ name, resolution, account, contacts }) => [name, resolution, ...Object.values(account), contacts]),
  );
  const [first] = notices;
  const title = notices.length === 1 ? `会费交纳通知书 ${first?.name ?? ''}` : '会费交纳通知书';
  return drawPdf({ title, layout: 'portrait', fonts: ['sans', 'sansBold', 'serifBold'] }, (doc) => {
    notices.forEach((notice, index) => {
      if (index) doc.addPage();
      drawNotice(doc, notice);
    });
  });
}

function drawNotice(doc: PDFKit.PDFDocument, notice: DuesNotice): void {
  const { name, year, dueOn, contacts } = notice;
  doc.font('sans').fontSize(13).fillColor('#475766').text(ASSOCIATION.name, 0, 64, { width: WIDTH, align: 'center' });
  doc.font('serifBold').fontSize(26).fillColor('#14212e').text('会费交纳通知书', 0, 88, { width: WIDTH, align: 'center' });
  doc.font('sansBold').fontSize(12).text(`${name}：`, MARGIN, 150, { width: INNER });
  doc.font('sans').fontSize(12);
  const words = `根据本会章程和会费标准，现请贵单位于 ${formatDay(dueOn)} 前交纳 ${year} 年度会费。`;
  doc.text(words, MARGIN, doc.y + 10, { width: INNER, lineGap: 5, indent: 24 });
  const y = drawTable(doc, { x: MARGIN, y: doc.y + 14 }, rowsOf(notice));
  doc.font('sans').fontSize(10.5).fillColor('#14212e');
  const after = [
    '请在汇款附言中照抄上述附言，方便核对。汇款后请登录会员管理系统，在“会费交纳”中填写汇款信息；填写后的 7 个工作日内，会费电子票据推送到填写的电子邮箱。',
    ...(contacts ? [`联系人：${contacts}`] : []),
  ];
  doc.y = y + 14;
  for (const text of after) doc.text(text, MARGIN, doc.y + 2, { width: INNER, lineGap: 4 });
  drawIssuer(doc, notice);
}

function rowsOf({ uscc, memberNumber, level, lines, resolution, account, memo }: DuesNotice) {
  const open = lines.reduce((sum, { openFen }) => sum + openFen, 0);
  const rows: [string, string][] = [
    ['信用代码', uscc],
    ['会员编号', memberNumber],
    ['会员级别', levelLabels[level]],
    ...lines.map(({ kind, amountFen }): [string, string] => [chargeKindLabels[kind], formatFen(amountFen)]),
    ['应交金额', formatFen(open)],
    ['依据', resolution],
    ['户名', account.accountName],
    ['开户行', account.bank],
    ['账号', account.accountNumber],
    ...(account.bankCode ? [['联行号', account.bankCode] satisfies [string, string]] : []),
    ['汇款附言', memo],
  ];
  return rows.map(([label, text]) => ({
    height: 28,
    cells: [
      { text: label, width: LABEL, label: true },
      { text, width: INNER - LABEL },
    ],
  }));
}

function drawIssuer(doc: PDFKit.PDFDocument, { issuedOn }: DuesNotice): void {
  const width = 190;
  const x = WIDTH - MARGIN - width;
  const y = Math.max(doc.y + 70, 640);
  doc.font('sansBold').fontSize(12).fillColor('#14212e').text(ASSOCIATION.name, x, y, { width, align: 'center' });
  doc.font('sans').text(formatDay(issuedOn), x, y + 22, { width, align: 'center' });
  drawSeal(doc, { x: x + width / 2, y: y - 4, radius: 58, text: ASSOCIATION.name });
}
