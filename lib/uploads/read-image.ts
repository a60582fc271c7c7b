import 'server-only';
import sharp from 'sharp';
import { LONGEST_SIDE, type PageImage, uploadRefusal } from './rules';

const MOST_PIXELS = 50_000_000;
/** A4 at 300 dots an inch. */
const ORIGINAL_SIDE = 3508;

// Everything sharp could open besides these three stays closed: SVG, TIFF, GIF, PDF, raw formats.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] });

/**
 * A picture as two clean JPEGs: one to keep and one to show. Turned upright, on white, without the camera's data
 * (place, owner) and without anything that was hidden in the file. @throws DomainError `upload`
 */
export async function readImage(bytes: Buffer): Promise<{ original: Buffer; page: PageImage }> {
  try {
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
