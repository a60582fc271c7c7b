import type { FileKind } from '../../lib/generated/prisma/enums';
import { sampleScan } from '../../prisma/seed/sample-files';

let made: Promise<Buffer> | undefined;

/** One stamped page for all three documents, drawn once a test file. */
export async function scans(): Promise<Partial<Record<FileKind, Buffer>>> {
  made ??= sampleScan('扫描件', ['盖章']);
  const page = await made;
  return { applicationForm: page, creditPledge: page, businessLicense: page };
}
