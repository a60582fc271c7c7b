import type { AccountActor, Actor } from '../../lib/access/actor';
import { authorize, isAllowed } from '../../lib/access/authorize';
import type { Permission, PermissionRecords } from '../../lib/access/permissions';
import { policy } from '../../lib/access/policy';
import { StaffRole } from '../../lib/generated/prisma/enums';

const account = (id: string, change: Partial<AccountActor> = {}): AccountActor => ({
  kind: 'account',
  id,
  name: id,
  phone: '13800000001',
  roles: [],
  companyIds: [],
  sessionId: '',
  address: '',
  freshFactor: true,
  ...change,
});

/** Company A came of the application of `applicant`; `liaison` represents it, `stranger` another one. */
const actors = {
  visitor: { kind: 'visitor', address: '' },
  system: { kind: 'system', name: '任务' },
  applicant: account('applicant'),
  liaison: account('liaison', { companyIds: ['A'] }),
  stranger: account('stranger', { companyIds: ['B'] }),
  reviewer: account('reviewer', { roles: ['reviewer'] }),
  finance: account('finance', { roles: ['finance'] }),
  overseer: account('overseer', { roles: ['overseer'] }),
  admin: account('admin', { roles: ['admin'] }),
} satisfies Record<string, Actor>;
type Who = keyof typeof actors;

/** m: may · s: sees, but may not · -: must not even see */
type Answer = 'm' | 's' | '-';
type Row<P extends Permission> = { on: string; record: PermissionRecords[P]; answers: string };

const application = { registrantId: 'applicant' };
const draft = { companyId: null, application };
const joined = { companyId: 'A', application };
const alone = { companyId: 'A', application: null };

const WHO: readonly Who[] = ['visitor', 'system', 'applicant', 'liaison', 'stranger', 'reviewer', 'finance', 'overseer', 'admin'];

/** Each answer stands under its actor, in the order above. A permission without a row does not compile. */
const table: { [P in Permission]: Row<P>[] } = {
  //                                                                                   vis sys app lia str rev fin ove adm
  'application.create': [{ on: 'nothing yet', record: null, answers: '                 -   -   m   m   m   -   -   -   -' }],
  'application.view': [{ on: 'an application', record: application, answers: '         -   -   m   -   -   m   -   m   -' }],
  'application.edit': [{ on: 'an application', record: application, answers: '         -   -   m   -   -   s   -   s   -' }],
  'application.submit': [{ on: 'an application', record: application, answers: '       -   -   m   -   -   s   -   s   -' }],
  'application.withdraw': [{ on: 'an application', record: application, answers: '     -   -   m   -   -   s   -   s   -' }],
  'application.return': [{ on: 'an application', record: application, answers: '       -   -   s   -   -   m   -   s   -' }],
  'application.reject': [{ on: 'an application', record: application, answers: '       -   -   s   -   -   m   -   s   -' }],
  'application.pass': [{ on: 'an application', record: application, answers: '         -   -   s   -   -   m   -   s   -' }],
  'application.check': [{ on: 'an application', record: application, answers: '        -   -   s   -   -   m   -   s   -' }],
  'application.approve': [{ on: 'an application', record: application, answers: '      -   -   s   -   -   m   -   s   -' }],
  'application.list': [{ on: 'all of them', record: null, answers: '                   -   -   -   -   -   m   -   m   -' }],
  'meeting.hold': [{ on: 'any', record: null, answers: '                               -   -   -   -   -   m   -   s   -' }],
  'filing.view': [
    { on: "an applicant's", record: draft, answers: '                                  -   -   m   -   -   m   m   m   -' },
    { on: "a member's, filed when it applied", record: joined, answers: '              -   -   m   m   -   m   m   m   -' },
    { on: "a member's", record: alone, answers: '                                      -   -   -   m   -   m   m   m   -' },
  ],
  'filing.file': [
    { on: "an applicant's", record: draft, answers: '                                  -   -   m   -   -   s   s   s   -' },
    { on: "a member's", record: alone, answers: '                                      -   -   -   m   -   s   s   s   -' },
  ],
  'filing.confirm': [
    { on: "an applicant's", record: draft, answers: '                                  -   -   s   -   -   s   m   s   -' },
    { on: "a member's", record: alone, answers: '                                      -   -   -   s   -   s   m   s   -' },
  ],
  'filing.return': [
    { on: "an applicant's", record: draft, answers: '                                  -   -   s   -   -   s   m   s   -' },
    { on: "a member's", record: alone, answers: '                                      -   -   -   s   -   s   m   s   -' },
  ],
  'filing.list': [{ on: 'all of them', record: null, answers: '                        -   -   -   -   -   -   m   m   -' }],
  'filing.confirmMany': [{ on: 'any', record: null, answers: '                         -   -   -   -   -   -   m   s   -' }],
  'dues.view': [{ on: 'of a company', record: { companyId: 'A' }, answers: '           -   -   -   m   -   m   m   m   -' }],
  'charge.list': [{ on: 'all of them', record: null, answers: '                        -   -   -   -   -   -   m   m   -' }],
  'charge.decide': [{ on: 'any', record: null, answers: '                              -   -   -   -   -   -   m   s   -' }],
  'charge.agree': [
    { on: "another one's", record: { requestedById: 'x' }, answers: '                  -   -   -   -   -   -   m   m   -' },
    { on: "finance's own", record: { requestedById: 'finance' }, answers: '            -   -   -   -   -   -   s   m   -' },
  ],
  'charge.refuse': [{ on: 'any', record: null, answers: '                              -   -   -   -   -   -   m   m   -' }],
  'reminder.list': [{ on: 'all of them', record: null, answers: '                      -   -   -   -   -   -   m   m   -' }],
  'reminder.send': [{ on: 'all of them', record: null, answers: '                      -   m   -   -   -   -   m   s   -' }],
  'reminder.change': [{ on: 'the schedule', record: null, answers: '                   -   -   -   -   -   -   m   s   -' }],
  'charge.raise': [{ on: 'a year', record: null, answers: '                            -   m   -   -   -   -   m   s   -' }],
  'payment.record': [{ on: 'any', record: null, answers: '                             -   -   -   -   -   -   m   s   -' }],
  'payment.void': [{ on: 'any', record: null, answers: '                               -   -   -   -   -   -   m   s   -' }],
  'statement.view': [{ on: 'all of them', record: null, answers: '                      -   -   -   -   -   -   m   m   -' }],
  'statement.work': [{ on: 'any', record: null, answers: '                             -   -   -   -   -   -   m   s   -' }],
  'refund.request': [{ on: 'any', record: null, answers: '                             -   -   -   -   -   -   m   s   -' }],
  'refund.approve': [
    { on: "another one's", record: { requestedById: 'x' }, answers: '                  -   -   -   -   -   -   m   m   -' },
    { on: "finance's own", record: { requestedById: 'finance' }, answers: '            -   -   -   -   -   -   s   m   -' },
  ],
  'refund.refuse': [{ on: 'any', record: null, answers: '                              -   -   -   -   -   -   m   m   -' }],
  'receipt.list': [{ on: 'all of them', record: null, answers: '                       -   -   -   -   -   -   m   m   -' }],
  'receipt.record': [{ on: 'any', record: null, answers: '                             -   -   -   -   -   -   m   s   -' }],
  'receipt.request': [{ on: "a company's", record: { companyId: 'A' }, answers: '      -   -   -   m   -   s   s   s   -' }],
  'standard.list': [{ on: 'all of them', record: null, answers: '                      -   -   -   -   -   -   -   m   m' }],
  'standard.add': [{ on: 'a new one', record: null, answers: '                         -   -   -   -   -   -   -   s   m' }],
  'file.view': [
    { on: 'a scan', record: { kind: 'businessLicense', ...draft }, answers: '          -   -   m   -   -   m   -   m   -' },
    { on: 'a voucher', record: { kind: 'transferVoucher', ...draft }, answers: '       -   -   m   -   -   m   m   m   -' },
    { on: "a member's scan", record: { kind: 'businessLicense', ...alone }, answers: ' -   -   -   m   -   m   -   m   -' },
    { on: "a member's receipt", record: { kind: 'receipt', ...alone }, answers: '      -   -   -   m   -   m   m   m   -' },
    { on: "staff's own about it", record: { kind: 'memberAttachment', ...alone }, answers: ' - - - - - m m m m' },
    { on: 'a resolution', record: { kind: 'duesResolution', companyId: null, application: null }, answers: ' - - - - - m m m m' },
  ],
  'file.change': [
    { on: 'a scan', record: { kind: 'businessLicense', ...draft }, answers: '          -   -   m   -   -   s   -   s   -' },
    { on: 'a voucher', record: { kind: 'transferVoucher', ...draft }, answers: '       -   -   m   -   -   s   s   s   -' },
    { on: "a member's scan", record: { kind: 'businessLicense', ...alone }, answers: ' -   -   -   m   -   s   -   s   -' },
    { on: "a member's receipt", record: { kind: 'receipt', ...alone }, answers: '      -   -   -   s   -   s   m   s   -' },
    { on: "staff's own about it", record: { kind: 'memberAttachment', ...alone }, answers: ' - - - - - m s s s' },
    { on: 'a resolution', record: { kind: 'duesResolution', companyId: null, application: null }, answers: ' - - - - - s s s m' },
  ],
  'certificate.view': [{ on: 'of a company', record: { companyId: 'A' }, answers: '    -   -   -   m   -   m   -   m   -' }],
  'member.list': [{ on: 'all of them', record: null, answers: '                      -   -   -   -   -   m   m   m   m' }],
  'member.view': [{ on: 'any', record: null, answers: '                              -   -   -   -   -   m   m   m   m' }],
  'member.edit': [{ on: 'any', record: null, answers: '                              -   -   -   -   -   m   s   s   s' }],
  'member.changeLevel': [{ on: 'any', record: null, answers: '                       -   -   -   -   -   m   s   s   s' }],
  'member.changeState': [{ on: 'any', record: null, answers: '                       -   -   -   -   -   m   s   s   s' }],
  'member.note': [{ on: 'any', record: null, answers: '                              -   -   -   -   -   m   s   s   s' }],
  'member.merge': [{ on: 'any two', record: null, answers: '                         -   -   -   -   -   m   s   s   s' }],
  'council.list': [{ on: 'all seats', record: null, answers: '                       -   -   -   -   -   m   m   m   m' }],
  'council.change': [{ on: 'a seat', record: null, answers: '                        -   -   -   -   -   m   s   s   s' }],
  'company.view': [{ on: 'a company', record: { companyId: 'A' }, answers: '           -   -   -   m   -   m   -   m   -' }],
  'company.edit': [{ on: 'a company', record: { companyId: 'A' }, answers: '           -   -   -   m   -   s   -   s   -' }],
  'exit.ask': [
    { on: 'as the first', record: { companyId: 'A', firstId: 'liaison' }, answers: '   -   -   -   m   -   s   -   s   -' },
    { on: 'as the second', record: { companyId: 'A', firstId: 'other' }, answers: '    -   -   -   s   -   s   -   s   -' },
  ],
  'change.list': [{ on: 'all of them', record: null, answers: '                        -   -   -   -   -   m   -   m   -' }],
  'change.decide': [{ on: 'a change', record: { companyId: 'A' }, answers: '           -   -   -   s   -   m   -   s   -' }],
  'liaison.list': [{ on: 'of a company', record: { companyId: 'A' }, answers: '        -   -   -   m   -   m   -   m   -' }],
  'liaison.change': [
    { on: 'as the first', record: { companyId: 'A', firstId: 'liaison' }, answers: '   -   -   -   m   -   s   -   s   -' },
    { on: 'as the second', record: { companyId: 'A', firstId: 'other' }, answers: '    -   -   -   s   -   s   -   s   -' },
    { on: 'without a first', record: { companyId: 'A', firstId: null }, answers: '     -   -   -   s   -   s   -   s   -' },
  ],
  'liaison.replace': [{ on: 'by letter', record: null, answers: '                      -   -   -   -   -   m   s   s   s' }],
  'company.confirm': [{ on: 'a company', record: { companyId: 'A' }, answers: '        -   -   -   m   -   -   -   -   -' }],
  'company.setListed': [{ on: 'a company', record: { companyId: 'A' }, answers: '      -   -   -   m   -   m   -   s   -' }],
  'invitation.list': [{ on: 'all of them', record: null, answers: '                    -   -   -   -   -   m   -   m   -' }],
  'invitation.send': [{ on: 'all of them', record: null, answers: '                    -   -   -   -   -   m   -   s   -' }],
  'staff.enter': [{ on: 'the staff pages', record: null, answers: '                    -   -   -   -   -   m   m   m   m' }],
  'staff.list': [{ on: 'all of them', record: null, answers: '                         -   -   -   -   -   -   -   -   m' }],
  'staff.change': [{ on: 'anybody', record: null, answers: '                           -   m   -   -   -   -   -   -   m' }],
  'personal.view': [{ on: "a liaison's own", record: { accountId: 'liaison' }, answers: '      -   -   -   m   -   -   -   -   -' }],
  'personal.correct': [
    { on: "a liaison's own", record: { accountId: 'liaison' }, answers: '              -   -   -   m   -   -   -   -   -' },
    { on: "a reviewer's own", record: { accountId: 'reviewer' }, answers: '            -   -   -   -   -   s   -   -   -' },
  ],
  'erasure.ask': [
    { on: "a liaison's own", record: { accountId: 'liaison' }, answers: '              -   -   -   m   -   -   -   -   -' },
    { on: "a reviewer's own", record: { accountId: 'reviewer' }, answers: '            -   -   -   -   -   s   -   -   -' },
  ],
  'erasure.list': [{ on: 'all of them', record: null, answers: '                       -   -   -   -   -   m   -   m   -' }],
  'erasure.decide': [{ on: 'any', record: null, answers: '                             -   -   -   -   -   m   -   s   -' }],
  'document.list': [{ on: 'all versions', record: null, answers: '                     -   -   -   -   -   -   -   m   m' }],
  'document.publish': [{ on: 'a new version', record: null, answers: '                 -   -   -   -   -   -   -   s   m' }],
  'password.change': [
    { on: "a liaison's own", record: { accountId: 'liaison' }, answers: '              -   -   -   m   -   -   -   -   -' },
    { on: "a reviewer's own", record: { accountId: 'reviewer' }, answers: '             -   -   -   -   -   m   -   -   -' },
  ],
  'session.list': [
    { on: "a liaison's own", record: { accountId: 'liaison' }, answers: '              -   -   -   m   -   -   -   -   -' },
    { on: "a reviewer's own", record: { accountId: 'reviewer' }, answers: '             -   -   -   -   -   m   -   -   -' },
  ],
  'session.end': [
    { on: "a liaison's own", record: { accountId: 'liaison' }, answers: '              -   -   -   m   -   -   -   -   -' },
    { on: "a reviewer's own", record: { accountId: 'reviewer' }, answers: '             -   -   -   -   -   m   -   -   -' },
  ],
  'factor.reset': [
    { on: "a reviewer's", record: { accountId: 'reviewer' }, answers: '                -   m   -   -   -   m   -   -   m' },
    { on: "a member's", record: { accountId: 'liaison' }, answers: '                   -   m   -   -   -   -   -   -   m' },
  ],
  'factor.renewCodes': [
    { on: "a reviewer's", record: { accountId: 'reviewer' }, answers: '                -   -   -   -   -   m   -   -   -' },
    { on: "an administrator's", record: { accountId: 'admin' }, answers: '             -   -   -   -   -   -   -   -   m' },
  ],
  'settings.edit': [{ on: 'the settings', record: null, answers: '                     -   -   -   -   -   -   -   -   m' }],
  'import.view': [{ on: 'all of them', record: null, answers: '                        -   -   -   -   -   m   -   m   m' }],
  'import.run': [{ on: 'a workbook', record: null, answers: '                          -   -   -   -   -   m   -   s   m' }],
};

function answerOf<P extends Permission>(actor: Actor, permission: P, record: PermissionRecords[P]): Answer {
  const allowed = isAllowed(actor, permission, record);
  try {
    authorize(actor, permission, record);
  } catch (error) {
    expect(allowed).toBe(false);
    const code: unknown = error instanceof Object && 'code' in error ? error.code : error;
    expect(['notFound', 'forbidden']).toContain(code);
    return code === 'forbidden' ? 's' : '-';
  }
  expect(allowed).toBe(true);
  return 'm';
}

function answersOf<P extends Permission>(permission: P): { on: string; expected: string; actual: string }[] {
  return table[permission].map(({ on, record, answers }) => ({
    on,
    expected: answers.trim().replace(/\s+/g, ' '),
    actual: WHO.map((who) => answerOf(actors[who], permission, record)).join(' '),
  }));
}

const isPermission = (name: string): name is Permission => name in policy;
const permissions = Object.keys(policy).filter(isPermission).toSorted();

describe('who may do what', () => {
  it('is written down for every permission, and for every actor', () => {
    expect(permissions).toEqual(Object.keys(table).toSorted());
    expect([...WHO].toSorted()).toEqual(Object.keys(actors).toSorted());
    expect(WHO.filter((who) => Object.values<string>(StaffRole).includes(who)).toSorted()).toEqual(Object.values(StaffRole).toSorted());
    for (const rows of Object.values(table)) for (const { answers } of rows) expect(answers.trim().split(/\s+/)).toHaveLength(WHO.length);
  });

  it.each(permissions)('%s is answered as the table says: may, sees but may not, must not even see', (permission) => {
    for (const { on, expected, actual } of answersOf(permission)) expect({ on, answers: actual }).toEqual({ on, answers: expected });
  });

  it('is nothing for staff who have not proven the second factor, whoever they are', () => {
    for (const step of ['enrol', 'prove', 'keepCodes'] as const) {
      for (const id of Object.keys(actors)) {
        const pending: Actor = { kind: 'pending', step, id, name: id, phone: '13800000001', sessionId: '', address: '' };
        for (const permission of permissions) {
          const answers = table[permission].map(({ record }) => answerOf(pending, permission, record));
          expect({ step, id, permission, answers: new Set(answers) }).toEqual({ step, id, permission, answers: new Set(['-']) });
        }
      }
    }
  });

  it.each(permissions.filter((permission) => policy[permission].fresh))(
    '%s asks for a fresh second factor of whoever may, and of nobody else',
    (permission) => {
      for (const { record, answers } of table[permission]) {
        const expected = answers.trim().split(/\s+/);
        for (const [index, who] of WHO.entries()) {
          const actor: Actor = actors[who];
          if (actor.kind !== 'account') continue;
          const asked = expected[index] === 'm' ? 'stepUp' : expected[index] === 's' ? 'forbidden' : 'notFound';
          expect(() => authorize({ ...actor, freshFactor: false }, permission, record)).toThrow(expect.objectContaining({ code: asked }));
        }
      }
    },
  );

  it('asks for a fresh second factor where roles are handed out, factors and recovery codes renewed, money given back, let go or voided, dues set, two members made one, a person forgotten and the rules changed', () => {
    expect(permissions.filter((permission) => policy[permission].fresh)).toEqual([
      'charge.agree',
      'document.publish',
      'erasure.decide',
      'factor.renewCodes',
      'factor.reset',
      'liaison.replace',
      'member.merge',
      'payment.void',
      'refund.approve',
      'refund.request',
      'staff.change',
      'standard.add',
    ]);
  });

  it('adds up for somebody with several roles', () => {
    const both = account('both', { roles: ['finance', 'reviewer'] });
    expect(answerOf(both, 'application.approve', application)).toBe('m');
    expect(answerOf(both, 'filing.confirm', draft)).toBe('m');
    expect(answerOf(both, 'settings.edit', null)).toBe('-');
  });

  it('gives nothing to an account whose id merely looks like another', () => {
    for (const id of ['', 'Applicant', 'applicant ']) expect(answerOf(account(id), 'application.view', application)).toBe('-');
    expect(answerOf(account('x', { companyIds: [''] }), 'certificate.view', { companyId: 'A' })).toBe('-');
  });
});
