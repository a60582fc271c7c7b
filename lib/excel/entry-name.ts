/** The name of a zip's entry. Windows writes Chinese names in GBK and does not say so. */
export function entryName({ fileNameRaw }: { fileNameRaw: Uint8Array }): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw);
  } catch {
    return new TextDecoder('gbk').decode(fileNameRaw);
  }
}
