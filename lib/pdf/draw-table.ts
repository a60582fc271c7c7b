import 'server-only';

type Cell = { text: string; width: number; label?: boolean; small?: boolean };
/** `height` is the least: a row grows with its text. */
export type TableRow = { height: number; cells: readonly Cell[] };

const INK = '#14212e';
const PADDING = 6;
const LINE_GAP = 2;

/** The rows with the heights that their texts need, divided into pages that have so much room. */
export function divideRows(doc: PDFKit.PDFDocument, rows: readonly TableRow[], room: { first: number; next: number }): TableRow[][] {
  const pages: TableRow[][] = [[]];
  let left = room.first;
  for (const { height, cells } of rows) {
    const row = { height: Math.max(height, ...cells.map((cell) => heightOf(doc, cell))), cells };
    if (row.height > left) {
      pages.push([]);
      left = room.next;
    }
    pages.at(-1)?.push(row);
    left -= row.height;
  }
  return pages;
}

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

function heightOf(doc: PDFKit.PDFDocument, { text, width, label, small }: Cell): number {
  doc.font('sans').fontSize(sizeOf(small));
  const taken = label
    ? text.split('\n').length * lineOf(small)
    : doc.heightOfString(text || ' ', { width: width - 2 * PADDING, lineGap: LINE_GAP });
  return taken + 8;
}

function sizeOf(small = false): number {
  return small ? 9 : 10.5;
}

function lineOf(small = false): number {
  return sizeOf(small) * 1.55;
}

function drawCell(
  doc: PDFKit.PDFDocument,
  { text, width, label, small }: Cell,
  { x, y, height }: { x: number; y: number; height: number },
): void {
  doc.font('sans').fillColor(INK).fontSize(sizeOf(small));
  if (label) {
    const lines = text.split('\n');
    // Line by line: PDFKit centres only the first of several.
    lines.forEach((words, index) => {
      doc.text(words, x, y + (height - lines.length * lineOf(small)) / 2 + index * lineOf(small), { width, align: 'center' });
    });
    return;
  }
  const inner = width - 2 * PADDING;
  const taken = doc.heightOfString(text || ' ', { width: inner, lineGap: LINE_GAP });
  doc.text(text, x + PADDING, height > 90 ? y + PADDING : y + (height - taken) / 2, { width: inner, lineGap: LINE_GAP });
}
