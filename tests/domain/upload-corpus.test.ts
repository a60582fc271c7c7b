import { readdirSync } from 'node:fs';
import type { AccountActor } from '../../lib/access/actor';
import { type RefusalReason, refusalTexts } from '../../lib/copy/uploads';
import { db } from '../../lib/db';
import { readFile, readFilePage } from '../../lib/uploads/read-file';
import { createUploadSchema } from '../../lib/uploads/schema';
import { anApplication } from '../support/applications';
import { lockedPdf, picture, rawPdf, rawStream } from '../support/corpus';
import { withDatabase } from '../support/database';
import { attachedTo, upload } from '../support/uploads';

withDatabase();

const PDF = 'application/pdf';
const SCRIPT = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
const jpeg = () => picture().jpeg().toBuffer();

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
    ['a JPEG of almost 50 million pixels', 'image/jpeg', () => picture(7000, 7000).jpeg({ quality: 40 }).toBuffer()],
  ] as const)('may be %s: kept as a JPEG, with a picture to look at', async (_, type, make) => {
    const view = await upload(applicant, await make(), { applicationId, type });
    expect(view).toMatchObject({ isPdf: false, pages: [{ page: 1, width: expect.any(Number), height: expect.any(Number) }] });
    const { body } = await readFile(applicant, view.id);
    expect(body.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect((await readFilePage(applicant, view.id, 1)).type).toBe('image/jpeg');
    await db().file.update({ where: { id: view.id }, data: { state: 'retired', retiredAt: new Date() } });
  });

  it.each([
    ['one page', 1, async () => rawPdf()],
    ['three pages', 3, async () => rawPdf({ pages: 3 })],
    ['twenty pages', 20, async () => rawPdf({ pages: 20 })],
    ['a lock against changes only', 1, () => lockedPdf({ ownerPassword: 'secret' })],
    ['a text that speaks of scripts', 1, async () => rawPdf({ objects: [rawStream('', 'BT (JavaScript /JS is only text) Tj ET')] })],
  ])('may be a PDF with %s: kept byte for byte, with a picture of each page', async (_, count, make) => {
    const bytes = await make();
    const view = await upload(applicant, bytes, { applicationId, type: PDF, name: '执照.pdf' });
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
    const began = performance.now();
    await expect(upload(applicant, body, { applicationId, type })).rejects.toMatchObject({
      code: 'upload',
      details: { text: refusalTexts[reason] },
    });
    expect(performance.now() - began).toBeLessThan(5000);
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
    ['of a type that is not taken', { type: 'image/svg+xml' }, refusalTexts.type],
    ['of a type with a tail', { type: 'image/png; charset=x' }, refusalTexts.type],
  ])('already when it is announced as one %s', (_, change, message) => {
    const announced = { applicationId, kind: 'businessLicense', name: '执照.jpg', type: 'image/jpeg', bytes: 1000 };
    expect(createUploadSchema.safeParse(announced).success).toBe(true);
    expect(createUploadSchema.safeParse({ ...announced, ...change }).error?.issues.map((issue) => issue.message)).toEqual([message]);
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

const half = (whole: Buffer) => whole.subarray(0, Math.floor(whole.length / 2));

function storedFiles(): string[] {
  return readdirSync(process.env.STORAGE_FOLDER ?? '', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .toSorted();
}
