import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsqr from 'jsqr';

/** What the QR code on the first page of a PDF says. */
export async function readQrCode(pdf: Buffer): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const { data, width, height } = await document.getPage(0).render({ scale: 2, render: 'bitmap' });
  const found = jsqr(new Uint8ClampedArray(data), width, height);
  if (!found) throw new Error('there is no QR code on the page');
  return found.data;
}
