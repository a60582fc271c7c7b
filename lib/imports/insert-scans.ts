import 'server-only';
import * as z from 'zod';
import type { Tx } from '../db';
import type { Import } from '../generated/prisma/client';

const pagesSchema = z.array(z.object({ page: z.number(), key: z.string(), width: z.number(), height: z.number() }));

/**
 * The scans of companies that come in become files of theirs: also those that came with an earlier workbook, whose company
 * had to go back then.
 */
export async function insertScans(
  tx: Tx,
  { id, uploaderId }: Pick<Import, 'id' | 'uploaderId'>,
  companyIds: ReadonlyMap<string, string>,
): Promise<void> {
  const scans = await tx.importScan.findMany({
    where: { OR: [{ importId: id }, { import: { state: 'committed' } }] },
    orderBy: [{ uscc: 'asc' }, { position: 'asc' }],
  });
  const waiting = scans.filter(({ uscc }) => companyIds.has(uscc));
  const used = await tx.file.findMany({ where: { key: { startsWith: 'imports/' } }, select: { key: true } });
  const taken = new Set(used.map(({ key }) => key));
  for (const { importId: _, uscc, pages, ...scan } of waiting) {
    const companyId = companyIds.get(uscc);
    if (!companyId || taken.has(scan.key)) continue;
    const drawn = pagesSchema.parse(pages);
    const data = {
      ...scan,
      companyId,
      uploaderId,
      state: 'attached' as const,
      pageCount: drawn.length,
      pages: { createMany: { data: drawn } },
    };
    await tx.file.create({ data });
  }
}
