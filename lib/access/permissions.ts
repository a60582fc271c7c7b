import type { FileKind } from '../generated/prisma/enums';

/** The facts of a record that decide who may do what with it. */
export type ApplicationRef = { registrantId: string };
export type FileRef = { kind: FileKind; companyId: string | null; application: ApplicationRef | null };
export type FilingRef = { companyId: string | null; application: ApplicationRef | null };
export type CompanyRef = { companyId: string };
/** A company with the account of its 第一联络员. */
export type LiaisonsRef = CompanyRef & { firstId: string | null };
/** What a second person has to agree to. */
export type RequestRef = { requestedById: string };
export type AccountRef = { accountId: string };

type ApplicationPermission = 'view' | 'edit' | 'submit' | 'withdraw' | 'return' | 'reject' | 'pass' | 'approve' | 'check';
type FilingPermission = 'view' | 'file' | 'confirm' | 'return';
type MemberPermission = 'list' | 'view' | 'edit' | 'changeLevel' | 'changeState' | 'note' | 'merge';

/** Every permission with the record it is asked about; `null` where the question is about no record. */
export type PermissionRecords = { [P in `application.${ApplicationPermission}`]: ApplicationRef } & {
  [P in `filing.${FilingPermission}`]: FilingRef;
} & {
  'application.create': null;
  'application.list': null;
  'filing.list': null;
  'filing.confirmMany': null;
  'dues.view': CompanyRef;
  'charge.list': null;
  'charge.decide': null;
  'charge.agree': RequestRef;
  'charge.refuse': null;
  'charge.raise': null;
  'reminder.list': null;
  'reminder.send': null;
  'reminder.change': null;
  'payment.record': null;
  'payment.void': null;
  'statement.view': null;
  'statement.work': null;
  'refund.request': null;
  'refund.approve': RequestRef;
  'refund.refuse': null;
  'receipt.list': null;
  'receipt.record': null;
  'receipt.request': CompanyRef;
  'standard.list': null;
  'standard.add': null;
  'meeting.hold': null;
  'file.view': FileRef;
  'file.change': FileRef;
  'certificate.view': CompanyRef;
  'company.view': CompanyRef;
  'company.edit': CompanyRef;
  'exit.ask': LiaisonsRef;
  'change.list': null;
  'change.decide': CompanyRef;
  'company.confirm': CompanyRef;
  'liaison.list': CompanyRef;
  'liaison.change': LiaisonsRef;
  'liaison.replace': null;
  'company.setListed': CompanyRef;
  'invitation.list': null;
  'invitation.send': null;
} & { [P in `member.${MemberPermission}`]: null } & {
  'council.list': null;
  'council.change': null;
  'staff.enter': null;
  'staff.list': null;
  'staff.change': null;
  'personal.view': AccountRef;
  'personal.correct': AccountRef;
  'erasure.ask': AccountRef;
  'erasure.list': null;
  'erasure.decide': null;
  'document.list': null;
  'document.publish': null;
  'password.change': AccountRef;
  'session.list': AccountRef;
  'session.end': AccountRef;
  'factor.reset': AccountRef;
  'factor.renewCodes': AccountRef;
  'settings.edit': null;
  'import.view': null;
  'import.run': null;
};
export type Permission = keyof PermissionRecords;
