import 'server-only';
import { now } from '../clock';
import { dayOf } from '../days';
import type { Tx } from '../db';
import { newToken } from './token';

/** A certificate for a member as it is now; an earlier one is revoked. Its token (160 bit) is what `/verify` asks for. */
export async function issueCertificate(tx: Tx, memberId: string): Promise<{ id: string }> {
  const member = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    include: { company: { select: { name: true, uscc: true } }, levels: { where: { to: null } }, certificates: { select: { id: true } } },
  });
  await tx.certificate.updateMany({ where: { memberId, revokedAt: null }, data: { revokedAt: await now(tx) } });
  const copy = member.certificates.length + 1;
  return tx.certificate.create({
    data: {
      memberId,
      number: copy === 1 ? member.number : `${member.number}-${copy}`,
      token: newToken(),
      printed: {
        name: member.company.name,
        uscc: member.company.uscc,
        memberNumber: member.number,
        level: member.levels[0]?.level ?? 'ordinaryMember',
        joinedOn: dayOf(member.joinedOn),
      },
    },
    select: { id: true },
  });
}
