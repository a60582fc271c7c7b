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

/** A body that is packed already, under a dictionary that says how. */
export function packedStream(dictionary: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${body.length} >>\nstream\n`), body, Buffer.from('\nendstream')]);
}

const bombs = new Map<number, Buffer>();

/** So many megabytes of blanks, packed a thousand times smaller. */
export function bomb(megabytes: number): Buffer {
  const made = bombs.get(megabytes) ?? deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 32), { level: 9 });
  bombs.set(megabytes, made);
  return made;
}

type DrawnPdf = { box?: string; resources?: string; contents?: string; objects?: (string | Buffer)[] };

/** A PDF of one page with what it draws: objects from number 100 on. Its table of objects is off, which every reader mends. */
export function drawnPdf({ box = '[0 0 595 842]', resources = '', contents = '100 0 R', objects = [] }: DrawnPdf): Buffer {
  const page = `/MediaBox ${box} /Resources << ${resources} >> /Contents ${contents}`;
  return altered(rawPdf({ objects }), '/MediaBox [0 0 595 842]', page);
}

/** The same bytes with one text in the place of another. */
export function altered(pdf: Buffer, from: string, to: string): Buffer {
  return Buffer.from(
    pdf.toString('latin1').replace(from, () => to),
    'latin1',
  );
}

/** A page that is one image object. */
export function imagePdf(dictionary: string, body: Buffer): Buffer {
  const image = packedStream(`/Type /XObject /Subtype /Image ${dictionary}`, body);
  return drawnPdf({ resources: '/XObject << /I 101 0 R >>', objects: [rawStream('', 'q 595 0 0 842 0 0 cm /I Do Q'), image] });
}

/** Ten forms that each draw the next ten times: a few hundred bytes that ask for a thousand million strokes. */
export function laughingPdf(): Buffer {
  const form = (next: number) => `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /F ${next} 0 R >> >>`;
  const forms = Array.from({ length: 9 }, (_, n) => rawStream(form(102 + n), '/F Do '.repeat(10)));
  const last = rawStream('/Type /XObject /Subtype /Form /BBox [0 0 9 9]', '0 0 1 1 re f');
  return drawnPdf({ resources: '/XObject << /F 101 0 R >>', objects: [rawStream('', '/F Do'), ...forms, last] });
}

/** A PNG with one more chunk, or with other packed lines. */
export function pngWith(png: Buffer, type: 'zTXt' | 'iCCP' | 'IDAT', data: Buffer): Buffer {
  const head = png.subarray(0, 33);
  const rest = type === 'IDAT' ? chunk('IEND', Buffer.alloc(0)) : png.subarray(33);
  return Buffer.concat([head, chunk(type, data), rest]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

function crc(bytes: Buffer): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (0xed_b8_83_20 & -(sum & 1));
  }
  return ~sum >>> 0;
}

/** A JPEG that says it is larger than it is. */
export function claimingJpeg(jpeg: Buffer, side: number): Buffer {
  const bytes = Buffer.from(jpeg);
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(side, frame + 5);
  bytes.writeUInt16BE(side, frame + 7);
  return bytes;
}

/** The end of an archive, as archivers look for it: from behind. */
export const ARCHIVE_END = Buffer.concat([Buffer.from('504b0506', 'hex'), Buffer.alloc(18)]);
