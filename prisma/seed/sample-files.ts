import { drawPdf } from '../../lib/pdf/draw-pdf';
import { readPdf } from '../../lib/uploads/read-pdf';

const WIDTH = 595.28;

/** A stamped page as a scanner makes it: an A4 picture (JPEG) with a title, lines of text and a red stamp. */
export async function sampleScan(title: string, lines: readonly string[] = []): Promise<Buffer> {
  const sheet = await drawPdf({ title, layout: 'portrait', fonts: ['sans', 'serifBold'] }, (doc) => {
    doc.rect(0, 0, WIDTH, 842).fill('#fdfcf9');
    doc.font('serifBold').fontSize(28).fillColor('#222').text(title, 0, 90, { width: WIDTH, align: 'center', characterSpacing: 8 });
    doc.font('sans').fontSize(14).fillColor('#333');
    lines.forEach((line, index) => {
      doc.text(line, 80, 180 + index * 34, { width: WIDTH - 160 });
    });
    doc.lineWidth(5).strokeColor('#d3322b').strokeOpacity(0.75).circle(430, 660, 62).stroke();
    doc.font('sans').fontSize(40).fillColor('#d3322b', 0.75).text('★', 408, 630, { lineBreak: false });
  });
  const [page] = await readPdf(sheet);
  if (!page) throw new Error('the sample has no page');
  return page.body;
}

/** A PDF of scanned pages, one picture each. */
export async function samplePdf(pages: readonly Buffer[]): Promise<Buffer> {
  return drawPdf({ title: '扫描件', layout: 'portrait', fonts: ['sans'] }, (doc) => {
    pages.forEach((page, index) => {
      if (index) doc.addPage();
      doc.image(page, 0, 0, { width: WIDTH });
    });
  });
}
