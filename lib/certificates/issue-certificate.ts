import 'server-only';
import { dayOf } from '../days';
import type { Tx } from '../db';
import { newToken } from './token';

const AT_ONCE = 1000;

/** A certificate for a new member as it is now. Its token (160 bit) is what `/verify` asks for. */
export async function issueCertificate(tx: Tx, memberId: string): Promise<void> {
  await issueCertificates(tx, [memberId]);
}

/** The same for many at once, as after an import; in a few statements a thousand. Members who have a valid one keep it. */
export async function issueCertificates(tx: Tx, memberIds: readonly string[]): Promise<void> {
  for (let start = 0; start < memberIds.length; start += AT_ONCE) {
    const members = await tx.member.findMany({
      where: { id: { in: memberIds.slice(start, start + AT_ONCE) }, certificates: { none: { revokedAt: null } } },
      include: {
        company: { select: { name: true, uscc: true } },
        levels: { where: { to: null }, select: { level: true } },
        _count: { select: { certificates: true } },
      },
    });
    await tx.certificate.createMany({
      data: members.map(({ id, number, company, levels, joinedOn, _count: { certificates } }) => ({
        memberId: id,
        number: certificates ? `${number}-${certificates + 1}` : number,
        token: newToken(),
        printed: {
          name: company.name,
          uscc: company.uscc,
          memberNumber: number,
          level: levels[0]?.level ?? 'ordinaryMember',
          joinedOn: dayOf(joinedOn),
        },
      })),
    });
  }
}
