import 'server-only';
import { loadFont } from './fonts';

const RED = '#c8102e';

/** A round red seal with the association's name along the upper arc, as outlines: it cannot be edited as text. */
export function drawSeal(doc: PDFKit.PDFDocument, { x, y, radius, text }: { x: number; y: number; radius: number; text: string }): void {
  doc
    .save()
    .lineWidth(radius * 0.055)
    .strokeColor(RED)
    .circle(x, y, radius)
    .stroke();
  doc
    .fillColor(RED)
    .path(starPath(x, y, radius * 0.3))
    .fill();
  const size = radius * 0.27;
  const characters = [...text];
  const span = Math.min(260, characters.length * 26);
  characters.forEach((character, index) => {
    const angle = -span / 2 + (span * index) / (characters.length - 1);
    drawGlyph(doc, character, { x, y, radius: radius * 0.69, angle, size });
  });
  doc.restore();
}

function drawGlyph(
  doc: PDFKit.PDFDocument,
  character: string,
  at: { x: number; y: number; radius: number; angle: number; size: number },
): void {
  const { font } = loadFont('serifBold');
  const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
  const scale = at.size / font.unitsPerEm;
  doc.save();
  doc.rotate(at.angle, { origin: [at.x, at.y] });
  doc.translate(at.x - (glyph.advanceWidth * scale) / 2, at.y - at.radius).scale(scale, -scale);
  doc.path(glyph.path.toSVG()).fill(RED);
  doc.restore();
}

function starPath(x: number, y: number, radius: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = (Math.PI * index) / 5 - Math.PI / 2;
    const distance = index % 2 ? radius * 0.382 : radius;
    return `${x + distance * Math.cos(angle)} ${y + distance * Math.sin(angle)}`;
  });
  return `M ${points.join(' L ')} Z`;
}
