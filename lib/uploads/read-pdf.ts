import 'server-only';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import { inTurn } from '../in-turn';
import { MAX_PAGES } from './limits';
import { LONGEST_SIDE, type PageImage, uploadRefusal } from './rules';

const SECONDS = 45;
const gate = inTurn(2, 40);

const answer = z.discriminatedUnion('verdict', [
  z.object({
    verdict: z.literal('ok'),
    pages: z.array(z.object({ width: z.number(), height: z.number(), image: z.instanceof(Uint8Array) })),
  }),
  z.object({ verdict: z.literal('tooManyPages'), count: z.number() }),
  z.object({ verdict: z.enum(['password', 'damaged', 'active']) }),
]);

/**
 * Draws every page of a PDF as a JPEG, in a worker thread, two documents at once.
 * @throws DomainError `upload` that says why it is refused: password, scripts or attachments, too many pages, damaged;
 * `busy` when too many wait
 */
export async function readPdf(bytes: Buffer): Promise<PageImage[]> {
  const result = await gate(() => work(bytes));
  if (result.verdict === 'ok') return result.pages.map(({ width, height, image }) => ({ width, height, body: Buffer.from(image) }));
  throw uploadRefusal(result.verdict);
}

function work(bytes: Buffer): Promise<z.infer<typeof answer>> {
  const worker = new Worker(path.join(process.cwd(), 'lib/uploads/pdf-worker.mjs'), {
    workerData: { bytes, maxPages: MAX_PAGES, longestSide: LONGEST_SIDE },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  return new Promise<z.infer<typeof answer>>((resolve, reject) => {
    const timer = setTimeout(() => reject(uploadRefusal('slow')), SECONDS * 1000);
    worker.once('message', (message) => resolve(answer.parse(message)));
    worker.once('error', () => reject(uploadRefusal('damaged')));
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(uploadRefusal('damaged'));
    });
  }).finally(() => worker.terminate());
}
