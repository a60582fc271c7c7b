import 'server-only';
import qrcode from 'qrcode';
import { ASSOCIATION } from '../copy/association';
import { levelLabels } from '../copy/dues';
import { type Day, formatDay } from '../days';
import type { Level } from '../generated/prisma/enums';
import { drawPdf } from '../pdf/draw-pdf';
import { drawSeal } from '../pdf/draw-seal';
import { requireGlyphs } from '../pdf/fonts';

export type PrintedCertificate = {
  name: string;
  uscc: string;
  memberNumber: string;
  level: Level;
  joinedOn: Day;
  issuedOn: Day;
  validUntil: Day;
  /** Where the QR leads. */
  verifyUrl: string;
  /** The same, to type: the token in groups. */
  verifyCode: string;
};

const INK = '#14212e';
const GREY = '#475766';
const BRAND = '#12406f';
const GOLD = '#a8895a';
const WIDTH = 841.89;
const HEIGHT = 595.28;
const LEFT = 120;

/** The electronic 会员证: A4 landscape, all vectors, about 30 KB. @throws DomainError `invalid` for characters no font has */
export async function drawCertificate(printed: PrintedCertificate): Promise<Buffer> {
  requireGlyphs('serifBold', printed.name);
  requireGlyphs('sans', printed.uscc, printed.memberNumber);
  return drawPdf({ title: `会员证 ${printed.name}`, layout: 'landscape', fonts: ['sans', 'sansBold', 'serifBold'] }, (doc) => {
    drawFrame(doc);
    drawHeading(doc, printed);
    drawFacts(doc, printed);
    drawProof(doc, printed);
    drawIssuer(doc, printed);
  });
}

function drawFrame(doc: PDFKit.PDFDocument): void {
  doc.rect(0, 0, WIDTH, HEIGHT).fill('#fffdf8');
  doc
    .lineWidth(5)
    .strokeColor(BRAND)
    .rect(30, 30, WIDTH - 60, HEIGHT - 60)
    .stroke();
  doc
    .lineWidth(1)
    .strokeColor(GOLD)
    .rect(40, 40, WIDTH - 80, HEIGHT - 80)
    .stroke();
  for (const [x, y] of [
    [40, 40],
    [WIDTH - 40, 40],
    [40, HEIGHT - 40],
    [WIDTH - 40, HEIGHT - 40],
  ] as const) {
    doc.rect(x - 5, y - 5, 10, 10).fillAndStroke('#fffdf8', GOLD);
  }
}

function drawHeading(doc: PDFKit.PDFDocument, { name }: PrintedCertificate): void {
  doc.font('sans').fontSize(16).fillColor(GREY).text(ASSOCIATION.name, 2, 78, { width: WIDTH, align: 'center', characterSpacing: 4 });
  doc.font('serifBold').fontSize(50).fillColor(BRAND).text('会员证', 12, 104, { width: WIDTH, align: 'center', characterSpacing: 24 });
  doc
    .moveTo(WIDTH / 2 - 60, 184)
    .lineTo(WIDTH / 2 + 60, 184)
    .lineWidth(1.5)
    .strokeColor(GOLD)
    .stroke();
  const size = fittingSize(doc, name, WIDTH - 2 * LEFT, 28);
  doc
    .font('serifBold')
    .fontSize(size)
    .fillColor(INK)
    .text(name, LEFT, 204 + (28 - size) / 2, { width: WIDTH - 2 * LEFT, align: 'center' });
  doc.font('sans').fontSize(14).fillColor(INK).text(`系${ASSOCIATION.name}会员，特发此证。`, 0, 252, { width: WIDTH, align: 'center' });
}

function drawFacts(doc: PDFKit.PDFDocument, printed: PrintedCertificate): void {
  const rows = [
    ['会员编号', printed.memberNumber],
    ['会员级别', levelLabels[printed.level]],
    ['统一社会信用代码', printed.uscc],
    ['入会日期', formatDay(printed.joinedOn)],
    ['有效期至', formatDay(printed.validUntil)],
  ] as const;
  rows.forEach(([label, value], index) => {
    const y = 304 + index * 29;
    doc.font('sans').fontSize(12.5).fillColor(GREY).text(label, LEFT, y, { width: 120, lineBreak: false });
    doc
      .font('sansBold')
      .fontSize(13.5)
      .fillColor(INK)
      .text(value, LEFT + 128, y - 1, { lineBreak: false });
    doc
      .moveTo(LEFT, y + 22)
      .lineTo(LEFT + 310, y + 22)
      .lineWidth(0.5)
      .strokeColor('#d8dfe6')
      .stroke();
  });
}

function drawProof(doc: PDFKit.PDFDocument, { verifyUrl, verifyCode }: PrintedCertificate): void {
  const side = 96;
  const x = 452;
  const y = 308;
  const { modules } = qrcode.create(verifyUrl, { errorCorrectionLevel: 'M' });
  const cell = side / modules.size;
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) doc.rect(x + column * cell, y + row * cell, cell + 0.05, cell + 0.05);
    }
  }
  doc.fill(INK);
  doc
    .font('sans')
    .fontSize(9)
    .fillColor(GREY)
    .text('扫码查验真伪和当前状态', x - 30, y + side + 8, { width: side + 60, align: 'center' });
  doc.fontSize(7).text(`查验码 ${verifyCode}`, LEFT, HEIGHT - 66, { width: WIDTH - 2 * LEFT, lineBreak: false });
}

function drawIssuer(doc: PDFKit.PDFDocument, { issuedOn }: PrintedCertificate): void {
  const width = 150;
  const x = WIDTH - LEFT - width + 20;
  doc.font('sansBold').fontSize(13).fillColor(INK).text(ASSOCIATION.name, x, 414, { width, align: 'center' });
  doc.font('sans').fontSize(12.5).fillColor(INK).text(formatDay(issuedOn), x, 448, { width, align: 'center' });
  drawSeal(doc, { x: x + width / 2, y: 376, radius: 62, text: ASSOCIATION.name });
}

function fittingSize(doc: PDFKit.PDFDocument, text: string, width: number, largest: number): number {
  for (let size = largest; size > 14; size--) {
    if (doc.font('serifBold').fontSize(size).widthOfString(text) <= width) return size;
  }
  return 14;
}
