import sharp from 'sharp';
import { samplePdf, sampleScan } from '../../prisma/seed/sample-files';

export type Upload = { name: string; mimeType: string; buffer: Buffer };
export type Scans = { applicationForm: Upload; creditPledge: Upload[]; businessLicense: Upload; transferVoucher: Upload };

const A4_AT_300 = { width: 2480, height: 3508 };

let made: Promise<Scans> | undefined;

/** Files as they come from offices: a scanner's PDF of six pages and several MB, photographed pages, a phone's picture. */
export function realScans(): Promise<Scans> {
  made ??= make();
  return made;
}

async function make(): Promise<Scans> {
  const page = await sampleScan('入会申请表', ['单位名称', '统一社会信用代码', '法定代表人']);
  const grainy = await scannerPage(page);
  return {
    applicationForm: {
      name: '入会申请表（盖章）.pdf',
      mimeType: 'application/pdf',
      buffer: await samplePdf([grainy, grainy, grainy, grainy, grainy, grainy]),
    },
    creditPledge: [
      { name: '承诺书 第1页.jpg', mimeType: 'image/jpeg', buffer: page },
      { name: '承诺书 第2页.png', mimeType: 'image/png', buffer: await sharp(page).png().toBuffer() },
    ],
    businessLicense: { name: 'IMG_20261120.webp', mimeType: 'image/webp', buffer: await sharp(page).webp().toBuffer() },
    transferVoucher: { name: '银行回单.jpg', mimeType: 'image/jpeg', buffer: page },
  };
}

// A scanner's grain is what makes its files large.
async function scannerPage(page: Buffer): Promise<Buffer> {
  const sheet = await sharp(page)
    .resize({ ...A4_AT_300, fit: 'fill' })
    .toBuffer();
  const noise = await sharp({
    create: { ...A4_AT_300, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 235, sigma: 14 } },
  })
    .png()
    .toBuffer();
  return sharp(noise)
    .composite([{ input: sheet, blend: 'multiply' }])
    .jpeg({ quality: 72 })
    .toBuffer();
}
