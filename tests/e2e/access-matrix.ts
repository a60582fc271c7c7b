import { randomUUID } from 'node:crypto';

/**
 * Who asks. The applicant owns what is asked for; the other applicant and the members own something like it. Pending is
 * staff with every role whose password was right and whose second factor is not proven.
 */
export const actors = [
  'visitor',
  'pending',
  'applicant',
  'otherApplicant',
  'memberA',
  'memberB',
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
  token: string;
  staffId: string;
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
  reviewer: answer,
  finance: answer,
  overseer: answer,
  admin: answer,
});
const open = everybody('ok');
/** Pages of applicants: staff are led to theirs, members without an application find none. */
const wizard = (own: RouteAnswer): Record<ActorName, RouteAnswer> => ({
  ...everybody('away'),
  visitor: 'login',
  applicant: own,
  otherApplicant: own,
});
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

/** Every route of the build. A new one without a row here fails the test. */
export const routes: Record<string, RouteRow[]> = {
  '/': [{ path: () => '/', answers: open }],
  '/join': [{ path: () => '/join', answers: open }],
  '/charter': [{ path: () => '/charter', answers: open }],
  '/fees': [{ path: () => '/fees', answers: open }],
  '/help': [{ path: () => '/help', answers: open }],
  '/contact': [{ path: () => '/contact', answers: open }],
  '/privacy': [{ path: () => '/privacy', answers: open }],
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
  '/home': [
    { path: () => '/home', answers: { ...everybody('away'), visitor: 'login', memberA: 'ok', memberB: 'ok' } },
    {
      path: ({ companyId }) => `/home?company=${companyId}`,
      answers: {
        ...everybody('404'),
        visitor: 'login',
        pending: 'away',
        memberA: 'ok',
        reviewer: 'away',
        finance: 'away',
        overseer: 'away',
        admin: 'away',
      },
    },
  ],
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
  '/admin/security': [{ path: () => '/admin/security', answers: staff('reviewer', 'finance', 'overseer', 'admin') }],
  '/admin/staff': [{ path: () => '/admin/staff', answers: staff('admin') }],
  '/admin/staff/[id]': [
    { path: ({ staffId }) => `/admin/staff/${staffId}`, answers: staff('admin') },
    { path: () => `/admin/staff/${randomUUID()}`, answers: staff() },
    { path: () => '/admin/staff/none', answers: staff() },
  ],
  '/admin/settings': [{ path: () => '/admin/settings', answers: staff('admin') }],
  '/api/files/[id]': [
    { path: ({ fileId }) => `/api/files/${fileId}`, answers: private_('applicant', 'reviewer', 'overseer') },
    { path: ({ voucherId }) => `/api/files/${voucherId}`, answers: private_('applicant', 'reviewer', 'finance', 'overseer') },
    { path: () => `/api/files/${randomUUID()}`, answers: private_() },
    { path: () => '/api/files/none', answers: private_() },
  ],
  '/api/files/[id]/pages/[page]': [
    { path: ({ fileId }) => `/api/files/${fileId}/pages/1`, answers: private_('applicant', 'reviewer', 'overseer') },
    { path: ({ voucherId }) => `/api/files/${voucherId}/pages/1`, answers: private_('applicant', 'reviewer', 'finance', 'overseer') },
    { path: ({ fileId }) => `/api/files/${fileId}/pages/2`, answers: private_() },
  ],
  '/api/certificates/[companyId]': [
    { path: ({ companyId }) => `/api/certificates/${companyId}`, answers: private_('memberA', 'reviewer', 'overseer') },
  ],
  '/api/uploads': [
    {
      path: () => '/api/uploads',
      method: 'POST',
      body: ({ applicationId }) => ({ applicationId, kind: 'businessLicense', name: 'a.jpg', type: 'image/jpeg', bytes: 9 }),
      // The application is withdrawn: its owner is told that it cannot be changed, staff that they may not, others that it does not exist.
      answers: { ...private_('applicant'), reviewer: '404', overseer: '404' },
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
  '/api/auth/[...nextauth]': [{ path: () => '/api/auth/session', answers: open }],
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
const settings = act('unseen', { admin: 'yes' });
const people = act('unseen', { admin: 'stepUp' });
const ownFactor = act('unseen', { reviewer: 'stepUp', finance: 'stepUp', overseer: 'stepUp', admin: 'stepUp' });

const application = ({ applicationId }: Targets) => ({ applicationId });
const staffMember = ({ staffId }: Targets) => ({ accountId: staffId });

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
  approveAction: { fields: application, answers: review },
  passAction: { fields: application, answers: review },
  checkAction: { fields: ({ applicationId }) => ({ applicationId, item: 'name', checked: 'true' }), answers: review },
  approveTogetherAction: {
    fields: ({ applicationId }) => ({ applicationIds: applicationId, name: '会长办公会', heldOn: '2026-11-20' }),
    answers: act('unseen', { reviewer: 'yes', overseer: 'no' }),
  },
  rejectAction: { fields: ({ applicationId }) => ({ applicationId, reason: '原因' }), answers: review },
  returnAction: { fields: ({ applicationId }) => ({ applicationId, reason: '原因' }), answers: review },
  confirmFilingAction: { fields: ({ filingId }) => ({ filingId }), answers: money },
  returnFilingAction: { fields: ({ filingId }) => ({ filingId, reason: '原因' }), answers: money },
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
  changeSmsAction: { fields: () => ({ dailyBudget: '5000' }), answers: settings },
};
