import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsqr from 'jsqr';
import sharp from 'sharp';

/** What the QR code on the first page of a PDF says. */
export async function readQrCode(pdf: Buffer): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const { data, width, height } = await document.getPage(0).render({ scale: 2, render: 'bitmap' });
  const found = jsqr(new Uint8ClampedArray(data), width, height);
  if (!found) throw new Error('there is no QR code on the page');
  return found.data;
}

/** What the QR code on a screenshot says. */
export async function scanQrCode(screenshot: Buffer): Promise<string> {
  const { data, info } = await sharp(screenshot).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const found = jsqr(new Uint8ClampedArray(data), info.width, info.height);
  if (!found) throw new Error('there is no QR code on the screenshot');
  return found.data;
}
