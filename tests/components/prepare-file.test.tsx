import { prepareFile } from '../../components/uploads/prepare-file';
import { refusalTexts } from '../../lib/copy/uploads';

/** What this browser can decode, by the file's name, and what it draws. */
let readable: Record<string, { width: number; height: number }>;
let drawn: { width: number; height: number }[];
let weight: number;

beforeEach(() => {
  [readable, drawn, weight] = [{}, [], 300];
  Object.assign(globalThis, {
    createImageBitmap: async ({ name }: File) => {
      if (!readable[name]) throw new DOMException('The source image could not be decoded.', 'InvalidStateError');
      return { ...readable[name], close: () => undefined };
    },
  });
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(
    () => ({ fillRect: () => undefined, drawImage: () => undefined }) as never, // the few things a pen must do here
  );
  jest.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (this: HTMLCanvasElement, done) {
    drawn.push({ width: this.width, height: this.height });
    done(new Blob(['j'.repeat(weight)], { type: 'image/jpeg' }));
  });
});
afterEach(() => jest.restoreAllMocks());

function photo(name: string, type: string, size = 4000, content = 'p'): File {
  return new File([content.repeat(size).slice(0, size)], name, { type });
}

describe('a picture, before it is sent,', () => {
  it('is shrunk to what a page needs when a phone made it larger, upright or lying', async () => {
    readable = { 'lying.jpg': { width: 4032, height: 3024 }, 'upright.png': { width: 3000, height: 4000 } };

    const [lying, upright] = [await prepareFile(photo('lying.jpg', 'image/jpeg')), await prepareFile(photo('upright.png', 'image/png'))];

    expect(drawn).toEqual([
      { width: 2400, height: 1800 },
      { width: 1800, height: 2400 },
    ]);
    expect([lying, upright].map(({ name, type, size }) => ({ name, type, size }))).toEqual([
      { name: 'lying.jpg', type: 'image/jpeg', size: 300 },
      { name: 'upright.jpg', type: 'image/jpeg', size: 300 },
    ]);
  });

  it('stays byte for byte what it is when it is no larger, or a long screenshot that would become unreadable', async () => {
    readable = { 'small.jpg': { width: 2400, height: 1800 }, 'long.png': { width: 1080, height: 9000 } };
    const [small, long] = [photo('small.jpg', 'image/jpeg'), photo('long.png', 'image/png')];

    expect(await prepareFile(small)).toBe(small);
    expect(await prepareFile(long)).toBe(long);
    expect(drawn).toEqual([]);
  });

  it('stays what it is when shrinking makes it no lighter, or this browser cannot read it: the server judges it', async () => {
    readable = { 'light.jpg': { width: 4000, height: 3000 } };
    const [light, unreadable] = [photo('light.jpg', 'image/jpeg', 200), photo('unreadable.webp', 'image/webp')];

    expect(await prepareFile(light)).toBe(light);
    expect(await prepareFile(unreadable)).toBe(unreadable);
  });

  it('may have more than 10 MB as it comes from the camera', async () => {
    readable = { 'large.jpg': { width: 8000, height: 6000 } };
    const large = photo('large.jpg', 'image/jpeg');
    Object.defineProperty(large, 'size', { value: 24 * 1024 * 1024 });

    await expect(prepareFile(large)).resolves.toMatchObject({ name: 'large.jpg', size: 300 });
  });
});

describe('an HEIC of an iPhone', () => {
  const heic = () => photo('IMG_1.HEIC', 'image/heic');

  it('becomes a JPEG where the browser can read it, also a small one and one that gets heavier', async () => {
    readable = { 'IMG_1.HEIC': { width: 1200, height: 900 } };
    weight = 9000;

    await expect(prepareFile(heic())).resolves.toMatchObject({ name: 'IMG_1.jpg', type: 'image/jpeg', size: 9000 });
    expect(drawn).toEqual([{ width: 1200, height: 900 }]);
  });

  it.each([
    ['by its name', new File(['x'], 'IMG_1.HEIC', { type: '' })],
    ['by its type', new File(['x'], 'IMG_1', { type: 'image/heif' })],
    ['by its bytes, whatever it is called', new File(['\0\0\0\x18ftypheic'], '执照.jpg', { type: 'image/jpeg' })],
  ])('is known %s, and refused with what to do where the browser cannot', async (_how, file) => {
    await expect(prepareFile(file)).rejects.toThrow(refusalTexts.heic);
  });
});

describe('any other file', () => {
  it('is sent as it is when it is a PDF', async () => {
    const pdf = new File(['%PDF-1.7'], 'form.pdf', { type: 'application/pdf' });
    expect(await prepareFile(pdf)).toBe(pdf);
  });

  it.each([
    ['empty', new File([], 'form.pdf', { type: 'application/pdf' }), refusalTexts.empty],
    ['of another kind', new File(['x'], 'form.docx', { type: 'application/msword' }), refusalTexts.type],
  ])('is refused at once when it is %s', async (_what, file, words) => {
    await expect(prepareFile(file)).rejects.toThrow(words);
  });
});
