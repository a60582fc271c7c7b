import { randomUUID } from 'node:crypto';
import { settingDefaults } from '../../lib/settings/settings';

/**
 * Who asks. The applicant owns what is asked for; the other applicant and the members own something like it. Shared is a
 * liaison of both members' companies. Pending is staff with every role whose password was right and whose second factor
 * is not proven.
 */
export const actors = [
  'visitor',
  'pending',
  'applicant',
  'otherApplicant',
  'memberA',
  'memberB',
  'shared',
  'reviewer',
  'finance',
  'overseer',
  'admin',
] as const;
export type ActorName = (typeof actors)[number];

/** What the rows need to point at: records of the applicant, and of member A. */
export type Targets = {
  applicationId: string;
  fileId: string;
  voucherId: string;
  filingId: string;
  companyId: string;
  chargeId: string;
  /** An order to pay online of member A's that was given up. */
  orderNumber: string;
  /** A request of member A's that was withdrawn, and its licence. */
  changeId: string;
  /** A request to be erased that was withdrawn. */
  erasureId: string;
  licenceId: string;
  memberId: string;
  uscc: string;
  noteId: string;
  seatId: string;
  attachmentId: string;
  token: string;
  staffId: string;
  importId: string;
  /** A statement that was read, with a row that was settled. */
  statementId: string;
  bankRowId: string;
  /** A receipt of member A's that was reversed, its PDF, and receipts of many that were given up. */
  receiptId: string;
  receiptFileId: string;
  receiptImportId: string;
};

/** For rows that point at nothing of anybody's. */
export const noTargets: Targets = {
  applicationId: '',
  fileId: '',
  voucherId: '',
  filingId: '',
  companyId: '',
  chargeId: '',
  orderNumber: '',
  changeId: '',
  erasureId: '',
  licenceId: '',
  memberId: '',
  uscc: '',
  noteId: '',
  seatId: '',
  attachmentId: '',
  token: '',
  staffId: '',
  importId: '',
  statementId: '',
  bankRowId: '',
  receiptId: '',
  receiptFileId: '',
  receiptImportId: '',
};

export type RouteAnswer = 'ok' | '404' | '401' | 'login' | 'away';
export type RouteRow = {
  path: (targets: Targets) => string;
  method?: 'GET' | 'POST' | 'PUT';
  body?: (targets: Targets) => object;
  /** A plain form with a file, instead of a body. */
  form?: (targets: Targets) => Record<string, string | { name: string; mimeType: string; buffer: Buffer }>;
  answers: Record<ActorName, RouteAnswer>;
};

const everybody = (answer: RouteAnswer): Record<ActorName, RouteAnswer> => ({
  visitor: answer,
  pending: answer,
  applicant: answer,
  otherApplicant: answer,
  memberA: answer,
  memberB: answer,
  shared: answer,
  reviewer: answer,
  finance: answer,
  overseer: answer,
  admin: answer,
});
/** Of which nobody has uploaded a statement. */
const LAYOUT = '0'.repeat(32);
const open = everybody('ok');
/** Pages of applicants: staff are led to theirs, members without an application find none. */
const wizard = (own: RouteAnswer): Record<ActorName, RouteAnswer> => ({
  ...everybody('away'),
  visitor: 'login',
  applicant: own,
  otherApplicant: own,
  shared: '404',
});
const staffAway = { pending: 'away', reviewer: 'away', finance: 'away', overseer: 'away', admin: 'away' } as const;
const staff = (...allowed: ActorName[]): Record<ActorName, RouteAnswer> => ({
  ...everybody('404'),
  visitor: 'login',
  pending: 'away',
  ...only(allowed),
});
const private_ = (...allowed: ActorName[]): Record<ActorName, RouteAnswer> => ({
  ...everybody('404'),
  visitor: '401',
  pending: '401',
  ...only(allowed),
});

function only(allowed: ActorName[]): Partial<Record<ActorName, RouteAnswer>> {
  return Object.fromEntries(allowed.map((name) => [name, 'ok']));
}

/** A member's page that names member A's company. */
const ofMemberA: Record<ActorName, RouteAnswer> = {
  ...everybody('away'),
  visitor: 'login',
  applicant: '404',
  otherApplicant: '404',
  memberA: 'ok',
  memberB: '404',
  shared: 'ok',
};
/** A page about a company: member A's, by name or because there is no other; who has several is asked which one. */
const ofCompany = (page: string): RouteRow[] => [
  { path: () => page, answers: { ...everybody('away'), visitor: 'login', memberA: 'ok', memberB: 'ok' } },
  {
    path: ({ companyId }) => `${page}?company=${companyId}`,
    answers: {
      ...everybody('away'),
      visitor: 'login',
      applicant: '404',
      otherApplicant: '404',
      memberA: 'ok',
      memberB: '404',
      shared: 'ok',
    },
  },
];
const everyStaff = staff('reviewer', 'finance', 'overseer', 'admin');
const staffFile = private_('reviewer', 'finance', 'overseer', 'admin');

/** Every route of the build. A new one without a row here fails the test. */
export const routes: Record<string, RouteRow[]> = {
  '/': [{ path: () => '/', answers: open }],
  '/join': [{ path: () => '/join', answers: open }],
  '/charter': [{ path: () => '/charter', answers: open }],
  '/fees': [{ path: () => '/fees', answers: open }],
  '/help': [{ path: () => '/help', answers: open }],
  '/contact': [{ path: () => '/contact', answers: open }],
  '/privacy': [{ path: () => '/privacy', answers: open }],
  '/member/list': [
    { path: () => '/member/list', answers: open },
    { path: () => '/member/list?search=建设&province=none&level=none&page=999', answers: open },
  ],
  '/verify': [{ path: () => '/verify', answers: open }],
  '/verify/[token]': [{ path: ({ token }) => `/verify/${token}`, answers: open }],
  '/outbox': [{ path: () => '/outbox', answers: open }],
  '/icon.svg': [{ path: () => '/icon.svg', answers: open }],
  '/login': [{ path: () => '/login', answers: { ...everybody('away'), visitor: 'ok' } }],
  '/second-factor': [{ path: () => '/second-factor', answers: { ...everybody('away'), visitor: 'login', pending: 'ok' } }],
  '/second-factor/enrol': [{ path: () => '/second-factor/enrol', answers: { ...everybody('away'), visitor: 'login' } }],
  '/second-factor/recovery-codes': [{ path: () => '/second-factor/recovery-codes', answers: { ...everybody('away'), visitor: 'login' } }],
  '/register': [{ path: () => '/register', answers: open }],
  '/forgot-password': [{ path: () => '/forgot-password', answers: open }],
  '/first-login': [{ path: () => '/first-login', answers: open }],
  '/apply': [{ path: () => '/apply', answers: wizard('away') }],
  '/apply/charter': [{ path: () => '/apply/charter', answers: wizard('away') }],
  '/apply/company': [{ path: () => '/apply/company', answers: wizard('away') }],
  '/apply/documents': [{ path: () => '/apply/documents', answers: wizard('away') }],
  '/apply/dues': [{ path: () => '/apply/dues', answers: wizard('away') }],
  '/apply/review': [{ path: () => '/apply/review', answers: wizard('away') }],
  '/apply/status': [
    { path: () => '/apply/status', answers: { ...wizard('ok'), memberA: 'ok', memberB: 'ok' } },
    {
      path: ({ applicationId }) => `/apply/status?application=${applicationId}`,
      answers: { ...wizard('404'), applicant: 'ok', memberA: '404', memberB: '404' },
    },
  ],
  '/certificate': ofCompany('/certificate'),
  '/company/confirm': ofCompany('/company/confirm'),
  '/company/listing': ofCompany('/company/listing'),
  '/home': [
    { path: () => '/home', answers: { ...everybody('ok'), ...staffAway, visitor: 'login', shared: 'away' } },
    ...ofCompany('/home').slice(1),
  ],
  '/home/choose': [{ path: () => '/home/choose', answers: { ...everybody('away'), visitor: 'login', shared: 'ok' } }],
  '/account/password': [{ path: () => '/account/password', answers: { ...everybody('ok'), visitor: 'login', pending: 'away' } }],
  '/account/personal': [{ path: () => '/account/personal', answers: { ...everybody('ok'), visitor: 'login', pending: 'away' } }],
  '/account/consent': [{ path: () => '/account/consent', answers: { ...everybody('ok'), visitor: 'login', pending: 'away' } }],
  '/api/personal': [{ path: () => '/api/personal', answers: { ...everybody('ok'), visitor: '401', pending: '401' } }],
  '/admin/changes/erasures/[id]': [
    { path: ({ erasureId }) => `/admin/changes/erasures/${erasureId}`, answers: staff('reviewer', 'overseer') },
    { path: () => `/admin/changes/erasures/${randomUUID()}`, answers: staff() },
    { path: () => '/admin/changes/erasures/none', answers: staff() },
  ],
  '/admin/settings/documents': [{ path: () => '/admin/settings/documents', answers: staff('overseer', 'admin') }],
  '/account/sessions': [{ path: () => '/account/sessions', answers: { ...everybody('ok'), visitor: 'login', pending: 'away' } }],
  '/company': ofCompany('/company'),
  '/company/edit': ofCompany('/company/edit'),
  '/company/rename': ofCompany('/company/rename'),
  '/company/exit': ofCompany('/company/exit'),
  '/company/liaisons': ofCompany('/company/liaisons'),
  '/company/liaisons/add': ofCompany('/company/liaisons/add'),
  '/company/liaisons/replace': ofCompany('/company/liaisons/replace'),
  '/admin': [{ path: () => '/admin', answers: staff('reviewer', 'finance', 'overseer', 'admin') }],
  '/admin/applications': [{ path: () => '/admin/applications', answers: staff('reviewer', 'overseer') }],
  '/admin/applications/[id]': [
    { path: ({ applicationId }) => `/admin/applications/${applicationId}`, answers: staff('reviewer', 'overseer') },
    { path: () => `/admin/applications/${randomUUID()}`, answers: staff() },
    { path: () => '/admin/applications/none', answers: staff() },
  ],
  '/admin/dues': [{ path: () => '/admin/dues', answers: staff('finance', 'overseer') }],
  '/admin/dues/[id]': [
    { path: ({ filingId }) => `/admin/dues/${filingId}`, answers: staff('finance', 'overseer') },
    { path: () => `/admin/dues/${randomUUID()}`, answers: staff() },
  ],
  '/dues': ofCompany('/dues'),
  '/dues/[year]': [
    { path: ({ companyId }) => `/dues/2026?company=${companyId}`, answers: ofMemberA },
    { path: ({ companyId }) => `/dues/1999?company=${companyId}`, answers: { ...ofMemberA, memberA: '404', shared: '404' } },
  ],
  // Member A's year is paid: there is nothing to file, and its own page says so.
  '/dues/[year]/pay': [
    { path: ({ companyId }) => `/dues/2026/pay?company=${companyId}`, answers: { ...ofMemberA, memberA: 'away', shared: 'away' } },
  ],
  '/dues/[year]/pay/online': [
    { path: ({ companyId }) => `/dues/2026/pay/online?company=${companyId}`, answers: { ...ofMemberA, memberA: 'away', shared: 'away' } },
  ],
  '/dues/online/[order]': [
    { path: ({ orderNumber }) => `/dues/online/${orderNumber}`, answers: ofMemberA },
    { path: () => '/dues/online/HF0', answers: { ...ofMemberA, memberA: '404', shared: '404' } },
  ],
  '/cashier/[order]': [{ path: () => '/cashier/HF0', answers: everybody('404') }],
  '/admin/dues/online': [{ path: () => '/admin/dues/online', answers: staff('finance', 'overseer') }],
  // Its signature is what counts, and there is none.
  '/api/payments/[provider]/notify': [
    { path: () => '/api/payments/alipay/notify', method: 'POST', body: () => ({ sign: 'none' }), answers: everybody('404') },
  ],
  '/admin/dues/charges': [{ path: () => '/admin/dues/charges', answers: staff('finance', 'overseer') }],
  '/admin/dues/charges/[id]': [
    { path: ({ chargeId }) => `/admin/dues/charges/${chargeId}`, answers: staff('finance', 'overseer') },
    { path: () => `/admin/dues/charges/${randomUUID()}`, answers: staff() },
  ],
  '/admin/statements': [
    { path: () => '/admin/statements', answers: staff('finance', 'overseer') },
    { path: () => '/admin/statements?refused=none', answers: staff('finance', 'overseer') },
  ],
  '/admin/statements/layouts/[layout]': [
    { path: () => `/admin/statements/layouts/${LAYOUT}`, answers: staff() },
    { path: () => '/admin/statements/layouts/none', answers: staff() },
  ],
  '/admin/statements/[id]': [
    { path: ({ statementId }) => `/admin/statements/${statementId}?state=settled&page=9`, answers: staff('finance', 'overseer') },
    { path: ({ statementId, bankRowId }) => `/admin/statements/${statementId}?row=${bankRowId}`, answers: staff('finance', 'overseer') },
    { path: () => `/admin/statements/${randomUUID()}`, answers: staff() },
    { path: () => '/admin/statements/none', answers: staff() },
  ],
  // Without a file: finance is told so on the page.
  '/api/uploads/statement': [
    { path: () => '/api/uploads/statement', method: 'POST', form: () => ({}), answers: { ...private_(), finance: 'away' } },
  ],
  '/admin/receipts': [
    { path: () => '/admin/receipts', answers: staff('finance', 'overseer') },
    { path: () => '/admin/receipts?tab=requests&page=9', answers: staff('finance', 'overseer') },
    { path: () => '/admin/receipts?tab=none&search=none', answers: staff('finance', 'overseer') },
  ],
  '/admin/receipts/due/[id]': [
    { path: ({ chargeId }) => `/admin/receipts/due/${chargeId}`, answers: staff('finance', 'overseer') },
    { path: () => `/admin/receipts/due/${randomUUID()}`, answers: staff() },
    { path: () => '/admin/receipts/due/none', answers: staff() },
  ],
  '/admin/receipts/[id]': [
    { path: ({ receiptId }) => `/admin/receipts/${receiptId}`, answers: staff('finance', 'overseer') },
    { path: () => `/admin/receipts/${randomUUID()}`, answers: staff() },
    { path: () => '/admin/receipts/none', answers: staff() },
  ],
  '/admin/receipts/import': [
    { path: () => '/admin/receipts/import', answers: staff('finance', 'overseer') },
    { path: () => '/admin/receipts/import?refused=none', answers: staff('finance', 'overseer') },
  ],
  '/admin/receipts/import/[id]': [
    { path: ({ receiptImportId }) => `/admin/receipts/import/${receiptImportId}`, answers: staff('finance', 'overseer') },
    { path: () => `/admin/receipts/import/${randomUUID()}`, answers: staff() },
    { path: () => '/admin/receipts/import/none', answers: staff() },
  ],
  '/admin/settings/receipts': [{ path: () => '/admin/settings/receipts', answers: staff('admin') }],
  '/api/receipts/export': [
    { path: () => '/api/receipts/export', answers: private_('finance', 'overseer') },
    { path: () => '/api/receipts/export?for=import', answers: private_('finance', 'overseer') },
  ],
  // Without a file: finance is told so on the page.
  '/api/uploads/receipts': [
    { path: () => '/api/uploads/receipts', method: 'POST', form: () => ({}), answers: { ...private_(), finance: 'away' } },
  ],
  '/admin/dues/refunds': [{ path: () => '/admin/dues/refunds', answers: staff('finance', 'overseer') }],
  '/admin/dues/reminders': [
    { path: () => '/admin/dues/reminders', answers: staff('finance', 'overseer') },
    { path: () => '/admin/dues/reminders?view=failed&page=9', answers: staff('finance', 'overseer') },
    { path: () => '/admin/dues/reminders?view=schedule&group=none', answers: staff('finance', 'overseer') },
  ],
  '/admin/members/lapsed': [{ path: () => '/admin/members/lapsed', answers: everyStaff }],
  '/api/lapsed-members': [{ path: () => '/api/lapsed-members?search=x', answers: private_('reviewer', 'finance', 'overseer', 'admin') }],
  '/admin/dues/raise': [{ path: () => '/admin/dues/raise', answers: staff('finance', 'overseer') }],
  '/admin/dues/ledger': [{ path: () => '/admin/dues/ledger', answers: staff('finance', 'overseer') }],
  '/admin/dues/companies/[companyId]': [
    { path: ({ companyId }) => `/admin/dues/companies/${companyId}`, answers: staff('finance', 'overseer') },
    { path: () => `/admin/dues/companies/${randomUUID()}`, answers: staff() },
  ],
  '/admin/settings/calendar': [
    { path: () => '/admin/settings/calendar', answers: staff('admin') },
    { path: () => '/admin/settings/calendar?year=1', answers: staff('admin') },
  ],
  '/admin/settings/standards': [{ path: () => '/admin/settings/standards', answers: staff('overseer', 'admin') }],
  '/api/dues-notices/[companyId]/[year]': [
    {
      path: ({ companyId }) => `/api/dues-notices/${companyId}/2026`,
      answers: private_('memberA', 'shared', 'reviewer', 'finance', 'overseer'),
    },
    { path: ({ companyId }) => `/api/dues-notices/${companyId}/1999`, answers: private_() },
  ],
  '/api/dues-notices': [{ path: () => '/api/dues-notices?search=XXXXXX', answers: private_('finance', 'overseer') }],
  '/api/dues-ledger': [{ path: ({ companyId }) => `/api/dues-ledger?company=${companyId}`, answers: private_('finance', 'overseer') }],
  '/admin/changes': [{ path: () => '/admin/changes', answers: staff('reviewer', 'overseer') }],
  '/admin/changes/[id]': [
    { path: ({ changeId }) => `/admin/changes/${changeId}`, answers: staff('reviewer', 'overseer') },
    { path: () => `/admin/changes/${randomUUID()}`, answers: staff() },
    { path: () => '/admin/changes/none', answers: staff() },
  ],
  '/admin/members/invitations': [{ path: () => '/admin/members/invitations', answers: staff('reviewer', 'overseer') }],
  '/admin/members': [
    { path: () => '/admin/members', answers: everyStaff },
    { path: () => '/admin/members?state=none&page=99&columns=x', answers: everyStaff },
  ],
  '/admin/members/[id]': [
    { path: ({ memberId }) => `/admin/members/${memberId}`, answers: everyStaff },
    { path: ({ companyId }) => `/admin/members/${companyId}`, answers: everyStaff },
    { path: () => `/admin/members/${randomUUID()}`, answers: staff() },
    { path: () => '/admin/members/none', answers: staff() },
  ],
  '/admin/members/[id]/edit': [{ path: ({ memberId }) => `/admin/members/${memberId}/edit`, answers: staff('reviewer') }],
  '/admin/members/[id]/level': [
    { path: ({ memberId }) => `/admin/members/${memberId}/level`, answers: staff('reviewer') },
    { path: ({ memberId }) => `/admin/members/${memberId}/level?level=councilMember&from=2026-01-01`, answers: staff('reviewer') },
  ],
  '/admin/members/[id]/liaison': [{ path: ({ memberId }) => `/admin/members/${memberId}/liaison`, answers: staff('reviewer') }],
  '/admin/members/[id]/merge': [
    { path: ({ memberId }) => `/admin/members/${memberId}/merge`, answers: staff('reviewer') },
    { path: ({ memberId }) => `/admin/members/${memberId}/merge?other=${randomUUID()}`, answers: staff() },
  ],
  '/admin/council': [
    { path: () => '/admin/council', answers: everyStaff },
    { path: () => '/admin/council?view=meeting&on=2026-02-30', answers: everyStaff },
  ],
  '/admin/council/[id]': [
    { path: ({ memberId }) => `/admin/council/${memberId}`, answers: everyStaff },
    { path: () => `/admin/council/${randomUUID()}`, answers: staff() },
  ],
  '/admin/security': [{ path: () => '/admin/security', answers: staff('reviewer', 'finance', 'overseer', 'admin') }],
  '/admin/staff': [{ path: () => '/admin/staff', answers: staff('admin') }],
  '/admin/staff/[id]': [
    { path: ({ staffId }) => `/admin/staff/${staffId}`, answers: staff('admin') },
    { path: () => `/admin/staff/${randomUUID()}`, answers: staff() },
    { path: () => '/admin/staff/none', answers: staff() },
  ],
  '/admin/settings': [{ path: () => '/admin/settings', answers: staff('admin') }],
  '/api/members/export': [{ path: () => '/api/members/export?search=none', answers: staffFile }],
  '/api/council/export': [{ path: () => '/api/council/export', answers: staffFile }],
  '/admin/import': [{ path: () => '/admin/import', answers: staff('reviewer', 'overseer', 'admin') }],
  '/admin/import/[id]': [
    { path: ({ importId }) => `/admin/import/${importId}`, answers: staff('reviewer', 'overseer', 'admin') },
    { path: () => `/admin/import/${randomUUID()}`, answers: staff() },
    { path: () => '/admin/import/none', answers: staff() },
  ],
  '/api/imports/template': [{ path: () => '/api/imports/template', answers: private_('reviewer', 'overseer', 'admin') }],
  '/api/imports/[id]/returned': [
    { path: ({ importId }) => `/api/imports/${importId}/returned`, answers: private_('reviewer', 'overseer', 'admin') },
    { path: () => `/api/imports/${randomUUID()}/returned`, answers: private_() },
    { path: () => '/api/imports/none/returned', answers: private_() },
  ],
  '/api/imports/[id]/problems': [
    { path: ({ importId }) => `/api/imports/${importId}/problems`, answers: private_('reviewer', 'overseer', 'admin') },
    { path: () => `/api/imports/${randomUUID()}/problems`, answers: private_() },
    { path: () => '/api/imports/none/problems', answers: private_() },
  ],
  // Without a file: whoever may import is told so on the page.
  '/api/uploads/import': [
    { path: () => '/api/uploads/import', method: 'POST', form: () => ({}), answers: { ...private_(), reviewer: 'away', admin: 'away' } },
  ],
  '/api/files/[id]': [
    { path: ({ attachmentId }) => `/api/files/${attachmentId}`, answers: staffFile },
    { path: ({ fileId }) => `/api/files/${fileId}`, answers: private_('applicant', 'reviewer', 'overseer') },
    { path: ({ voucherId }) => `/api/files/${voucherId}`, answers: private_('applicant', 'reviewer', 'finance', 'overseer') },
    { path: ({ licenceId }) => `/api/files/${licenceId}`, answers: private_('memberA', 'shared', 'reviewer', 'overseer') },
    {
      path: ({ receiptFileId }) => `/api/files/${receiptFileId}`,
      answers: private_('memberA', 'shared', 'reviewer', 'finance', 'overseer'),
    },
    { path: () => `/api/files/${randomUUID()}`, answers: private_() },
    { path: () => '/api/files/none', answers: private_() },
  ],
  '/api/files/[id]/pages/[page]': [
    { path: ({ fileId }) => `/api/files/${fileId}/pages/1`, answers: private_('applicant', 'reviewer', 'overseer') },
    { path: ({ voucherId }) => `/api/files/${voucherId}/pages/1`, answers: private_('applicant', 'reviewer', 'finance', 'overseer') },
    { path: ({ fileId }) => `/api/files/${fileId}/pages/2`, answers: private_() },
  ],
  '/api/certificates/[companyId]': [
    { path: ({ companyId }) => `/api/certificates/${companyId}`, answers: private_('memberA', 'shared', 'reviewer', 'overseer') },
    { path: () => `/api/certificates/${randomUUID()}`, answers: private_() },
    { path: () => '/api/certificates/none', answers: private_() },
  ],
  '/api/certificates/[companyId]/picture': [
    { path: ({ companyId }) => `/api/certificates/${companyId}/picture`, answers: private_('memberA', 'shared', 'reviewer', 'overseer') },
    { path: () => '/api/certificates/none/picture', answers: private_() },
  ],
  '/api/invitations': [{ path: () => '/api/invitations?status=failed', answers: private_('reviewer', 'overseer') }],
  '/api/uploads': [
    {
      path: () => '/api/uploads',
      method: 'POST',
      body: ({ applicationId }) => ({ applicationId, kind: 'businessLicense', name: 'a.jpg', type: 'image/jpeg', bytes: 9 }),
      // The application is withdrawn: its owner is told that it cannot be changed, staff that they may not, others that it does not exist.
      answers: { ...private_('applicant'), reviewer: '404', overseer: '404' },
    },
    {
      path: () => '/api/uploads',
      method: 'POST',
      body: ({ companyId }) => ({ companyId, kind: 'businessLicense', name: 'a.jpg', type: 'image/jpeg', bytes: 9 }),
      answers: private_('memberA', 'shared'),
    },
  ],
  '/api/uploads/[id]/complete': [
    { path: ({ fileId }) => `/api/uploads/${fileId}/complete`, method: 'POST', body: () => ({}), answers: private_('applicant') },
  ],
  '/api/uploads/content': [
    {
      path: () => '/api/uploads/content?key=quarantine/a/b&bytes=1&signature=00',
      method: 'PUT',
      body: () => ({}),
      answers: everybody('404'),
    },
  ],
  // Both find the application closed: its owner is told so, by an answer or on the page.
  '/api/drafts': [
    {
      path: () => '/api/drafts',
      method: 'POST',
      body: ({ applicationId }) => ({ applicationId, step: 'company', values: {}, opened: { bases: [{}], editor: 'a', sequence: 1 } }),
      answers: private_('applicant'),
    },
  ],
  '/api/uploads/form': [
    {
      path: () => '/api/uploads/form',
      method: 'POST',
      form: ({ applicationId }) => ({
        applicationId,
        kind: 'businessLicense',
        file: { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('a') },
      }),
      answers: { ...private_('applicant'), applicant: 'away' },
    },
  ],
  '/api/templates/[kind]': [
    { path: () => '/api/templates/applicationForm', answers: open },
    { path: () => '/api/templates/creditPledge', answers: open },
    { path: () => '/api/templates/none', answers: everybody('404') },
  ],
  '/api/forms/[applicationId]/[kind]': [
    { path: ({ applicationId }) => `/api/forms/${applicationId}/applicationForm`, answers: private_('applicant') },
    { path: ({ applicationId }) => `/api/forms/${applicationId}/businessLicense`, answers: private_() },
  ],
  '/api/roster/[format]': [
    { path: () => '/api/roster/pdf', answers: private_('reviewer', 'overseer') },
    { path: () => '/api/roster/xlsx', answers: private_('reviewer', 'overseer') },
    { path: () => '/api/roster/doc', answers: private_() },
  ],
  '/api/challenges/[purpose]': [
    { path: () => '/api/challenges/register', answers: open },
    { path: () => '/api/challenges/resetPassword', answers: open },
    { path: () => '/api/challenges/none', answers: everybody('404') },
  ],
  '/api/picture-codes/[purpose]/[id]': [
    { path: () => `/api/picture-codes/register/${randomUUID()}`, answers: open },
    { path: () => `/api/picture-codes/none/${randomUUID()}`, answers: everybody('404') },
    { path: () => '/api/picture-codes/register/none', answers: everybody('404') },
  ],
  '/api/health': [{ path: () => '/api/health', answers: open }],
  '/api/jobs/run': [{ path: () => '/api/jobs/run', answers: everybody('404') }],
  // Without the token of its own form NextAuth signs nobody in.
  '/api/auth/[...nextauth]': [
    { path: () => '/api/auth/session', answers: open },
    { path: () => '/api/auth/callback/credentials', method: 'POST', body: () => ({}), answers: everybody('login') },
  ],
};

/** Not pages of ours: what Next itself shows for errors. */
export const frameworkRoutes = ['/_not-found', '/_global-error'];

/**
 * `yes`: the policy let it through to the rules; `stepUp`: it would, after a fresh proof of the second factor, which all
 * staff here lack; `no`: seen but not theirs; `unseen`: told that it does not exist.
 */
export type ActionAnswer = 'yes' | 'stepUp' | 'no' | 'unseen' | 'signedOut';
export type ActionRow = { fields: (targets: Targets) => Record<string, string>; answers: Record<ActorName, ActionAnswer> };

const act = (answer: ActionAnswer, change: Partial<Record<ActorName, ActionAnswer>> = {}): Record<ActorName, ActionAnswer> => ({
  visitor: 'signedOut',
  pending: 'signedOut',
  applicant: answer,
  otherApplicant: answer,
  memberA: answer,
  memberB: answer,
  shared: answer,
  reviewer: answer,
  finance: answer,
  overseer: answer,
  admin: answer,
  ...change,
});
const anybody: Record<ActorName, ActionAnswer> = { ...act('yes'), visitor: 'yes', pending: 'yes' };
const atTheDoor = act('signedOut', { pending: 'yes' });
const owner = act('unseen', { applicant: 'yes', reviewer: 'no', overseer: 'no' });
const review = act('unseen', { applicant: 'no', reviewer: 'yes', overseer: 'no' });
const money = act('unseen', { applicant: 'no', reviewer: 'no', finance: 'yes', overseer: 'no' });
const memberWork = act('unseen', { reviewer: 'yes', finance: 'no', overseer: 'no', admin: 'no' });
const hands = act('unseen', { finance: 'yes', overseer: 'no' });
/** Asked about a record that does not exist: finance may, and is told so. */
const handsOnNothing = act('unseen', { overseer: 'no' });
const decided = ({ chargeId }: Targets) => ({ chargeId, reason: '原因' });
const settings = act('unseen', { admin: 'yes' });
const importing = act('unseen', { reviewer: 'yes', overseer: 'no', admin: 'yes' });
const people = act('unseen', { admin: 'stepUp' });
const ownFactor = act('unseen', { reviewer: 'stepUp', finance: 'stepUp', overseer: 'stepUp', admin: 'stepUp' });

const ofMember = act('unseen', { memberA: 'yes', shared: 'yes', reviewer: 'no', overseer: 'no' });
const ofFirst: Record<ActorName, ActionAnswer> = { ...ofMember, shared: 'no' };
const changes = act('unseen', { memberA: 'no', shared: 'no', reviewer: 'yes', overseer: 'no' });

/** What everybody does about their own account, but staff, whose accounts an admin keeps. */
const ofThemselves = act('yes', { reviewer: 'no', finance: 'no', overseer: 'no', admin: 'no' });
const erasures = act('unseen', { reviewer: 'stepUp', overseer: 'no' });

const seatForm = { position: '理事', person: '赵大海', title: '董事长', term: '第十届', from: '2026-01-01' };
/** Saved by an earlier version of itself: stale, whatever else. */
const companyForm = { version: '0', name: '北京远筑建设集团有限公司', postcode: '100009' };
/** A phone that no company may have. */
const staffAsLiaison = { name: '李新', department: '办公室', title: '主任', mobile: '13900000001', email: 'lixin@qq.com' };
const application = ({ applicationId }: Targets) => ({ applicationId });
const company = ({ companyId }: Targets) => ({ companyId });
const change = ({ changeId }: Targets) => ({ changeId });
const bankRow = ({ bankRowId }: Targets) => ({ rowId: bankRowId });
const importFields = ({ importId }: Targets) => ({ importId });
const staffMember = ({ staffId }: Targets) => ({ accountId: staffId });

// As they stand at first, so that nothing changes under whoever works with receipts meanwhile.
function standingReceipts(): Record<string, string> {
  const { item, columns } = settingDefaults.receipts ?? { item: '', columns: [] };
  const cells = columns.flatMap((column, at) => Object.entries(column).map(([name, value]) => [`columns.${at}.${name}`, value]));
  return { item, ...Object.fromEntries(cells) };
}

/**
 * Every server action of the build, by its exported name. All records stand in a state in which nothing can be done with
 * them any more, so that a `yes` changes nothing: it is refused by a rule, after the policy. A new action without a row fails.
 */
export const serverActions: Record<string, ActionRow> = {
  signInAction: { fields: () => ({ phone: '', password: '' }), answers: anybody },
  signOutAction: { fields: () => ({}), answers: anybody },
  proveFactorAction: { fields: () => ({ factorCode: '' }), answers: atTheDoor },
  enrolFactorAction: { fields: () => ({ factorCode: '' }), answers: atTheDoor },
  keepCodesAction: { fields: () => ({}), answers: act('signedOut', { pending: 'unseen' }) },
  renewCodesAction: { fields: () => ({}), answers: ownFactor },
  changePhoneAction: { fields: () => ({}), answers: ownFactor },
  createStaffAction: { fields: () => ({ name: '孙新来', phone: '13900000001', roles: 'reviewer' }), answers: people },
  changeRolesAction: { fields: ({ staffId }) => ({ accountId: staffId, roles: 'admin' }), answers: people },
  disableStaffAction: { fields: staffMember, answers: people },
  enableStaffAction: { fields: staffMember, answers: people },
  resetFactorAction: { fields: staffMember, answers: people },
  // The current password is wrong, and nobody is signed in elsewhere.
  changePasswordAction: {
    fields: () => ({ currentPassword: 'wrong', password: 'a new long password', passwordAgain: 'a new long password' }),
    answers: act('yes'),
  },
  endSessionAction: { fields: () => ({ sessionId: randomUUID() }), answers: act('unseen') },
  endOtherSessionsAction: { fields: () => ({}), answers: act('yes') },
  registerAction: { fields: () => ({ phone: '' }), answers: anybody },
  sendCodeAction: { fields: () => ({ phone: '' }), answers: anybody },
  resetPasswordAction: { fields: () => ({ phone: '' }), answers: anybody },
  sendResetCodeAction: { fields: () => ({ phone: '' }), answers: anybody },
  agreeCharterAction: { fields: application, answers: owner },
  saveCompanyAction: { fields: application, answers: owner },
  saveDuesAction: { fields: application, answers: owner },
  submitApplicationAction: { fields: application, answers: owner },
  withdrawAction: { fields: application, answers: owner },
  reapplyAction: { fields: application, answers: owner },
  removeFileAction: { fields: ({ fileId }) => ({ fileId }), answers: owner },
  moveFileAction: { fields: ({ fileId }) => ({ fileId, by: '1' }), answers: owner },
  linkToPhoneAction: { fields: ({ applicationId }) => ({ applicationId, step: 'documents' }), answers: owner },
  linkToMailboxAction: {
    fields: ({ applicationId }) => ({ applicationId, step: 'documents', mailbox: '12345678@qq.com' }),
    answers: owner,
  },
  approveAction: { fields: application, answers: review },
  passAction: { fields: application, answers: review },
  checkAction: { fields: ({ applicationId }) => ({ applicationId, item: 'name', checked: 'true' }), answers: review },
  approveTogetherAction: {
    fields: ({ applicationId }) => ({ applicationIds: applicationId, name: '会长办公会', heldOn: '2026-11-20' }),
    answers: act('unseen', { reviewer: 'yes', overseer: 'no' }),
  },
  rejectAction: { fields: ({ applicationId }) => ({ applicationId, reason: '原因' }), answers: review },
  returnAction: { fields: ({ applicationId }) => ({ applicationId, reason: '原因' }), answers: review },
  confirmTogetherAction: {
    fields: ({ filingId }) => ({ filingIds: filingId }),
    answers: act('unseen', { finance: 'yes', overseer: 'no' }),
  },
  fileDuesAction: {
    fields: ({ companyId }) => ({ companyId, year: '2026' }),
    answers: act('unseen', { memberA: 'yes', shared: 'yes', reviewer: 'no', finance: 'no', overseer: 'no' }),
  },
  removeVoucherAction: { fields: ({ fileId }) => ({ fileId }), answers: owner },
  moveVoucherAction: { fields: ({ fileId }) => ({ fileId, by: '1' }), answers: owner },
  // Sound, and no year of those is to be paid.
  startOnlinePaymentAction: {
    fields: ({ companyId, uscc }) => ({
      ...{ companyId, years: '1999', titleName: '北京远筑建设集团有限公司', titleUscc: uscc },
      ...{ person: '张建国', mobile: '13800000001', email: '1@qq.com' },
    }),
    answers: act('unseen', { memberA: 'yes', shared: 'yes', reviewer: 'no', finance: 'no', overseer: 'no' }),
  },
  payAtCashierAction: {
    fields: () => ({ orderNumber: 'HF0', manner: 'pay' }),
    answers: act('unseen', { visitor: 'unseen', pending: 'unseen' }),
  },
  resolveDifferenceAction: { fields: () => ({ differenceId: randomUUID(), resolution: '已核对' }), answers: hands },
  changeLayoutAction: {
    fields: () => ({ layout: LAYOUT, paidOn: '0', credit: '1', payerName: '2' }),
    answers: handsOnNothing,
  },
  forgetLayoutAction: { fields: () => ({ layout: LAYOUT }), answers: handsOnNothing },
  confirmMappingAction: {
    fields: ({ statementId }) => ({ statementId, paidOn: '0', credit: '1', payerName: '2' }),
    answers: hands,
  },
  // One that is not there: the others need the row of theirs.
  discardStatementAction: { fields: () => ({ statementId: randomUUID() }), answers: handsOnNothing },
  settleRowAction: { fields: ({ bankRowId, chargeId }) => ({ rowId: bankRowId, chargeIds: chargeId }), answers: hands },
  settleSureRowsAction: { fields: ({ bankRowId }) => ({ rowIds: bankRowId }), answers: hands },
  // The same note as before.
  noteRowAction: { fields: (targets) => ({ ...bankRow(targets), note: '' }), answers: hands },
  ignoreRowAction: { fields: (targets) => ({ ...bankRow(targets), reason: '原因' }), answers: hands },
  ignoreRowsAction: { fields: ({ bankRowId }) => ({ rowIds: bankRowId, reason: '原因' }), answers: hands },
  reopenRowAction: { fields: bankRow, answers: hands },
  waiveDuesAction: { fields: decided, answers: hands },
  reopenDuesAction: { fields: decided, answers: hands },
  cancelDuesAction: { fields: () => ({ chargeId: randomUUID(), reason: '原因' }), answers: handsOnNothing },
  agreeToDecisionAction: { fields: decided, answers: act('unseen', { finance: 'stepUp', overseer: 'stepUp' }) },
  refuseDecisionAction: { fields: decided, answers: act('unseen', { finance: 'yes', overseer: 'yes' }) },
  askForRestAction: { fields: decided, answers: hands },
  recordUnfiledAction: {
    fields: () => ({ chargeId: randomUUID(), amount: '1', paidOn: '2026-11-20', payer: '单位', serial: 'SN0001', note: '' }),
    answers: handsOnNothing,
  },
  applyOverpaymentAction: { fields: ({ chargeId }) => ({ chargeId, paymentId: randomUUID() }), answers: handsOnNothing },
  requestRefundAction: {
    fields: () => ({ paymentId: randomUUID(), chargeId: '', amount: '1', reason: '原因' }),
    answers: act('unseen', { finance: 'stepUp', overseer: 'no' }),
  },
  // One that is not there: the others need the money of theirs.
  voidPaymentAction: {
    fields: () => ({ paymentId: randomUUID(), reason: '原因' }),
    answers: act('unseen', { finance: 'stepUp', overseer: 'no' }),
  },
  payRefundAction: {
    fields: () => ({ refundId: randomUUID(), paidOn: '2026-11-20', serial: 'SN0001' }),
    answers: act('unseen', { finance: 'stepUp', overseer: 'no' }),
  },
  // There is no such refund, so that everybody is told so.
  approveRefundAction: { fields: () => ({ refundId: randomUUID() }), answers: act('unseen') },
  refuseRefundAction: { fields: () => ({ refundId: randomUUID(), reason: '原因' }), answers: act('unseen') },
  pauseRemindersAction: { fields: () => ({ paused: 'true' }), answers: hands },
  changeRemindersAction: {
    fields: () => ({ before: '30、7', onDay: 'true', after: '15、60', fromHour: '9', untilHour: '18' }),
    answers: hands,
  },
  sendRemindersAction: { fields: () => ({ stage: '366', on: '2000-01-01' }), answers: hands },
  endLapsedAction: {
    fields: () => ({ memberIds: randomUUID(), event: 'withdraw', reason: '原因', on: '2999-01-01' }),
    answers: memberWork,
  },
  // Sound, and without a PDF.
  recordReceiptAction: {
    fields: ({ chargeId, uscc }) => ({
      ...{ chargeIds: chargeId, code: '00010126', number: '9999999999', checkCode: '589d80', issuedOn: '2026-11-20', amount: '3000' },
      ...{ titleName: '北京远筑建设集团有限公司', titleUscc: uscc, fileId: '' },
    }),
    answers: hands,
  },
  reverseReceiptAction: {
    fields: ({ receiptId }) => ({ receiptId, redCode: '00010126', redNumber: '9999999998', reversedOn: '2026-11-20', reason: '原因' }),
    answers: hands,
  },
  answerRequestAction: { fields: () => ({ requestId: randomUUID(), answer: '答复' }), answers: handsOnNothing },
  declineRequestAction: { fields: () => ({ requestId: randomUUID(), answer: '原因' }), answers: handsOnNothing },
  // It is a receipt's already: nothing is taken away.
  removeReceiptFileAction: {
    fields: ({ receiptFileId }) => ({ fileId: receiptFileId }),
    answers: act('unseen', { memberA: 'no', shared: 'no', reviewer: 'no', finance: 'yes', overseer: 'no' }),
  },
  commitReceiptsAction: { fields: ({ receiptImportId }) => ({ importId: receiptImportId }), answers: hands },
  discardReceiptsAction: { fields: ({ receiptImportId }) => ({ importId: receiptImportId }), answers: hands },
  reportNotReceivedAction: {
    fields: ({ receiptId }) => ({ receiptId, email: '1@qq.com', reason: '' }),
    answers: act('unseen', { memberA: 'yes', shared: 'yes', reviewer: 'no', finance: 'no', overseer: 'no' }),
  },
  askForReissueAction: {
    fields: ({ receiptId, uscc }) => ({ receiptId, email: '1@qq.com', reason: '原因', titleName: '北京新名工程有限公司', titleUscc: uscc }),
    answers: act('unseen', { memberA: 'yes', shared: 'yes', reviewer: 'no', finance: 'no', overseer: 'no' }),
  },
  changeReceiptsAction: { fields: standingReceipts, answers: settings },
  raiseDuesAction: { fields: () => ({ year: '2200' }), answers: hands },
  confirmTopUpAction: { fields: () => ({ companyId: randomUUID(), year: '2026' }), answers: handsOnNothing },
  setCalendarDaysAction: { fields: () => ({ from: '2040-01-01', to: '', kind: 'off', note: '元旦' }), answers: settings },
  removeCalendarDayAction: { fields: () => ({ day: '2040-01-02' }), answers: settings },
  markCalendarYearAction: { fields: () => ({ year: '2040', isComplete: 'false' }), answers: settings },
  removeResolutionAction: { fields: () => ({ fileId: randomUUID() }), answers: act('unseen') },
  moveResolutionAction: { fields: () => ({ fileId: randomUUID(), by: '1' }), answers: act('unseen') },
  addStandardAction: {
    fields: () => ({
      ...{ level: 'ordinaryMember', fromYear: '2026', amount: '3000', resolution: '决议', resolvedOn: '2026-01-01' },
      ...{ eligible: '3', present: '3', inFavour: '3' },
    }),
    answers: act('unseen', { overseer: 'no', admin: 'stepUp' }),
  },
  changeSecondPersonAction: { fields: () => ({ aloneUpTo: '3000' }), answers: settings },
  editCompanyAction: { fields: company, answers: ofMember },
  // Sound, but without a licence.
  requestRenameAction: {
    fields: ({ companyId }) => ({ companyId, name: '北京新名工程有限公司', uscc: '91110000600001760P' }),
    answers: ofMember,
  },
  addLiaisonAction: { fields: ({ companyId }) => ({ companyId, ...staffAsLiaison }), answers: ofFirst },
  handOverAction: {
    fields: ({ companyId }) => ({ companyId, ...staffAsLiaison, flow: '', code: '000000', ownFlow: '', ownCode: '000000' }),
    answers: ofFirst,
  },
  // There is no such liaison, so that everybody is told so.
  removeLiaisonAction: { fields: () => ({ liaisonId: randomUUID() }), answers: act('unseen') },
  proveLiaisonAction: { fields: () => ({ liaisonId: randomUUID(), flow: '', code: '000000' }), answers: act('unseen') },
  withdrawRenameAction: { fields: company, answers: ofMember },
  removeLicenceAction: { fields: ({ licenceId }) => ({ fileId: licenceId }), answers: ofMember },
  moveLicenceAction: { fields: ({ licenceId }) => ({ fileId: licenceId, by: '1' }), answers: ofMember },
  // One waits already; the last of these takes it back.
  askExitAction: { fields: ({ companyId }) => ({ companyId, reason: '原因' }), answers: ofFirst },
  withdrawExitAction: { fields: company, answers: ofFirst },
  acceptExitAction: { fields: ({ changeId }) => ({ changeId, on: '2999-01-01' }), answers: changes },
  declineExitAction: { fields: ({ changeId }) => ({ changeId, reason: '原因' }), answers: changes },
  correctPersonalAction: { fields: () => ({ name: '张建国' }), answers: ofThemselves },
  askErasureAction: { fields: () => ({ reason: '' }), answers: ofThemselves },
  withdrawErasureAction: { fields: () => ({}), answers: ofThemselves },
  acceptErasureAction: { fields: ({ erasureId }) => ({ requestId: erasureId }), answers: erasures },
  declineErasureAction: { fields: ({ erasureId }) => ({ requestId: erasureId, reason: '原因' }), answers: erasures },
  // There is no such version, so that everybody is told so.
  agreePrivacyAction: { fields: () => ({ documentId: randomUUID(), next: '' }), answers: act('unseen') },
  publishDocumentAction: {
    fields: () => ({ kind: 'charter', base: '0', title: '章程', summary: '说明', body: '正文', validFrom: '2026-01-01' }),
    answers: act('unseen', { overseer: 'no', admin: 'stepUp' }),
  },
  acknowledgeChangeAction: { fields: change, answers: changes },
  undoChangeAction: { fields: ({ changeId }) => ({ changeId, reason: '原因' }), answers: changes },
  confirmRenameAction: { fields: change, answers: changes },
  returnRenameAction: { fields: ({ changeId }) => ({ changeId, reason: '原因' }), answers: changes },
  confirmCompanyAction: { fields: ({ companyId }) => ({ companyId }), answers: act('unseen', { memberA: 'yes', shared: 'yes' }) },
  setListedAction: {
    fields: ({ companyId }) => ({ companyId, listed: 'true' }),
    answers: act('unseen', { memberA: 'yes', shared: 'yes', reviewer: 'yes', overseer: 'no' }),
  },
  inviteManyAction: {
    fields: () => ({ status: 'uninvited', province: '999999', level: '' }),
    answers: act('unseen', { reviewer: 'yes', overseer: 'no' }),
  },
  inviteOneAction: {
    fields: ({ staffId }) => ({ accountId: staffId }),
    answers: act('unseen', { reviewer: 'yes', overseer: 'no' }),
  },
  confirmFilingAction: { fields: ({ filingId }) => ({ filingId }), answers: money },
  returnFilingAction: { fields: ({ filingId }) => ({ filingId, reason: '原因' }), answers: money },
  // A day to come, a level and a version of before: refused by a rule, after the policy. Note and attachment are of this test only.
  changeMemberStateAction: {
    fields: ({ memberId }) => ({ memberId, event: 'suspend', reason: '原因', on: '2999-01-01' }),
    answers: memberWork,
  },
  changeLevelAction: {
    fields: ({ memberId }) => ({ memberId, level: 'councilMember', from: '2026-01-01', reason: '原因' }),
    answers: memberWork,
  },
  correctCompanyAction: { fields: ({ companyId, uscc }) => ({ ...companyForm, companyId, uscc }), answers: memberWork },
  replaceLiaisonAction: {
    fields: ({ companyId, attachmentId }) => ({ companyId, ...staffAsLiaison, order: 'first', fileId: attachmentId, reason: '原因' }),
    answers: { ...memberWork, reviewer: 'stepUp' },
  },
  mergeMembersAction: {
    fields: ({ memberId }) => ({ keepId: memberId, goneId: memberId, reason: '原因' }),
    answers: { ...memberWork, reviewer: 'stepUp' },
  },
  addNoteAction: { fields: ({ memberId }) => ({ memberId, text: '备注', notedOn: '2026-01-01' }), answers: memberWork },
  correctMembershipAction: {
    fields: ({ memberId }) => ({ memberId, shown: 'none', number: '20150001', joinedOn: '2015-06-01', reason: '原因' }),
    answers: memberWork,
  },
  settleItemAction: { fields: ({ memberId }) => ({ memberId, item: 'dues' }), answers: memberWork },
  removeNoteAction: { fields: ({ noteId }) => ({ noteId }), answers: memberWork },
  removeAttachmentAction: { fields: ({ attachmentId }) => ({ fileId: attachmentId }), answers: memberWork },
  moveAttachmentAction: { fields: ({ attachmentId }) => ({ fileId: attachmentId, by: '1' }), answers: memberWork },
  addSeatAction: { fields: ({ memberId }) => ({ memberId, ...seatForm }), answers: memberWork },
  changeSeatAction: { fields: ({ seatId }) => ({ seatId, version: '0', ...seatForm }), answers: memberWork },
  endSeatAction: { fields: ({ seatId }) => ({ seatId, version: '0', on: '2026-01-01', reason: '原因' }), answers: memberWork },
  changePaymentAccountAction: {
    fields: () => ({ accountName: '中国施工企业管理协会（演示）', bank: '演示银行北京海淀支行', accountNumber: '0200000000000000000' }),
    answers: settings,
  },
  changeJoiningAction: { fields: () => ({}), answers: settings },
  changeDuesAction: { fields: () => ({ dueOn: '06-30', graceDays: '30', collectBeforeApproval: 'true' }), answers: settings },
  changeContactsAction: {
    fields: () => ({ 'people.0.name': '饶平江', 'people.0.phone': '010-63253429', 'people.0.qq': '3421667238', address: '', email: '' }),
    answers: settings,
  },
  changeSiteAction: { fields: () => ({ icp: '', policeRecord: '' }), answers: settings },
  chooseWordsAction: { fields: importFields, answers: importing },
  saveTotalsAction: { fields: importFields, answers: importing },
  startCommitAction: { fields: importFields, answers: importing },
  restartImportAction: { fields: importFields, answers: importing },
  discardImportAction: { fields: importFields, answers: importing },
  undoImportAction: { fields: importFields, answers: importing },
  changeSmsAction: { fields: () => ({ dailyBudget: '5000' }), answers: settings },
};
