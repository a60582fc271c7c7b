// Reads one PDF in a thread of its own, so that a page that takes long, or a document that breaks the reader, does not
// hold up the server. Plain JavaScript: Node loads it by its path, past the bundler.
import { parentPort, workerData } from 'node:worker_threads';
import { inflateSync } from 'node:zlib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

const LARGEST_INFLATED = 20 * 1024 * 1024;
/** Names that give a document behaviour of its own, or something hidden to open. */
const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|ImportData|SubmitForm|GoToE|GoToR|Rendition|3D)(?![A-Za-z0-9])/;
/** The longer ones of them: the bytes of a picture do not spell these by chance. */
const ACTIVE_LONG = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm|GoToE|GoToR|Rendition)(?![A-Za-z0-9])/;
const ONLY_DEFLATED = /\/Filter\s*(\/(FlateDecode|Fl)(?![A-Za-z0-9])|\[\s*\/(FlateDecode|Fl)\s*\])/;

/** @type {{ bytes: Uint8Array, maxPages: number, longestSide: number }} */
const { bytes, maxPages, longestSide } = workerData;

parentPort?.postMessage(await read());

async function read() {
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
  if (isActive(library, document)) return { verdict: 'active' };
  const pages = [];
  for (const page of document.pages()) pages.push(await draw(page));
  return { verdict: 'ok', pages };
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

function isActive(library, document) {
  const { module } = library;
  if (module._FPDFDoc_GetJavaScriptActionCount(document.documentIdx) > 0) return true;
  if (module._FPDFDoc_GetAttachmentCount(document.documentIdx) > 0) return true;
  const file = Buffer.from(bytes);
  if (ACTIVE.test(inClear(textOutsideStreams(file))) || ACTIVE_LONG.test(inClear(file.toString('latin1')))) return true;
  return objectStreams(file).some((text) => ACTIVE.test(inClear(text)));
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

/** The objects that stand in streams. Each "stream" counts, also one inside what looks like another's body. */
function objectStreams(file) {
  const texts = [];
  for (let start = file.indexOf('stream'); start >= 0; start = file.indexOf('stream', start + 1)) {
    const head = inClear(file.toString('latin1', Math.max(0, start - 2000), start));
    const dictionary = head.slice(head.lastIndexOf(' obj'));
    if (!/\/ObjStm/.test(dictionary)) continue;
    const body = start + 'stream'.length + (file[start + 6] === 13 ? 2 : 1);
    const end = file.indexOf('endstream', body, 'latin1');
    if (end >= 0) texts.push(unpack(dictionary, file.subarray(body, end)));
  }
  return texts;
}

// Every program that writes object streams deflates them or leaves them plain; another packing hides something.
// One of a permission-locked document is encrypted and does not inflate; PDFium has looked at that one.
function unpack(dictionary, body) {
  if (!/\/Filter/.test(dictionary)) return body.toString('latin1');
  if (!ONLY_DEFLATED.test(dictionary)) return '/JavaScript';
  try {
    return inflateSync(body, { maxOutputLength: LARGEST_INFLATED, finishFlush: 2 }).toString('latin1');
  } catch {
    return '';
  }
}
