import PDFDocument from 'pdfkit';
import type { Upload } from './scans';

/** Files that are not taken, each for a reason of its own. */
export const refusedFiles: { file: Upload; why: RegExp }[] = [
  {
    file: { name: '改了名字的文本.pdf', mimeType: 'application/pdf', buffer: Buffer.from('只是一段文字') },
    why: /只能上传 PDF、JPG、PNG 或 WEBP 文件/,
  },
  { file: { name: 'IMG_0231.HEIC', mimeType: '', buffer: Buffer.from('heic') }, why: /HEIC 照片.*兼容性最佳/ },
  { file: { name: '执照.jpg', mimeType: 'image/jpeg', buffer: heic() }, why: /HEIC 照片.*兼容性最佳/ },
  {
    file: { name: '图标.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
    why: /只能上传/,
  },
  { file: { name: '空白.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) }, why: /这个文件是空的/ },
  { file: { name: '高清扫描.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(10 * 1024 * 1024 + 1, 1) }, why: /不能超过 10 MB/ },
  { file: { name: '坏掉的.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF') }, why: /打不开，可能已损坏/ },
];

/** A PDF of so many empty pages; with a password, one that nobody opens without it. */
export async function blankPdf(pages: number, userPassword?: string): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false, ...(userPassword && { userPassword }) });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => document.on('end', resolve));
  for (let page = 1; page <= pages; page++) document.addPage().rect(100, 100, 200, 10).fill();
  document.end();
  await ended;
  return Buffer.concat(parts);
}

// The first bytes of what an iPhone writes.
function heic(): Buffer {
  return Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(4), Buffer.from('mif1heic'), Buffer.alloc(100)]);
}
