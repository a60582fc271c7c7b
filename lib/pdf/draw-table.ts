import 'server-only';

type Cell = { text: string; width: number; label?: boolean; small?: boolean };
export type TableRow = { height: number; cells: readonly Cell[] };

const INK = '#14212e';
const PADDING = 6;

/** A ruled table, as official forms have them: labels centred, values to the left. Returns the y below it. */
export function drawTable(doc: PDFKit.PDFDocument, at: { x: number; y: number }, rows: readonly TableRow[]): number {
  let y = at.y;
  for (const { height, cells } of rows) {
    let x = at.x;
    for (const cell of cells) {
      doc.lineWidth(0.7).strokeColor(INK).rect(x, y, cell.width, height).stroke();
      drawCell(doc, cell, { x, y, height });
      x += cell.width;
    }
    y += height;
  }
  return y;
}

function drawCell(
  doc: PDFKit.PDFDocument,
  { text, width, label, small }: Cell,
  { x, y, height }: { x: number; y: number; height: number },
): void {
  const size = small ? 9 : 10.5;
  const line = size * 1.55;
  doc.font('sans').fillColor(INK).fontSize(size);
  if (label) {
    const lines = text.split('\n');
    // Line by line: PDFKit centres only the first of several.
    lines.forEach((words, index) => {
      doc.text(words, x, y + (height - lines.length * line) / 2 + index * line, { width, align: 'center' });
    });
    return;
  }
  const inner = width - 2 * PADDING;
  const taken = doc.heightOfString(text || ' ', { width: inner, lineGap: 2 });
  doc.text(text, x + PADDING, height > 90 ? y + PADDING : y + (height - taken) / 2, { width: inner, lineGap: 2 });
}
