import 'server-only';
import * as z from 'zod';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { now } from '../clock';
import { type Day, dayInShanghai, dayOf } from '../days';
import { db } from '../db';
import { env } from '../env';
import { DomainError } from '../errors';
import { Level, type MemberState } from '../generated/prisma/enums';
import { getSetting } from '../settings/get-setting';
import type { PrintedCertificate } from './draw-certificate';
import { normaliseToken } from './token-format';
import { validUntil } from './validity';

const printedShape = z.object({ name: z.string(), uscc: z.string(), memberNumber: z.string(), level: z.enum(Level), joinedOn: z.string() });

const include = {
  member: {
    include: {
      levels: { where: { to: null } },
      company: { include: { charges: { where: { kind: 'standard' }, include: { allocations: true } } } },
    },
  },
} as const;

type ValidCertificate = PrintedCertificate & { id: string };

/** The valid certificate of a company, ready to print. @throws DomainError `notFound` */
export async function getCertificate(actor: Actor, companyId: string): Promise<ValidCertificate> {
  const found = await findCertificate(actor, companyId);
  if (!found) throw new DomainError('notFound');
  return found;
}

/** The same; null for a company whose membership had ended when it came in. @throws DomainError `notFound` for whom it is not */
export async function findCertificate(actor: Actor, companyId: string): Promise<ValidCertificate | null> {
  authorize(actor, 'certificate.view', { companyId });
  const found = await db().certificate.findFirst({ where: { member: { companyId }, revokedAt: null }, include });
  if (!found) return null;
  return {
    id: found.id,
    ...printedShape.parse(found.printed),
    issuedOn: dayInShanghai(found.issuedAt),
    validUntil: await validityOf(found.member),
    verifyUrl: `${env().SITE_URL}/verify/${found.token}`,
    verifyCode: inGroups(found.token),
  };
}

const inGroups = (token: string) => token.replace(/.{8}(?=.)/g, '$& ');

export type EarlierCertificate = {
  number: string;
  verifyCode: string;
  name: string;
  uscc: string;
  level: Level;
  issuedOn: Day;
  replacedOn: Day;
  reason: string;
};

/** The certificates of a company that were replaced, the last one first, with why. @throws DomainError `notFound` */
export async function listEarlierCertificates(actor: Actor, companyId: string): Promise<EarlierCertificate[]> {
  authorize(actor, 'certificate.view', { companyId });
  const found = await db().certificate.findMany({
    where: { member: { companyId }, revokedAt: { not: null } },
    orderBy: [{ revokedAt: 'desc' }, { issuedAt: 'desc' }],
  });
  return found.flatMap(({ number, token, printed, issuedAt, revokedAt, revokedReason }) => {
    if (!revokedAt) return [];
    const { name, uscc, level } = printedShape.parse(printed);
    const [issuedOn, replacedOn] = [dayInShanghai(issuedAt), dayInShanghai(revokedAt)];
    return [{ number, verifyCode: inGroups(token), name, uscc, level, issuedOn, replacedOn, reason: revokedReason ?? '' }];
  });
}

export type VerifiedCertificate = {
  name: string;
  uscc: string;
  memberNumber: string;
  level: Level;
  joinedOn: Day;
  validUntil: Day;
  verifiedAt: Date;
  verdict: 'valid' | 'expired' | 'replaced' | 'suspended' | 'ended';
  /** Of a replaced one: what its successor says. */
  current?: { name: string; uscc: string; level: Level; state: MemberState };
};

/**
 * What is true today of a certificate whose token somebody holds, so that an old print cannot mislead; null for a token
 * that was never issued. Shows nothing that is not printed on it or on its successor.
 */
export async function verifyCertificate(token: string): Promise<VerifiedCertificate | null> {
  const found = await db().certificate.findUnique({ where: { token: normaliseToken(token) }, include });
  if (!found) return null;
  const until = await validityOf(found.member);
  const at = await now();
  const { state, levels, company } = found.member;
  const verdict = verdictOf(state, found.revokedAt !== null, until < dayInShanghai(at));
  return {
    ...printedShape.parse(found.printed),
    validUntil: until,
    verifiedAt: at,
    verdict,
    ...(verdict === 'replaced' && {
      current: { name: company.name, uscc: company.uscc, level: levels[0]?.level ?? 'ordinaryMember', state },
    }),
  };
}

function verdictOf(state: MemberState, revoked: boolean, late: boolean): VerifiedCertificate['verdict'] {
  if (state === 'withdrawn' || state === 'expelled') return 'ended';
  if (revoked) return 'replaced';
  if (state === 'suspended') return 'suspended';
  return late ? 'expired' : 'valid';
}

type MemberFacts = {
  joinedOn: Date;
  company: {
    charges: {
      year: number;
      dueOn: Date;
      amountFen: number;
      state: 'open' | 'waived' | 'cancelled';
      allocations: { amountFen: number }[];
    }[];
  };
};

async function validityOf({ joinedOn, company }: MemberFacts): Promise<Day> {
  const { dueOn } = await getSetting('dues');
  return validUntil(
    { joinedOn: dayOf(joinedOn), charges: company.charges.map((charge) => ({ ...charge, dueOn: dayOf(charge.dueOn) })) },
    dueOn,
  );
}
