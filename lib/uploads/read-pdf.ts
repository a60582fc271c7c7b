import 'server-only';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import { inTurn } from '../in-turn';
import { MAX_PAGES } from './limits';
import { LONGEST_SIDE, type PageImage, uploadRefusal } from './rules';

/** For opening it, and again for each page: past that a document is made to take long. */
const PATIENCE_MS = 20_000;
const gate = inTurn(2, 40);

const answer = z.discriminatedUnion('verdict', [
  z.object({
    verdict: z.literal('ok'),
    pages: z.array(z.object({ width: z.number(), height: z.number(), image: z.instanceof(Uint8Array) })),
  }),
  z.object({ verdict: z.literal('tooManyPages'), count: z.number() }),
  z.object({ verdict: z.enum(['password', 'damaged', 'active', 'dense', 'tooManyPixels']) }),
]);
const message = z.union([z.object({ verdict: z.literal('drawn') }), answer]);

/**
 * Draws every page of a PDF as a JPEG, in a worker thread, two documents at once.
 * @throws DomainError `upload` that says why it is refused: password, scripts or attachments, too many pages or
 * pixels, unpacks to too much, takes too long, damaged; `busy` when too many wait
 */
export async function readPdf(bytes: Buffer): Promise<PageImage[]> {
  const result = await gate(() => work(bytes));
  if (result.verdict === 'ok') return result.pages.map(({ width, height, image }) => ({ width, height, body: Buffer.from(image) }));
  throw uploadRefusal(result.verdict);
}

function work(bytes: Buffer): Promise<z.infer<typeof answer>> {
  const worker = new Worker(path.join(process.cwd(), 'lib/uploads/pdf-worker.mjs'), {
    workerData: { bytes, maxPages: MAX_PAGES, longestSide: LONGEST_SIDE },
    resourceLimits: { maxOldGenerationSizeMb: 128 },
    stdout: true, // what PDFium says of a broken document is nobody's business
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  return new Promise<z.infer<typeof answer>>((resolve, reject) => {
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(uploadRefusal('slow')), PATIENCE_MS);
    };
    wait();
    worker.on('message', (said) => {
      const told = message.parse(said);
      if (told.verdict === 'drawn') wait();
      else resolve(told);
    });
    worker.once('error', () => reject(uploadRefusal('damaged')));
    worker.once('exit', () => reject(uploadRefusal('damaged')));
  }).finally(() => {
    clearTimeout(timer);
    return worker.terminate();
  });
}
