/** 812 KB, 3.4 MB: of 1024, as people's file managers count. */
export function formatBytes(bytes: number): string {
  return bytes < 1024 ** 2 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${Number((bytes / 1024 ** 2).toFixed(1))} MB`;
}
