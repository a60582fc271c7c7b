import type { FileKind } from '../generated/prisma/enums';
import { companyTargets } from './marks';

/** The documents that are printed, stamped and scanned. */
export const stampedKinds = ['applicationForm', 'creditPledge'] as const satisfies FileKind[];
export type StampedKind = (typeof stampedKinds)[number];

/** The answers that each of them prints: these make up its number, and no others. */
export const printedFields = {
  applicationForm: companyTargets,
  creditPledge: ['name', 'uscc', 'legalRepresentative'],
} as const satisfies Record<StampedKind, readonly (typeof companyTargets)[number][]>;

export function isStamped(kind: FileKind): kind is StampedKind {
  return stampedKinds.some((stamped) => stamped === kind);
}
