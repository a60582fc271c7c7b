import type { FileKind } from '../generated/prisma/enums';

/** A file as the browser may know it: nothing of where it is stored. */
export type FileView = {
  id: string;
  kind: FileKind;
  name: string;
  bytes: number;
  isPdf: boolean;
  pages: { page: number; width: number; height: number }[];
};

type FileRow = {
  id: string;
  kind: FileKind;
  name: string;
  bytes: number;
  type: string;
  pages: { page: number; width: number; height: number }[];
};

export function viewFile({ id, kind, name, bytes, type, pages }: FileRow): FileView {
  return {
    id,
    kind,
    name,
    bytes,
    isPdf: type === 'application/pdf',
    pages: pages.map(({ page, width, height }) => ({ page, width, height })),
  };
}
