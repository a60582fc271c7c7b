import 'server-only';
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { canonicalJson } from '../audit/record-audit';
import type { FileKind } from '../generated/prisma/enums';
import { meaningOf } from './meaning';
import { isStamped, printedFields, type StampedKind, stampedKinds } from './printed';

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const fields = z.record(z.string(), z.unknown()).catch({});

/**
 * 申请表编号, and the pledge's own: eight characters of the hash of what the document prints, so that a stamped scan can be
 * matched to the answers. The pledge prints less than the form, so fewer changes ask for a new stamp. The answers may be
 * incomplete.
 */
export function formNumberOf(kind: StampedKind, company: unknown): string {
  const answers = fields.parse(company);
  const printed = printedFields[kind].map((field) => [field, meaningOf(field, answers[field])]);
  const digest = createHash('sha256')
    .update(canonicalJson([kind, printed]))
    .digest();
  const characters = [...digest.subarray(0, 8)].map((byte) => ALPHABET[byte % 32]).join('');
  return `${characters.slice(0, 4)}-${characters.slice(4)}`;
}

/** A file's kind, and the number of the answers when it was uploaded. */
type Scan = { kind: FileKind; formNumber: string | null };

export type Stamp = {
  /** The number of the answers as they are. */
  number: string;
  /** The number that a scan was uploaded with, where printed answers have changed since: it needs a new stamp. */
  outdated: string | null;
};

/** How the stamped scans stand to the answers. Of a scan from before numbers were kept nothing is said. */
export function stampsOf(company: unknown, files: readonly Scan[]): Record<StampedKind, Stamp> {
  const stamp = (kind: StampedKind): Stamp => {
    const number = formNumberOf(kind, company);
    const other = files.find((file) => file.kind === kind && file.formNumber !== null && file.formNumber !== number);
    return { number, outdated: other?.formNumber ?? null };
  };
  return { applicationForm: stamp('applicationForm'), creditPledge: stamp('creditPledge') };
}

/** The stamped documents that need a new stamp. */
export function outdatedStamps(stamps: Record<StampedKind, Stamp>): StampedKind[] {
  return stampedKinds.filter((kind) => stamps[kind].outdated !== null);
}

/** What a file remembers of the answers at the moment when it is taken in. */
export function numberFor(kind: FileKind, company: unknown): string | null {
  return isStamped(kind) ? formNumberOf(kind, company) : null;
}
