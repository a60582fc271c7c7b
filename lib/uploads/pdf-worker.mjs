// Reads one PDF in a thread of its own, so that a page that takes long, or a document that breaks the reader, does not
// hold up the server. Plain JavaScript: Node loads it by its path, past the bundler.
import { parentPort, workerData } from 'node:worker_threads';
import { createInflate, inflateSync } from 'node:zlib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

const MB = 1024 * 1024;
const LARGEST_INFLATED = 20 * MB;
/** What one packed stream may hold: a page in colour at 400 dots an inch is 46 MB. And what all of them may. */
const LARGEST_STREAM = 60 * MB;
const ALL_STREAMS = 200 * MB;
/** A sheet of A3 in black and white at 600 dots an inch has 70 million. */
const MOST_PIXELS = 100_000_000;
/** What the reader may take while it draws. Whatever a document unpacks to, and by whatever method, ends here. */
const LARGEST_HEAP = 112 * MB;
/** Names that give a document behaviour of its own, or something hidden to open. */
const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|ImportData|SubmitForm|GoToE|GoToR|Rendition|3D)(?![A-Za-z0-9])/;
/** The longer ones of them: the bytes of a picture do not spell these by chance. */
const ACTIVE_LONG = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm|GoToE|GoToR|Rendition)(?![A-Za-z0-9])/;
const ONLY_DEFLATED = /\/Filter\s*(\/(FlateDecode|Fl)(?![A-Za-z0-9])|\[\s*\/(FlateDecode|Fl)\s*\])/;
const FIRST_DEFLATED = /\/Filter\s*\[?\s*\/(FlateDecode|Fl)(?![A-Za-z0-9])/;
const PACKINGS = /\/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)(?![A-Za-z0-9])/g;

/** @type {{ bytes: Uint8Array, maxPages: number, longestSide: number }} */
const { bytes, maxPages, longestSide } = workerData;

let heapIsFull = false;
limitHeap();
parentPort?.postMessage(await read().catch(() => ({ verdict: heapIsFull ? 'dense' : 'damaged' })));

async function read() {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isArchive(file)) return { verdict: 'active' };
  const packing = await judgePacking(file);
  if (packing) return { verdict: packing };
  const library = await PDFiumLibrary.init();
  let document;
  try {
    document = await library.loadDocument(bytes);
  } catch (error) {
    return { verdict: /password|security/i.test(String(error)) ? 'password' : 'damaged' };
  }
  const count = document.getPageCount();
  if (count < 1) return { verdict: 'damaged' };
  if (count > maxPages) return { verdict: 'tooManyPages', count };
  const hidden = judgeBehaviour(library, document, file);
  if (hidden) return { verdict: hidden };
  const pages = [];
  for (const page of document.pages()) {
    pages.push(await draw(page));
    parentPort?.postMessage({ verdict: 'drawn' });
  }
  return { verdict: 'ok', pages };
}

// Of this thread alone. PDFium stops where it is given no more.
function limitHeap() {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (pages) {
    heapIsFull = this.buffer.byteLength + pages * 65_536 > LARGEST_HEAP;
    if (heapIsFull) throw new RangeError('too much for one document');
    return grow.call(this, pages);
  };
}

/** The end of a ZIP archive reaches to the end of the file: what opens as a document here opens as an archive elsewhere. */
function isArchive(file) {
  for (let at = file.lastIndexOf('PK\x05\x06', undefined, 'latin1'); at >= 0 && at >= file.length - 65_557; ) {
    if (at + 22 <= file.length && file.readUInt32LE(at + 4) === 0) return true; // one of no other disks
    at = at ? file.lastIndexOf('PK\x05\x06', at - 1, 'latin1') : -1;
  }
  return false;
}

/** Refuses what unpacks to more than any scan does, before anything unpacks it. */
async function judgePacking(file) {
  let all = 0;
  for (const { dictionary, body } of streams(file)) {
    const [width = 0, height = 0] = ['Width', 'Height'].map((name) =>
      Number(new RegExp(`/${name}\\s+(\\d+)(?!\\s+\\d+\\s+R)`).exec(dictionary)?.[1]),
    );
    if (width * height > MOST_PIXELS) return 'tooManyPixels';
    if ((/\/Filter[^/]*((\/\w+|[\s[])+)/.exec(dictionary)?.[1]?.match(PACKINGS) ?? []).length > 1) return 'dense';
    if (!FIRST_DEFLATED.test(dictionary)) continue;
    all += await inflatedSize(body, Math.min(LARGEST_STREAM, ALL_STREAMS - all));
    if (all > ALL_STREAMS) return 'dense';
  }
  return null;
}

/** How much it is, without keeping it; more than `most` counts as far too much. */
function inflatedSize(body, most) {
  return new Promise((resolve) => {
    let size = 0;
    const inflate = createInflate({ chunkSize: 256 * 1024, finishFlush: 2 });
    const done = (result) => {
      inflate.destroy();
      resolve(result);
    };
    inflate.on('data', (part) => {
      size += part.length;
      if (size > most) done(ALL_STREAMS + 1);
    });
    inflate.on('end', () => done(size)).on('error', () => done(size)); // an encrypted one does not inflate
    inflate.end(body);
  });
}

async function draw(page) {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(4, longestSide / Math.max(originalWidth, originalHeight, 1));
  const { data, width, height } = await page.render({ scale, render: 'bitmap', renderFormFields: true });
  const image = await sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality: 80 })
    .toBuffer();
  return { width, height, image };
}

function judgeBehaviour(library, document, file) {
  const { module } = library;
  if (module._FPDFDoc_GetJavaScriptActionCount(document.documentIdx) > 0) return 'active';
  if (module._FPDFDoc_GetAttachmentCount(document.documentIdx) > 0) return 'active';
  if (ACTIVE.test(inClear(textOutsideStreams(file))) || ACTIVE_LONG.test(inClear(file.toString('latin1')))) return 'active';
  for (const { dictionary, body } of streams(file)) {
    if (!/\/ObjStm/.test(dictionary)) continue;
    const text = unpack(dictionary, body);
    if (text === null) return 'dense';
    if (ACTIVE.test(inClear(text))) return 'active';
  }
  return null;
}

/** Names may be written with escapes: `/J#53` is `/JS`. */
function inClear(text) {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function textOutsideStreams(file) {
  const text = [];
  let at = 0;
  for (;;) {
    const start = file.indexOf('stream', at, 'latin1');
    const end = start < 0 ? -1 : file.indexOf('endstream', start, 'latin1');
    if (end < 0) break;
    text.push(file.toString('latin1', at, start));
    at = end + 'endstream'.length;
  }
  text.push(file.toString('latin1', at));
  return text.join('\n');
}

/** Every stream with its dictionary. Each "stream" counts, also one inside what looks like another's body. */
function* streams(file) {
  for (let start = file.indexOf('stream'); start >= 0; start = file.indexOf('stream', start + 1)) {
    const head = inClear(file.toString('latin1', Math.max(0, start - 2000), start));
    const object = head.lastIndexOf(' obj');
    if (object < 0) continue; // the word of an "endstream", or of a picture's bytes
    const body = start + 'stream'.length + (file[start + 6] === 13 ? 2 : 1);
    const end = file.indexOf('endstream', body, 'latin1');
    if (end >= 0) yield { dictionary: head.slice(object), body: file.subarray(body, end) };
  }
}

// Every program that writes object streams deflates them or leaves them plain; another packing hides something, and so
// does one of more than any document needs. One of a permission-locked document is encrypted and does not inflate;
// PDFium has looked at that one.
function unpack(dictionary, body) {
  if (!/\/Filter/.test(dictionary)) return body.toString('latin1');
  if (!ONLY_DEFLATED.test(dictionary)) return '/JavaScript';
  try {
    return inflateSync(body, { maxOutputLength: LARGEST_INFLATED, finishFlush: 2 }).toString('latin1');
  } catch (error) {
    return error.code === 'ERR_BUFFER_TOO_LARGE' ? null : '';
  }
}
