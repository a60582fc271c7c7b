import 'server-only';
import { ASSOCIATION } from '../copy/association';
import { type Day, formatDay } from '../days';
import { drawPdf } from '../pdf/draw-pdf';
import { requireGlyphs } from '../pdf/fonts';
import { type RosterRow, rosterColumns } from './roster';

const WIDTH = 841.89;
const HEIGHT = 595.28;
const MARGIN = 36;
const NUMBER = 28;
const PADDING = 4;

/** 拟入会名单 as A4 landscape, for the table of the meeting. @throws DomainError `invalid` for characters no font has */
export async function rosterPdf(rows: readonly RosterRow[], day: Day): Promise<Buffer> {
  requireGlyphs('sans', ...rows.flatMap((row) => Object.values(row)));
  const sheet = { title: '拟入会名单', layout: 'landscape' as const, fonts: ['sans', 'sansBold', 'serifBold'] as const };
  return drawPdf(sheet, (doc) => drawRoster(doc, rows, day));
}

function drawRoster(doc: PDFKit.PDFDocument, rows: readonly RosterRow[], day: Day): void {
  let page = 1;
  let y = drawHead(doc, rows.length, day, page);
  rows.forEach((row, index) => {
    const cells = [String(index + 1), ...rosterColumns.map(({ key }) => row[key])];
    const height = heightOf(doc, cells);
    if (y + height > HEIGHT - MARGIN - 16) {
      doc.addPage();
      y = drawHead(doc, rows.length, day, ++page);
    }
    drawCells(doc, cells, { y, height, font: 'sans' });
    y += height;
  });
}

function drawHead(doc: PDFKit.PDFDocument, count: number, day: Day, page: number): number {
  doc.fillColor('#14212e').font('serifBold').fontSize(18).text(`${ASSOCIATION.name}拟入会名单`, 0, 28, { width: WIDTH, align: 'center' });
  doc.font('sans').fontSize(9.5).fillColor('#475766');
  doc.text(`共 ${count} 家　${formatDay(day)}`, MARGIN, 56, { width: WIDTH - 2 * MARGIN, align: 'right' });
  doc.text(`第 ${page} 页`, 0, HEIGHT - 30, { width: WIDTH, align: 'center', lineBreak: false });
  const headings = ['序号', ...rosterColumns.map(({ heading }) => heading)];
  drawCells(doc, headings, { y: 74, height: 22, font: 'sansBold' });
  return 96;
}

function widths(): number[] {
  return [NUMBER, ...rosterColumns.map(({ share }) => share * (WIDTH - 2 * MARGIN - NUMBER))];
}

function heightOf(doc: PDFKit.PDFDocument, cells: readonly string[]): number {
  doc.font('sans').fontSize(9);
  const taken = widths().map((width, index) => doc.heightOfString(cells[index] ?? '', { width: width - 2 * PADDING, lineGap: 1 }));
  return Math.max(22, Math.max(...taken) + 2 * PADDING);
}

function drawCells(
  doc: PDFKit.PDFDocument,
  cells: readonly string[],
  { y, height, font }: { y: number; height: number; font: string },
): void {
  let x = MARGIN;
  widths().forEach((width, index) => {
    doc.lineWidth(0.5).strokeColor('#475766').rect(x, y, width, height).stroke();
    const text = cells[index] ?? '';
    doc.font(font).fontSize(9).fillColor('#14212e');
    const taken = doc.heightOfString(text || ' ', { width: width - 2 * PADDING, lineGap: 1 });
    doc.text(text, x + PADDING, y + (height - taken) / 2, { width: width - 2 * PADDING, lineGap: 1 });
    x += width;
  });
}
