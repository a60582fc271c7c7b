import type { FileKind, StaffRole } from '../generated/prisma/enums';
import { type Actor, accountIdOf, hasRole, isStaff } from './actor';
import type {
  AccountRef,
  ApplicationRef,
  CompanyRef,
  FileRef,
  FilingRef,
  LiaisonsRef,
  Permission,
  PermissionRecords,
  RequestRef,
} from './permissions';

export type Rule<Target> = {
  /** Whoever may not see a record is told that it does not exist. */
  sees: (actor: Actor, record: Target) => boolean;
  /** Of those who see it, who may do this. Left out: all of them. */
  may?: (actor: Actor, record: Target) => boolean;
  /** Asks for a second factor that was proven within the last ten minutes; its form comes back with a field for the code. */
  fresh?: true;
};

const is =
  (...roles: StaffRole[]) =>
  (actor: Actor) =>
    hasRole(actor, ...roles);
const isHost = (actor: Actor) => actor.kind === 'system';
const ownsFactor = (actor: Actor, { accountId }: AccountRef) => isStaff(actor) && actor.id === accountId;
const isOwn = (actor: Actor, { accountId }: AccountRef) => actor.kind === 'account' && actor.id === accountId;
const registers = (actor: Actor, application: ApplicationRef | null) =>
  actor.kind === 'account' && application !== null && application.registrantId === actor.id;
const represents = (actor: Actor, companyId: string | null) =>
  actor.kind === 'account' && companyId !== null && actor.companyIds.includes(companyId);
const owns = (actor: Actor, record: { companyId: string | null; application: ApplicationRef | null }) =>
  registers(actor, record.application) || represents(actor, record.companyId);

const seesApplication = (actor: Actor, application: ApplicationRef) =>
  registers(actor, application) || hasRole(actor, 'reviewer', 'overseer');
const seesFiling = (actor: Actor, filing: FilingRef) => owns(actor, filing) || hasRole(actor, 'finance', 'reviewer', 'overseer');
const OF_MONEY: readonly FileKind[] = ['transferVoucher', 'receipt'];
const seesFile = (actor: Actor, file: FileRef) => {
  if (file.kind === 'memberAttachment' || file.kind === 'duesResolution') return isStaff(actor);
  return owns(actor, file) || hasRole(actor, 'reviewer', 'overseer') || (OF_MONEY.includes(file.kind) && hasRole(actor, 'finance'));
};
const changesFile = (actor: Actor, file: FileRef) => {
  if (file.kind === 'memberAttachment') return hasRole(actor, 'reviewer');
  if (file.kind === 'duesResolution') return hasRole(actor, 'admin');
  return file.kind === 'receipt' ? hasRole(actor, 'finance') : owns(actor, file);
};
const isFirst = (actor: Actor, { companyId, firstId }: LiaisonsRef) => represents(actor, companyId) && accountIdOf(actor) === firstId;
const seesCompany = (actor: Actor, { companyId }: CompanyRef) => represents(actor, companyId) || hasRole(actor, 'reviewer', 'overseer');

const isSecondPerson = (actor: Actor, { requestedById }: RequestRef) => isStaff(actor) && actor.id !== requestedById;

/** Who may do what: each question of the system is answered here and nowhere else. */
export const policy: { [P in Permission]: Rule<PermissionRecords[P]> } = {
  'application.create': { sees: (actor) => actor.kind === 'account' && !isStaff(actor) },
  'application.view': { sees: seesApplication },
  'application.edit': { sees: seesApplication, may: registers },
  'application.submit': { sees: seesApplication, may: registers },
  'application.withdraw': { sees: seesApplication, may: registers },
  'application.return': { sees: seesApplication, may: is('reviewer') },
  'application.reject': { sees: seesApplication, may: is('reviewer') },
  'application.pass': { sees: seesApplication, may: is('reviewer') },
  'application.check': { sees: seesApplication, may: is('reviewer') },
  'application.approve': { sees: seesApplication, may: is('reviewer') },
  'application.list': { sees: is('reviewer', 'overseer') },
  'meeting.hold': { sees: is('reviewer', 'overseer'), may: is('reviewer') },
  'filing.view': { sees: seesFiling },
  'filing.file': { sees: seesFiling, may: owns },
  'filing.confirm': { sees: seesFiling, may: is('finance') },
  'filing.return': { sees: seesFiling, may: is('finance') },
  'filing.list': { sees: is('finance', 'overseer') },
  'filing.confirmMany': { sees: is('finance', 'overseer'), may: is('finance') },
  'dues.view': { sees: (actor, { companyId }) => represents(actor, companyId) || hasRole(actor, 'finance', 'reviewer', 'overseer') },
  'charge.list': { sees: is('finance', 'overseer') },
  'charge.decide': { sees: is('finance', 'overseer'), may: is('finance') },
  'charge.agree': { sees: is('finance', 'overseer'), may: isSecondPerson, fresh: true },
  'charge.refuse': { sees: is('finance', 'overseer') },
  'charge.raise': {
    sees: (actor) => isHost(actor) || hasRole(actor, 'finance', 'overseer'),
    may: (actor) => isHost(actor) || hasRole(actor, 'finance'),
  },
  'reminder.list': { sees: is('finance', 'overseer') },
  'reminder.send': {
    sees: (actor) => isHost(actor) || hasRole(actor, 'finance', 'overseer'),
    may: (actor) => isHost(actor) || hasRole(actor, 'finance'),
  },
  'reminder.change': { sees: is('finance', 'overseer'), may: is('finance') },
  'payment.record': { sees: is('finance', 'overseer'), may: is('finance') },
  'payment.void': { sees: is('finance', 'overseer'), may: is('finance'), fresh: true },
  'statement.view': { sees: is('finance', 'overseer') },
  'statement.work': { sees: is('finance', 'overseer'), may: is('finance') },
  'refund.request': { sees: is('finance', 'overseer'), may: is('finance'), fresh: true },
  'refund.approve': { sees: is('finance', 'overseer'), may: isSecondPerson, fresh: true },
  'refund.refuse': { sees: is('finance', 'overseer') },
  'receipt.list': { sees: is('finance', 'overseer') },
  'receipt.record': { sees: is('finance', 'overseer'), may: is('finance') },
  'receipt.request': {
    sees: (actor, { companyId }) => represents(actor, companyId) || hasRole(actor, 'finance', 'reviewer', 'overseer'),
    may: (actor, { companyId }) => represents(actor, companyId),
  },
  'standard.list': { sees: is('admin', 'overseer') },
  'standard.add': { sees: is('admin', 'overseer'), may: is('admin'), fresh: true },
  'file.view': { sees: seesFile },
  'file.change': { sees: seesFile, may: changesFile },
  'certificate.view': { sees: seesCompany },
  'company.view': { sees: seesCompany },
  'company.edit': { sees: seesCompany, may: (actor, { companyId }) => represents(actor, companyId) },
  'exit.ask': { sees: seesCompany, may: isFirst },
  'change.list': { sees: is('reviewer', 'overseer') },
  'change.decide': { sees: seesCompany, may: is('reviewer') },
  'liaison.list': { sees: seesCompany },
  'liaison.change': { sees: seesCompany, may: isFirst },
  'liaison.replace': { sees: isStaff, may: is('reviewer'), fresh: true },
  'company.confirm': { sees: (actor, { companyId }) => represents(actor, companyId) },
  'company.setListed': {
    sees: (actor, { companyId }) => represents(actor, companyId) || hasRole(actor, 'reviewer', 'overseer'),
    may: (actor, { companyId }) => represents(actor, companyId) || hasRole(actor, 'reviewer'),
  },
  'invitation.list': { sees: is('reviewer', 'overseer') },
  'invitation.send': { sees: is('reviewer', 'overseer'), may: is('reviewer') },
  'member.list': { sees: isStaff },
  'member.view': { sees: isStaff },
  'member.edit': { sees: isStaff, may: is('reviewer') },
  'member.changeLevel': { sees: isStaff, may: is('reviewer') },
  'member.changeState': { sees: isStaff, may: is('reviewer') },
  'member.note': { sees: isStaff, may: is('reviewer') },
  'member.merge': { sees: isStaff, may: is('reviewer'), fresh: true },
  'council.list': { sees: isStaff },
  'council.change': { sees: isStaff, may: is('reviewer') },
  'staff.enter': { sees: isStaff },
  'staff.list': { sees: is('admin') },
  'staff.change': { sees: (actor) => isHost(actor) || hasRole(actor, 'admin'), fresh: true },
  'personal.view': { sees: isOwn },
  'personal.correct': { sees: isOwn, may: (actor) => !isStaff(actor) },
  'erasure.ask': { sees: isOwn, may: (actor) => !isStaff(actor) },
  'erasure.list': { sees: is('reviewer', 'overseer') },
  'erasure.decide': { sees: is('reviewer', 'overseer'), may: is('reviewer'), fresh: true },
  'document.list': { sees: is('admin', 'overseer') },
  'document.publish': { sees: is('admin', 'overseer'), may: is('admin'), fresh: true },
  'password.change': { sees: isOwn },
  'session.list': { sees: isOwn },
  'session.end': { sees: isOwn },
  'factor.reset': { sees: (actor, account) => isHost(actor) || hasRole(actor, 'admin') || ownsFactor(actor, account), fresh: true },
  'factor.renewCodes': { sees: ownsFactor, fresh: true },
  'settings.edit': { sees: is('admin') },
  'import.view': { sees: is('reviewer', 'overseer', 'admin') },
  'import.run': { sees: is('reviewer', 'overseer', 'admin'), may: is('reviewer', 'admin') },
};
