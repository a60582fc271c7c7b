import 'server-only';
import sharp from 'sharp';
import { inTurn } from '../in-turn';
import { LONGEST_SIDE, type PageImage, uploadRefusal } from './rules';

const MOST_PIXELS = 50_000_000;
/** Of a picture that comes as a whole and not line by line: all of it is unpacked at once. */
const MOST_PIXELS_AT_ONCE = 32_000_000;
const gate = inTurn(2, 40);
/** A4 at 300 dots an inch. */
const ORIGINAL_SIDE = 3508;

// Everything sharp could open besides these three stays closed: SVG, TIFF, GIF, PDF, raw formats.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] });

/**
 * A picture as two clean JPEGs: one to keep and one to show. Turned upright, on white, without the camera's data
 * (place, owner) and without anything that was hidden in the file. Two at once. @throws DomainError `upload`, `busy` when too many wait
 */
export async function readImage(bytes: Buffer): Promise<{ original: Buffer; page: PageImage }> {
  return gate(() => clean(bytes));
}

async function clean(bytes: Buffer): Promise<{ original: Buffer; page: PageImage }> {
  try {
    const { width, height, format, isProgressive } = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata();
    if ((isProgressive || format === 'webp') && width * height > MOST_PIXELS_AT_ONCE) throw new Error('pixel limit');
    const upright = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).rotate().flatten({ background: '#fff' });
    const within = (side: number) => ({ width: side, height: side, fit: 'inside', withoutEnlargement: true }) as const;
    const original = await upright.clone().resize(within(ORIGINAL_SIDE)).jpeg({ quality: 88 }).toBuffer();
    const { data: body, info } = await sharp(original)
      .resize(within(LONGEST_SIDE))
      .jpeg({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    return { original, page: { width: info.width, height: info.height, body } };
  } catch (error) {
    throw uploadRefusal(/pixel limit/i.test(String(error)) ? 'tooManyPixels' : 'damaged');
  }
}
