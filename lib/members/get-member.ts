import 'server-only';
import type { Actor } from '../access/actor';
import { authorize, isAllowed } from '../access/authorize';
import { validUntil } from '../certificates/validity';
import { today } from '../clock';
import { describeFields } from '../companies/describe-fields';
import { toColumn } from '../days';
import { type DuesRow, viewDuesRow } from '../dues/views';
import { DomainError } from '../errors';
import { getSetting } from '../settings/get-setting';
import type { FileView } from '../uploads/views';
import { type MemberRecord, selectMember } from './member-record';
import { type Standing, standingOf } from './standing';

/** Everything that staff see of a member on one page, save its history. */
export type MemberDetail = Omit<MemberRecord, 'charges' | 'files'> & {
  attachments: FileView[];
  /** What came with an import, as far as the one who asks may open it. */
  scans: FileView[];
  /** The fields of 企业信息 in words, by name. */
  words: Record<string, string>;
  standing: Standing;
  dues: (DuesRow & { topUp: boolean; partlyPaid: boolean })[];
  validUntil: string;
};

/**
 * A member by its own id or its company's; of a record that was merged, whatever it was merged into (`id` differs then).
 * @throws DomainError `notFound`
 */
export async function getMember(actor: Actor, id: string): Promise<MemberDetail> {
  authorize(actor, 'member.view', null);
  const record = await selectMember(id);
  if (!record) throw new DomainError('notFound');
  const { charges, files, ...member } = record;
  const ofCompany = { companyId: member.companyId, application: null };
  const isAttachment = ({ kind }: FileView) => kind === 'memberAttachment';
  const facts = charges.map(({ filings, ...charge }) => ({
    ...charge,
    dueOn: toColumn(charge.dueOn),
    filings: filings.map((state) => ({ filing: { state } })),
  }));
  const [day, dues, words] = await Promise.all([today(), getSetting('dues'), describeFields(member.fields)]);
  const printed = charges.filter(({ kind }) => kind === 'standard');
  return {
    ...member,
    attachments: files.filter(isAttachment),
    scans: files.filter((file) => !isAttachment(file) && isAllowed(actor, 'file.view', { ...ofCompany, kind: file.kind })),
    words,
    standing: standingOf(facts, day),
    dues: facts.map((charge) => ({ ...viewDuesRow(charge), topUp: charge.kind === 'topUp', partlyPaid: charge.allocations.length > 0 })),
    validUntil: validUntil({ joinedOn: member.joinedOn, charges: printed }, dues.dueOn),
  };
}
