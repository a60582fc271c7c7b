import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';

type RawPdf = {
  pages?: number;
  /** More entries of the catalog. */
  catalog?: string;
  /** More objects, from number 100 on. */
  objects?: (string | Buffer)[];
  /** Bytes before the first object. */
  before?: string;
};

/** A PDF written by hand, with a right table of its objects, so that what is in it is what the test says. */
export function rawPdf({ pages = 1, catalog = '', objects = [], before = '' }: RawPdf = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, n) => `${n + 3} 0 R`).join(' ');
  const numbered: [number, string | Buffer][] = [
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [2, `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`],
    ...Array.from({ length: pages }, (_, n): [number, string] => [n + 3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>']),
    ...objects.map((body, n): [number, string | Buffer] => [100 + n, body]),
  ];
  const parts = [Buffer.from(`%PDF-1.7\n${before}`, 'latin1')];
  const places = new Map<number, number>();
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  for (const [number, body] of numbered) {
    places.set(number, length());
    parts.push(Buffer.from(`${number} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n'));
  }
  const start = length();
  const table = [...places].map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(Buffer.from(`xref\n0 1\n0000000000 65535 f \n${table}trailer\n<< /Size 200 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** A stream object, compressed unless told otherwise. */
export function rawStream(dictionary: string, text: string, { compressed = true } = {}): Buffer {
  const body = compressed ? deflateSync(text) : Buffer.from(text, 'latin1');
  const head = `<< ${dictionary} /Length ${body.length}${compressed ? ' /Filter /FlateDecode' : ''} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\nendstream')]);
}

/** A PDF that asks for a password to open (`userPassword`), or only to change it (`ownerPassword`). */
export async function lockedPdf(passwords: { userPassword?: string; ownerPassword?: string }): Promise<Buffer> {
  const doc = new PDFDocument({ ...passwords, pdfVersion: '1.7' });
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve) => doc.on('end', resolve));
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  doc.text('locked');
  doc.end();
  await done;
  return Buffer.concat(chunks);
}

/** A picture in one colour; noise where its size in bytes matters. */
export function picture(width = 420, height = 594) {
  return sharp({ create: { width, height, channels: 3, background: '#fdfcf9' }, limitInputPixels: false });
}
