import { refusalTexts } from '@/lib/copy/uploads';
import { ACCEPTED_TYPES, MAX_BYTES } from '@/lib/uploads/limits';

/** A4 at about 200 dots an inch: stamps and small print stay sharp, and a phone's photo becomes a tenth of its bytes. */
const LONGEST_SIDE = 2400;
/** A long screenshot that is shrunk to this side cannot be read any more. */
const LONGEST_SHAPE = 2.5;
const QUALITY = 0.85;

/**
 * A chosen file as it is sent: a picture that is larger than a page needs is shrunk, an iPhone's HEIC becomes a JPEG
 * where this browser can read it, everything else stays as it is. Rejects with an Error in words for what is not taken.
 */
export async function prepareFile(file: File): Promise<File> {
  if (!file.size) throw new Error(refusalTexts.empty);
  if (await isHeic(file)) return sendable((await asJpeg(file, { always: true })) ?? refuse('heic'));
  if (!ACCEPTED_TYPES.some((type) => type === file.type)) refuse('type');
  return sendable(file.type === 'application/pdf' ? file : ((await asJpeg(file, { always: false })) ?? file));
}

function sendable(file: File): File {
  return file.size > MAX_BYTES ? refuse('tooLarge') : file;
}

function refuse(reason: keyof typeof refusalTexts): never {
  throw new Error(refusalTexts[reason]);
}

// By its name where it has the right one, and by its first bytes where it was given another.
async function isHeic(file: File): Promise<boolean> {
  if (/\.hei[cf]$/i.test(file.name) || /hei[cf]/.test(file.type)) return true;
  const head = await file.slice(4, 12).text();
  return /^ftyp(hei[cfmsx]|hev[cx]|mif1|msf1)/.test(head);
}

/** The picture as a JPEG of a page's size; `null` where it can or need not be made. */
async function asJpeg(file: File, { always }: { always: boolean }): Promise<File | null> {
  const source = await decode(file).catch(() => null);
  if (!source) return null;
  const { width, height } = source;
  const longest = Math.max(width, height);
  const isLarge = longest > LONGEST_SIDE && longest / Math.min(width, height) <= LONGEST_SHAPE;
  const made = isLarge || always ? await draw(source, isLarge ? LONGEST_SIDE / longest : 1).catch(() => null) : null;
  if ('close' in source) source.close();
  if (!made || (!always && made.size >= file.size)) return null;
  return new File([made], file.name.replace(/(\.\w+)?$/, '.jpg'), { type: 'image/jpeg' });
}

// Safari reads HEIC as the picture of a page, some versions not as a bitmap.
async function decode(file: File): Promise<ImageBitmap | HTMLImageElement> {
  return createImageBitmap(file, { imageOrientation: 'from-image' }).catch(async () => {
    const image = new Image();
    image.src = URL.createObjectURL(file);
    await image.decode().finally(() => URL.revokeObjectURL(image.src));
    return image;
  });
}

async function draw(source: ImageBitmap | HTMLImageElement, scale: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(source.width * scale);
  canvas.height = Math.round(source.height * scale);
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.imageSmoothingQuality = 'high';
  pen.fillStyle = '#fff'; // a transparent picture would become black
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(source, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}
