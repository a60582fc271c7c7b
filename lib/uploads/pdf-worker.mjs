// Reads one PDF in a thread of its own, so that a page that takes long, or a document that breaks the reader, does not
// hold up the server. Plain JavaScript: Node loads it by its path, past the bundler.
import { parentPort, workerData } from 'node:worker_threads';
import { inflateSync } from 'node:zlib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';

const LARGEST_INFLATED = 20 * 1024 * 1024;
/** Names that give a document behaviour of its own, or something hidden to open. */
const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|ImportData|SubmitForm|GoToE|GoToR|Rendition|3D)(?![A-Za-z0-9])/;

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
  return ACTIVE.test(objectText(Buffer.from(bytes)));
}

/** Everything of the file that is not a stream's body, and the bodies of object streams, with escaped names in clear. */
function objectText(file) {
  const text = [];
  let at = 0;
  for (;;) {
    const start = file.indexOf('stream', at, 'latin1');
    if (start < 0) break;
    const head = file.toString('latin1', at, start);
    text.push(head);
    const body = start + 'stream'.length + (file[start + 6] === 13 ? 2 : 1);
    const end = file.indexOf('endstream', body, 'latin1');
    if (end < 0) break;
    const dictionary = head.slice(-2000);
    if (/\/ObjStm/.test(dictionary.slice(dictionary.lastIndexOf(' obj')))) text.push(inflate(file.subarray(body, end)));
    at = end + 'endstream'.length;
  }
  text.push(file.toString('latin1', at));
  return text.join('\n').replace(/#([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

// An object stream of a permission-locked document is encrypted and does not inflate; PDFium has looked at that one.
function inflate(body) {
  try {
    return inflateSync(body, { maxOutputLength: LARGEST_INFLATED, finishFlush: 2 }).toString('latin1');
  } catch {
    return '';
  }
}
