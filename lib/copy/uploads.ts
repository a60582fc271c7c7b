/** Why a file is not taken, and what to do instead. */
export const refusalTexts = {
  type: '只能上传 PDF、JPG、PNG 或 WEBP 文件。',
  heic: '这是 iPhone 的 HEIC 照片，这里打不开。请在 iPhone 的“设置 - 相机 - 格式”里选“兼容性最佳”后重拍，或者用手机打开本页拍照上传。',
  mismatch: '这个文件的内容和扩展名对不上（例如图片改名成了 PDF），请按原来的格式重新保存后再传。',
  empty: '这个文件是空的，请重新扫描或拍照。',
  tooLarge: '单个文件不能超过 10 MB，请压缩或降低扫描分辨率后再传。',
  tooManyPages: '每份材料不能超过 20 页，请核对是不是选错了文件。',
  password: '这个 PDF 设了打开密码，请去掉密码后再传。',
  active: '这个 PDF 里带有脚本或附件，为了安全不能接收。请打印后重新扫描，或另存为普通 PDF。',
  damaged: '这个文件打不开，可能已损坏，请重新扫描后再传。',
  slow: '这个文件处理太久，请降低扫描分辨率或分页拍照上传。',
  tooManyPixels: '图片的像素太多，请缩小，或降低扫描分辨率（300 dpi 即可）后再传。',
  dense: '这个 PDF 解开后太大，请降低扫描分辨率（300 dpi 即可）后再传。',
  cut: '文件没有传完整，可能是网络中断了，请重新上传。',
  pdfOnly: '电子票据只收平台下载的 PDF，请不要用图片或压缩包。',
  onePdf: '这份材料已经有一个 PDF。要换成别的文件，请点“替换”，或先移除原来的。',
  pdfAlone: '这份材料已经有图片。要改用 PDF，请先移除这些图片。',
  busyFile: '这个文件刚刚被移除或替换了，请刷新页面。',
  none: '还没有选择文件，请先选择文件再点“上传”。',
} as const;

export type RefusalReason = keyof typeof refusalTexts;

const otherTexts: Record<string, string> = {
  notEditable: '申请已提交，现在不能修改。',
  busy: '现在使用的人较多，请过一分钟再试。',
};

/** The words for a reason that came in an address. */
export function plainRefusalText(reason: string): string {
  return isReason(reason) ? refusalTexts[reason] : (otherTexts[reason] ?? '文件没有上传成功，请重试。');
}

function isReason(name: string): name is RefusalReason {
  return Object.hasOwn(refusalTexts, name);
}
