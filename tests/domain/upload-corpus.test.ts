import { readdirSync } from 'node:fs';
import { deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import type { AccountActor } from '../../lib/access/actor';
import { type RefusalReason, refusalTexts } from '../../lib/copy/uploads';
import { db } from '../../lib/db';
import { readFile, readFilePage } from '../../lib/uploads/read-file';
import { createUploadSchema } from '../../lib/uploads/schema';
import type { FileView } from '../../lib/uploads/views';
import { anApplication } from '../support/applications';
import {
  ARCHIVE_END,
  altered,
  bomb,
  claimingJpeg,
  drawnPdf,
  imagePdf,
  laughingPdf,
  lockedPdf,
  packedStream,
  picture,
  pngWith,
  rawPdf,
  rawStream,
} from '../support/corpus';
import { type Cost, costOf } from '../support/cost';
import { withDatabase } from '../support/database';
import { attachedTo, upload } from '../support/uploads';

withDatabase();

const PDF = 'application/pdf';
const SCRIPT = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
const jpeg = () => picture().jpeg().toBuffer();
const png = () => picture(10, 10).png().toBuffer();
const NOTHING: FileView = { id: '', kind: 'businessLicense', name: '', bytes: 0, isPdf: false, pages: [] };

/** R14. Only what is taken may cost more time: a scan of twenty pages is a second of work for each. */
function expectCheap({ seconds, megabytes }: Cost, most = 2): void {
  expect(seconds).toBeLessThan(most);
  expect(megabytes).toBeLessThan(150);
}

let applicant: AccountActor;
let applicationId: string;
let kept: string;

beforeAll(async () => {
  ({ applicant, applicationId } = await anApplication('registered'));
  ({ id: kept } = await upload(applicant, await jpeg(), { applicationId, kind: 'creditPledge' }));
});

describe('a file that is taken', () => {
  it.each([
    ['a JPEG', 'image/jpeg', jpeg],
    ['a PNG, also a transparent one', 'image/png', () => picture().ensureAlpha(0.5).png().toBuffer()],
    ['a WEBP', 'image/webp', () => picture().webp().toBuffer()],
    ['a PNG that is called JPG: what it is counts', 'image/jpeg', () => picture().png().toBuffer()],
    ['a CMYK JPEG, as printers make them', 'image/jpeg', () => picture().toColourspace('cmyk').jpeg().toBuffer()],
    ['a progressive JPEG', 'image/jpeg', () => picture().jpeg({ progressive: true }).toBuffer()],
    ['a PNG of 16 bits a colour', 'image/png', () => picture().toColourspace('rgb16').png().toBuffer()],
    ['a PNG in black and white', 'image/png', () => picture().greyscale().png({ palette: true, colours: 2 }).toBuffer()],
    ['a WEBP that moves: its first picture counts', 'image/webp', moving],
    [
      'a JPEG that is HTML as well: what is kept of it is a picture',
      'image/jpeg',
      async () => withComment(await jpeg(), '<script>alert(1)</script>'),
    ],
    [
      'a PNG with a bomb in its text',
      'image/png',
      async () => pngWith(await png(), 'zTXt', Buffer.concat([Buffer.from('a\0\0'), bomb(200)])),
    ],
    [
      'a PNG with a bomb for a profile',
      'image/png',
      async () => pngWith(await png(), 'iCCP', Buffer.concat([Buffer.from('a\0\0'), bomb(200)])),
    ],
    ['a JPEG of almost 50 million pixels', 'image/jpeg', () => picture(7000, 7000).jpeg({ quality: 40 }).toBuffer()],
  ] as const)('may be %s: kept as a JPEG, with a picture to look at', async (_, type, make) => {
    const body = await make();
    let view = NOTHING;
    expectCheap(
      await costOf(async () => {
        view = await upload(applicant, body, { applicationId, type });
      }),
    );
    expect(view).toMatchObject({ isPdf: false, pages: [{ page: 1, width: expect.any(Number), height: expect.any(Number) }] });
    const { body: keptBody } = await readFile(applicant, view.id);
    expect(keptBody.includes('<script>')).toBe(false);
    expect(keptBody.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect((await readFilePage(applicant, view.id, 1)).type).toBe('image/jpeg');
    await db().file.update({ where: { id: view.id }, data: { state: 'retired', retiredAt: new Date() } });
  });

  it.each([
    ['one page', 1, async () => rawPdf()],
    ['three pages', 3, async () => rawPdf({ pages: 3 })],
    ['twenty pages', 20, async () => rawPdf({ pages: 20 })],
    ['a lock against changes only', 1, () => lockedPdf({ ownerPassword: 'secret' })],
    ['a page of 5 metres', 1, async () => drawnPdf({ box: '[0 0 14400 14400]', contents: '[]' })],
    ['a page of astronomic size', 1, async () => drawnPdf({ box: '[0 0 1000000000 1000000000]', contents: '[]' })],
    ['a page without size', 1, async () => drawnPdf({ box: '[0 0 0 0]', contents: '[]' })],
    ['a page that is measured from its upper right', 1, async () => drawnPdf({ box: '[595 842 0 0]', contents: '[]' })],
    ['brackets two hundred thousand deep', 1, async () => rawPdf({ catalog: `/X ${'['.repeat(200_000)}` })],
    ['fewer pages than it says', 1, async () => altered(rawPdf(), '/Count 1', '/Count -1')],
    ['a page of colour at 300 dots an inch', 1, async () => scannedPage()],
    ['HTML behind its head, which stays a document to save', 1, async () => rawPdf({ before: '%<html><script>alert(1)</script>\n' })],
    ['a text that speaks of scripts', 1, async () => rawPdf({ objects: [rawStream('', 'BT (JavaScript /JS is only text) Tj ET')] })],
  ])('may be a PDF with %s: kept byte for byte, with a picture of each page', async (_, count, make) => {
    const bytes = await make();
    let view = NOTHING;
    expectCheap(
      await costOf(async () => {
        view = await upload(applicant, bytes, { applicationId, type: PDF, name: '执照.pdf' });
      }),
      20,
    );
    expect(view).toMatchObject({ isPdf: true, bytes: bytes.length });
    expect(view.pages.map(({ page }) => page)).toEqual(Array.from({ length: count }, (_unused, n) => n + 1));
    expect((await readFile(applicant, view.id)).body.equals(bytes)).toBe(true);
    for (const { page } of view.pages) expect((await readFilePage(applicant, view.id, page)).body.length).toBeGreaterThan(500);
    await db().file.update({ where: { id: view.id }, data: { state: 'retired', retiredAt: new Date() } });
  });

  it('is turned upright and loses what the camera and anybody else hid in it', async () => {
    const taken = await picture(400, 200)
      .withExif({ IFD0: { Artist: 'the owner' }, IFD3: { GPSLatitude: '39/1 54/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { id, pages } = await upload(applicant, Buffer.concat([taken, Buffer.from('PK\x03\x04 and an archive')]), { applicationId });
    expect(pages).toEqual([{ page: 1, width: 200, height: 400 }]);
    const body = (await readFile(applicant, id)).body.toString('latin1');
    expect(['Exif', 'the owner', 'an archive'].filter((text) => body.includes(text))).toEqual([]);
    await db().file.update({ where: { id }, data: { state: 'retired', retiredAt: new Date() } });
  });
});

type Bad = [string, RefusalReason, () => Promise<Buffer> | Buffer, type?: typeof PDF];

const hidden = (text: string, options?: { compressed: boolean }) =>
  rawPdf({ objects: [rawStream('/Type /ObjStm /N 1 /First 4', `9 0 ${text}`, options)] });

const bad: Bad[] = [
  ['text', 'type', () => Buffer.from('just text, called a picture')],
  ['zeros', 'type', () => Buffer.alloc(2000)],
  ['a ZIP or Word file', 'type', () => Buffer.from('504b0304140000000800', 'hex')],
  ['a program', 'type', () => Buffer.from(`MZ${'\0'.repeat(200)}`)],
  ['HTML', 'type', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['an SVG', 'type', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['an SVG behind an XML head', 'type', () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a GIF', 'type', () => picture(10, 10).gif().toBuffer()],
  ['a GIF that is a script as well', 'type', () => Buffer.from('GIF89a/*\x01\x01*/=1;alert(1)')],
  ['a GIF that is an archive as well', 'type', async () => Buffer.concat([await picture(10, 10).gif().toBuffer(), ARCHIVE_END])],
  ['a BMP', 'type', () => Buffer.concat([Buffer.from('BM'), Buffer.alloc(200)])],
  ['an icon', 'type', () => Buffer.concat([Buffer.from('00000100010010100000', 'hex'), Buffer.alloc(200)])],
  ['a JPEG 2000', 'type', () => Buffer.from('0000000c6a5020200d0a870a00000014667479706a703220', 'hex')],
  ['a Photoshop file', 'type', () => Buffer.concat([Buffer.from('8BPS\0\x01'), Buffer.alloc(200)])],
  ['PostScript', 'type', () => Buffer.from('%!PS-Adobe-3.0\n(x) show')],
  ['an old Word file', 'type', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
  ['a film', 'type', () => Buffer.from('0000001c6674797069736f6d0000020069736f6d69736f32', 'hex')],
  ['a RAR archive', 'type', () => Buffer.from('526172211a070100', 'hex')],
  ['a GZIP bomb', 'type', () => gzipSync(Buffer.alloc(100 * 1024 * 1024))],
  ['a ZIP bomb', 'type', () => Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), bomb(100), ARCHIVE_END])],
  [
    'XML that refers to itself a thousand million times',
    'type',
    () => Buffer.from(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'&b;'.repeat(9)}">]><svg>&a;</svg>`),
  ],
  ['a real AVIF', 'type', () => picture(64, 64).avif().toBuffer()],
  ['a TIFF', 'type', () => picture(10, 10).tiff().toBuffer()],
  ['an AVIF', 'type', () => Buffer.from('0000001c6674797061766966000000006d696631617669666d696166', 'hex')],
  ["an iPhone's HEIC", 'heic', () => Buffer.from('000000186674797068656963000000006d69663168656963', 'hex')],
  ['a PDF behind HTML', 'type', () => Buffer.concat([Buffer.from('<html><script>alert(1)</script>\n'), rawPdf()]), PDF],
  ['a PDF behind a GIF head', 'type', () => Buffer.concat([Buffer.from('GIF89a'), rawPdf()]), PDF],
  ['a JPEG that is cut in the middle', 'damaged', async () => half(await picture(900, 900).jpeg({ quality: 100 }).toBuffer())],
  ['a PNG that is cut in the middle', 'damaged', async () => half(await picture(900, 900).png().toBuffer())],
  [
    'a JPEG of which only the head is right',
    'damaged',
    () => Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(500, 7)]),
  ],
  ['more than 50 million pixels in a small PNG', 'tooManyPixels', () => picture(7100, 7100).png({ compressionLevel: 9 }).toBuffer()],
  ['a JPEG that says it is 65,500 pixels wide', 'tooManyPixels', async () => claimingJpeg(await jpeg(), 65_500)],
  ['a WEBP that says it is 16,383 pixels wide', 'tooManyPixels', hugeWebp],
  ['an interlaced PNG that must be unpacked as a whole', 'tooManyPixels', () => picture(6000, 6000).png({ progressive: true }).toBuffer()],
  [
    'a progressive JPEG that must be unpacked as a whole',
    'tooManyPixels',
    () => picture(6000, 6000).jpeg({ progressive: true, quality: 30 }).toBuffer(),
  ],
  ['a PNG that unpacks to more than its size', 'damaged', async () => pngWith(await png(), 'IDAT', bomb(100))],
  ['a PDF whose text unpacks to 200 MB', 'dense', () => drawnPdf({ objects: [packedStream('/Filter /FlateDecode', bomb(200))] }), PDF],
  [
    'a PDF whose text is packed twice',
    'dense',
    () => drawnPdf({ objects: [packedStream('/Filter [/FlateDecode /FlateDecode]', deflateSync(bomb(200)))] }),
    PDF,
  ],
  [
    'a PDF whose text is packed twice, in two ways',
    'dense',
    () => drawnPdf({ objects: [packedStream('/Filter [ /RunLengthDecode /Fl ]', Buffer.alloc(99))] }),
    PDF,
  ],
  [
    'a PDF of many parts that together unpack to too much',
    'dense',
    () => rawPdf({ objects: Array.from({ length: 12 }, () => packedStream('/Filter /FlateDecode', bomb(19))) }),
    PDF,
  ],
  [
    'a PDF of a hundred object streams, each a bomb',
    'dense',
    () =>
      rawPdf({ objects: Array.from({ length: 100 }, () => packedStream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', bomb(19))) }),
    PDF,
  ],
  [
    'a PDF with a script in an object stream that is too large to look through',
    'dense',
    () =>
      rawPdf({
        objects: [
          packedStream(
            '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
            deflateSync(Buffer.concat([Buffer.from(`9 0 ${SCRIPT}`), Buffer.alloc(25_000_000, 32)])),
          ),
        ],
      }),
    PDF,
  ],
  [
    'a PDF with an image of 900 million pixels',
    'tooManyPixels',
    () => imagePdf('/Width 30000 /Height 30000 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode', bomb(40)),
    PDF,
  ],
  [
    'a PDF with an image that only says so',
    'tooManyPixels',
    () => imagePdf('/Width 100000 /Height 100000 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode', bomb(1)),
    PDF,
  ],
  ['a PDF whose forms draw each other a thousand million times', 'dense', laughingPdf, PDF],
  ['a PDF of a million strokes', 'dense', () => drawnPdf({ objects: [rawStream('', '0 0 500 500 re f '.repeat(1_000_000))] }), PDF],
  ['a PDF whose pages are their own parents', 'damaged', () => altered(rawPdf(), '/Kids [3 0 R]', '/Kids [2 0 R]'), PDF],
  ['a PDF whose page lies four thousand levels deep', 'damaged', deepPdf, PDF],
  ['a PDF that says it has a million pages', 'tooManyPages', () => altered(rawPdf(), '/Count 1', '/Count 1000000'), PDF],
  ['a PDF of which a page is a line', 'damaged', () => drawnPdf({ box: '[0 0 100000 1]', contents: '[]' }), PDF],
  [
    'a PDF that is an archive as well',
    'active',
    () => Buffer.concat([rawPdf(), Buffer.from('504b0304140000000800', 'hex'), ARCHIVE_END]),
    PDF,
  ],
  [
    'a PDF with an archive inside, whose remark is the rest of the PDF',
    'active',
    () => rawPdf({ objects: [rawStream('', `PK\x05\x06${'\0'.repeat(18)}`, { compressed: false })] }),
    PDF,
  ],
  ['a PDF of which only the head is right', 'damaged', () => Buffer.from('%PDF-1.7\nnothing more'), PDF],
  ['a PDF without pages', 'damaged', () => rawPdf({ pages: 0 }), PDF],
  ['a PDF that is cut', 'damaged', () => rawPdf().subarray(0, 60), PDF],
  ['a PDF that asks for a password', 'password', () => lockedPdf({ userPassword: 'secret' }), PDF],
  ['a PDF of 21 pages', 'tooManyPages', () => rawPdf({ pages: 21 }), PDF],
  ['a PDF that runs a script when it opens', 'active', () => rawPdf({ catalog: `/OpenAction ${SCRIPT}` }), PDF],
  ['a PDF with a script under a name', 'active', () => rawPdf({ catalog: `/Names << /JavaScript << /Names [(a) ${SCRIPT}] >> >>` }), PDF],
  [
    'a PDF whose script is spelt with escapes',
    'active',
    () => rawPdf({ catalog: '/OpenAction << /S /J#61vaScr#69pt /#4A#53 (x) >>' }),
    PDF,
  ],
  ['a PDF that starts a program', 'active', () => rawPdf({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }), PDF],
  ['a PDF that sends its form somewhere', 'active', () => rawPdf({ catalog: '/OpenAction << /S /SubmitForm /F (http://x) >>' }), PDF],
  ['a PDF that opens another file', 'active', () => rawPdf({ catalog: '/OpenAction << /S /GoToR /F (x.pdf) >>' }), PDF],
  [
    'a PDF with a file in it',
    'active',
    () =>
      rawPdf({
        catalog: '/Names << /EmbeddedFiles << /Names [(a.exe) 100 0 R] >> >>',
        objects: ['<< /Type /Filespec /F (a.exe) /EF << /F 101 0 R >> >>', rawStream('/Type /EmbeddedFile', 'MZ')],
      }),
    PDF,
  ],
  ['a PDF with an XFA form', 'active', () => rawPdf({ catalog: '/AcroForm << /XFA 100 0 R >>', objects: [rawStream('', '<xdp/>')] }), PDF],
  ['a PDF with a script in a compressed object stream', 'active', () => hidden(SCRIPT), PDF],
  ['a PDF with a script in an uncompressed object stream', 'active', () => hidden(SCRIPT, { compressed: false }), PDF],
  [
    'a PDF with a script in an object stream that is packed in an unusual way',
    'active',
    () =>
      rawPdf({
        objects: [
          rawStream('/Type /ObjStm /N 1 /First 4 /Filter /ASCIIHexDecode', Buffer.from(`9 0 ${SCRIPT}`).toString('hex'), {
            compressed: false,
          }),
        ],
      }),
    PDF,
  ],
  [
    'a PDF whose object stream is spelt with escapes',
    'active',
    () => rawPdf({ objects: [rawStream('/Type /Obj#53tm /N 1 /First 4', `9 0 ${SCRIPT}`)] }),
    PDF,
  ],
  [
    'a PDF with a script behind what only looks like the beginning of a stream',
    'active',
    () => rawPdf({ before: '% stream\n', catalog: `/OpenAction ${SCRIPT}`, objects: [rawStream('', 'q Q')] }),
    PDF,
  ],
  [
    'a PDF with a compressed script behind what only looks like the beginning of a stream',
    'active',
    () => rawPdf({ before: '% stream\n', objects: [rawStream('/Type /ObjStm /N 1 /First 4', `9 0 ${SCRIPT}`)] }),
    PDF,
  ],
  ['a PDF that is called a picture', 'mismatch', () => rawPdf()],
  ['a picture that is called a PDF', 'mismatch', jpeg, PDF],
];

describe('a file that is refused', () => {
  it.each(bad)('is %s (%s), in words, and leaves nothing behind', async (_, reason, make, type = undefined) => {
    const body = await make();
    const cost = await costOf(() =>
      expect(upload(applicant, body, { applicationId, type })).rejects.toMatchObject({
        code: 'upload',
        details: { text: refusalTexts[reason] },
      }),
    );
    expectCheap(cost);
    expect(await attachedTo(applicationId)).toEqual([kept]);
    expect(await db().file.count({ where: { applicationId, state: 'quarantined' } })).toBe(0);
    expect(storedFiles()).toEqual(before);
  });

  let before: string[] = [];
  beforeAll(() => {
    before = storedFiles();
  });

  it.each([
    ['of no bytes', { bytes: 0 }, refusalTexts.empty],
    ['of more than 10 MB', { bytes: 10 * 1024 * 1024 + 1 }, refusalTexts.tooLarge],
    ['of 50 MB', { bytes: 50 * 1024 * 1024 }, refusalTexts.tooLarge],
    ['of a type that is not taken', { type: 'image/svg+xml' }, refusalTexts.type],
    ['of a type with a tail', { type: 'image/png; charset=x' }, refusalTexts.type],
  ])('already when it is announced as one %s', (_, change, message) => {
    const announced = { applicationId, kind: 'businessLicense', name: '执照.jpg', type: 'image/jpeg', bytes: 1000 };
    expect(createUploadSchema.safeParse(announced).success).toBe(true);
    expect(createUploadSchema.safeParse({ ...announced, ...change }).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });

  it('of 50 MB is not even received where another size was announced', async () => {
    const body = Buffer.alloc(50 * 1024 * 1024, 1);
    await expect(upload(applicant, body, { applicationId, bytes: 1_000_000 })).rejects.toMatchObject({
      details: { text: refusalTexts.cut },
    });
    expect(storedFiles()).toEqual(before);
    await db().file.deleteMany({ where: { applicationId, state: 'quarantined' } });
  });

  it('stands among at least sixty that are tried here', () => {
    expect(bad.length).toBeGreaterThanOrEqual(60);
  });

  it('cannot be larger than 10 MB for the database either', async () => {
    const bytes = 10 * 1024 * 1024 + 1;
    const row = {
      kind: 'businessLicense',
      applicationId,
      uploaderId: applicant.id,
      position: 1,
      key: 'x/1',
      name: 'x',
      type: 'image/jpeg',
    } as const;
    await expect(db().file.create({ data: { ...row, bytes } })).rejects.toThrow(/File_size/);
  });
});

async function moving(): Promise<Buffer> {
  const frames = await Promise.all(
    [1, 2, 3].map((shade) =>
      picture(50, 50)
        .negate(shade === 2)
        .png()
        .toBuffer(),
    ),
  );
  return sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer();
}

/** A remark inside the picture, where readers of pictures do not look. */
function withComment(whole: Buffer, words: string): Buffer {
  const size = Buffer.alloc(2);
  size.writeUInt16BE(words.length + 2);
  return Buffer.concat([whole.subarray(0, 2), Buffer.from([0xff, 0xfe]), size, Buffer.from(words), whole.subarray(2)]);
}

async function scannedPage(): Promise<Buffer> {
  const scan = await picture(2480, 3508).jpeg({ quality: 60 }).toBuffer();
  return imagePdf('/Width 2480 /Height 3508 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode', scan);
}

function hugeWebp(): Buffer {
  const bytes = Buffer.from('52494646220000005745425056503820160000003001009d012a0100010002003425a400037000fefb940000', 'hex');
  bytes.writeUInt16LE(16_383, 26);
  bytes.writeUInt16LE(16_383, 28);
  return bytes;
}

function deepPdf(): Buffer {
  const levels = Array.from({ length: 4000 }, (_, n) => `<< /Type /Pages /Count 1 /Kids [${101 + n} 0 R] >>`);
  const tree = rawPdf({ pages: 0, objects: [...levels, '<< /Type /Page /MediaBox [0 0 595 842] >>'] });
  return altered(altered(tree, '/Kids []', '/Kids [100 0 R]'), '/Count 0', '/Count 1');
}

const half = (whole: Buffer) => whole.subarray(0, Math.floor(whole.length / 2));

function storedFiles(): string[] {
  return readdirSync(process.env.STORAGE_FOLDER ?? '', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .toSorted();
}
