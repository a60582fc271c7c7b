import 'server-only';
import * as z from 'zod';
import { canonicalJson } from '../audit/record-audit';
import type { FileKind } from '../generated/prisma/enums';
import { companyTargets } from './marks';
import { meaningOf } from './meaning';
import { documentKinds } from './steps';

/** Answers as typed or as frozen, and which files belong to them. */
type Version = { company: unknown; files: readonly { id: string; kind: FileKind }[] };

const fields = z.record(z.string(), z.unknown());

/** What differs between two versions of an application, as targets of marks (`company.postcode`, `documents.creditPledge`). */
export function changedTargets(before: Version, after: Version): string[] {
  const [old, now] = [fields.catch({}).parse(before.company), fields.catch({}).parse(after.company)];
  const company = companyTargets.filter(
    (field) => canonicalJson(meaningOf(field, old[field])) !== canonicalJson(meaningOf(field, now[field])),
  );
  const documents = documentKinds.filter((kind) => idsOf(before, kind) !== idsOf(after, kind));
  return [...company.map((field) => `company.${field}`), ...documents.map((kind) => `documents.${kind}`)];
}

function idsOf({ files }: Version, kind: FileKind): string {
  const own = files.filter((file) => file.kind === kind);
  return own.map(({ id }) => id).join();
}
