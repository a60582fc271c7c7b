import 'server-only';

/** A4 in points. */
export const A4 = { width: 595.28, height: 841.89 } as const;

/** The number of a prefilled document, at top right of each page, where a scan shows it. */
export function drawNumber(doc: PDFKit.PDFDocument, label: string, number: string, margin: number): void {
  const text = `${label}　${number}`;
  doc
    .font('sansBold')
    .fontSize(11)
    .fillColor('#14212e')
    .text(text, margin, 24, { width: A4.width - 2 * margin, align: 'right' });
}

export function drawPageOf(doc: PDFKit.PDFDocument, page: number, pages: number): void {
  const text = `第 ${page} 页，共 ${pages} 页`;
  doc
    .font('sans')
    .fontSize(9)
    .fillColor('#475766')
    .text(text, 0, A4.height - 32, { width: A4.width, align: 'center', lineBreak: false });
  doc.fillColor('#14212e');
}
