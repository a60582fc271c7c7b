import 'server-only';
import { fileTypeFromBuffer } from 'file-type';
import { readImage } from './read-image';
import { readPdf } from './read-pdf';
import { type PageImage, uploadRefusal } from './rules';

export type Inspected = { type: 'application/pdf' | 'image/jpeg'; original: Buffer; pages: PageImage[] };

/**
 * Decides by a file's bytes, never by its name, whether it is taken, and makes the picture of every page. A PDF is kept
 * as it came (a digital signature stays valid); a picture is re-encoded. @throws DomainError `upload`, `busy`
 */
export async function inspect(bytes: Buffer): Promise<Inspected> {
  if (!bytes.length) throw uploadRefusal('empty');
  const found = await fileTypeFromBuffer(bytes);
  switch (found?.mime) {
    case 'application/pdf':
      return { type: 'application/pdf', original: bytes, pages: await readPdf(bytes) };
    case 'image/jpeg':
    case 'image/png':
    case 'image/webp': {
      const { original, page } = await readImage(bytes);
      return { type: 'image/jpeg', original, pages: [page] };
    }
    case 'image/heic':
    case 'image/heif':
      throw uploadRefusal('heic');
    default:
      throw uploadRefusal('type');
  }
}
