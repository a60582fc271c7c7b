import 'server-only';
import PDFDocument from 'pdfkit';
import { type FontName, loadFont } from './fonts';

type Sheet = { title: string; layout: 'portrait' | 'landscape'; fonts: readonly FontName[] };

/** Draws an A4 PDF and returns its bytes. The fonts are registered under their names; margins are the drawing's own. */
export async function drawPdf({ title, layout, fonts }: Sheet, draw: (doc: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    layout,
    margin: 0,
    lang: 'zh-CN',
    info: { Title: title, Author: '中国施工企业管理协会' },
    font: '',
  });
  for (const name of fonts) doc.registerFont(name, loadFont(name).bytes);
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  draw(doc);
  doc.end();
  await done;
  return Buffer.concat(chunks);
}
