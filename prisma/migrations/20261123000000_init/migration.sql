-- CreateEnum
CREATE TYPE "AccountStatus" AS ENUM ('active', 'disabled');

-- CreateEnum
CREATE TYPE "StaffRole" AS ENUM ('reviewer', 'finance', 'overseer', 'admin');

-- CreateEnum
CREATE TYPE "SmsPurpose" AS ENUM ('register', 'resetPassword');

-- CreateEnum
CREATE TYPE "ApplicationState" AS ENUM ('draft', 'submitted', 'returned', 'approved', 'rejected', 'withdrawn');

-- CreateEnum
CREATE TYPE "AnswersStep" AS ENUM ('company', 'dues');

-- CreateEnum
CREATE TYPE "FileKind" AS ENUM ('applicationForm', 'creditPledge', 'businessLicense', 'transferVoucher');

-- CreateEnum
CREATE TYPE "FileState" AS ENUM ('quarantined', 'ready', 'attached', 'retired');

-- CreateEnum
CREATE TYPE "LiaisonOrder" AS ENUM ('first', 'second');

-- CreateEnum
CREATE TYPE "MemberState" AS ENUM ('active', 'suspended', 'withdrawn', 'expelled');

-- CreateEnum
CREATE TYPE "Level" AS ENUM ('ordinaryMember', 'councilMember', 'standingCouncilMember', 'vicePresident');

-- CreateEnum
CREATE TYPE "ChargeKind" AS ENUM ('standard', 'topUp');

-- CreateEnum
CREATE TYPE "ChargeState" AS ENUM ('open', 'waived', 'cancelled');

-- CreateEnum
CREATE TYPE "FilingState" AS ENUM ('pending', 'confirmed', 'returned');

-- CreateEnum
CREATE TYPE "PaymentSource" AS ENUM ('bank', 'online', 'manual');

-- CreateEnum
CREATE TYPE "ReceiptState" AS ENUM ('issued', 'reversed');

-- CreateEnum
CREATE TYPE "MessageState" AS ENUM ('waiting', 'sent', 'failed', 'dropped');

-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('charter', 'privacy');

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "phone" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "status" "AccountStatus" NOT NULL DEFAULT 'active',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccountRole" (
    "accountId" UUID NOT NULL,
    "role" "StaffRole" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "AccountRole_pkey" PRIMARY KEY ("accountId","role")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "idHash" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "address" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Totp" (
    "accountId" UUID NOT NULL,
    "secretSealed" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Totp_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SmsChallenge" (
    "id" UUID NOT NULL,
    "phone" TEXT NOT NULL,
    "purpose" "SmsPurpose" NOT NULL,
    "flow" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "SmsChallenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Limit" (
    "key" TEXT NOT NULL,
    "windowMs" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "Limit_pkey" PRIMARY KEY ("key","windowMs")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "documentVersionId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Application" (
    "id" UUID NOT NULL,
    "registrantId" UUID NOT NULL,
    "state" "ApplicationState" NOT NULL DEFAULT 'draft',
    "collectBeforeApproval" BOOLEAN NOT NULL,
    "charterConsentId" UUID,
    "currentSnapshotId" UUID,
    "submittedAt" TIMESTAMPTZ(3),
    "decidedAt" TIMESTAMPTZ(3),
    "memberId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApplicationAnswers" (
    "applicationId" UUID NOT NULL,
    "step" "AnswersStep" NOT NULL,
    "data" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "ApplicationAnswers_pkey" PRIMARY KEY ("applicationId","step")
);

-- CreateTable
CREATE TABLE "ApplicationSnapshot" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "files" JSONB NOT NULL,
    "formNumber" TEXT NOT NULL,
    "companyName" TEXT NOT NULL,
    "nameBigrams" TEXT[],
    "uscc" TEXT NOT NULL,
    "mobile" TEXT NOT NULL,
    "provinceCode" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "ApplicationSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApplicationEvent" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "snapshotId" UUID,
    "from" "ApplicationState",
    "event" TEXT NOT NULL,
    "to" "ApplicationState" NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "ApplicationEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewMark" (
    "id" UUID NOT NULL,
    "snapshotId" UUID NOT NULL,
    "target" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "ReviewMark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "File" (
    "id" UUID NOT NULL,
    "kind" "FileKind" NOT NULL,
    "state" "FileState" NOT NULL DEFAULT 'quarantined',
    "applicationId" UUID,
    "companyId" UUID,
    "uploaderId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT,
    "pageCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "File_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FilePage" (
    "fileId" UUID NOT NULL,
    "page" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,

    CONSTRAINT "FilePage_pkey" PRIMARY KEY ("fileId","page")
);

-- CreateTable
CREATE TABLE "Company" (
    "id" UUID NOT NULL,
    "uscc" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "namePinyin" TEXT NOT NULL,
    "nameInitials" TEXT NOT NULL,
    "nameBigrams" TEXT[],
    "industry" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "provinceCode" TEXT NOT NULL,
    "cityCode" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "legalRepresentative" TEXT NOT NULL,
    "companyType" TEXT NOT NULL,
    "affiliation" TEXT NOT NULL,
    "profile" TEXT NOT NULL,
    "qualifications" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CompanyName" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "from" DATE,
    "to" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "CompanyName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Liaison" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "accountId" UUID,
    "order" "LiaisonOrder" NOT NULL,
    "name" TEXT NOT NULL,
    "department" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "mobile" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "to" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Liaison_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "state" "MemberState" NOT NULL DEFAULT 'active',
    "joinedOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MemberLevel" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "level" "Level" NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE,
    "reason" TEXT NOT NULL,
    "resolution" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "MemberLevel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CouncilSeat" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "position" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "CouncilSeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "printed" JSONB NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DuesStandard" (
    "id" UUID NOT NULL,
    "level" "Level" NOT NULL,
    "fromYear" INTEGER NOT NULL,
    "amountFen" INTEGER NOT NULL,
    "resolution" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "DuesStandard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Charge" (
    "id" UUID NOT NULL,
    "applicationId" UUID,
    "companyId" UUID,
    "year" INTEGER NOT NULL,
    "kind" "ChargeKind" NOT NULL DEFAULT 'standard',
    "level" "Level" NOT NULL,
    "amountFen" INTEGER NOT NULL,
    "dueOn" DATE NOT NULL,
    "state" "ChargeState" NOT NULL DEFAULT 'open',
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Charge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Filing" (
    "id" UUID NOT NULL,
    "applicationId" UUID,
    "companyId" UUID,
    "state" "FilingState" NOT NULL DEFAULT 'pending',
    "titleName" TEXT NOT NULL,
    "titleUscc" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "mobile" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "payer" TEXT NOT NULL,
    "payerBank" TEXT NOT NULL,
    "payerAccount" TEXT NOT NULL,
    "paidOn" DATE NOT NULL,
    "amountFen" INTEGER NOT NULL,
    "serial" TEXT,
    "note" TEXT NOT NULL,
    "reason" TEXT,
    "filedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "decidedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Filing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FilingCharge" (
    "filingId" UUID NOT NULL,
    "chargeId" UUID NOT NULL,

    CONSTRAINT "FilingCharge_pkey" PRIMARY KEY ("filingId","chargeId")
);

-- CreateTable
CREATE TABLE "FilingEvent" (
    "id" UUID NOT NULL,
    "filingId" UUID NOT NULL,
    "from" "FilingState",
    "event" TEXT NOT NULL,
    "to" "FilingState" NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "FilingEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Payment" (
    "id" UUID NOT NULL,
    "source" "PaymentSource" NOT NULL,
    "filingId" UUID,
    "amountFen" INTEGER NOT NULL,
    "paidOn" DATE NOT NULL,
    "providerNumber" TEXT,
    "confirmedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Allocation" (
    "id" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "chargeId" UUID NOT NULL,
    "amountFen" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Receipt" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "checkCode" TEXT NOT NULL,
    "issuedOn" DATE NOT NULL,
    "amountFen" INTEGER NOT NULL,
    "titleName" TEXT NOT NULL,
    "titleUscc" TEXT NOT NULL,
    "state" "ReceiptState" NOT NULL DEFAULT 'issued',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReceiptCharge" (
    "receiptId" UUID NOT NULL,
    "chargeId" UUID NOT NULL,

    CONSTRAINT "ReceiptCharge_pkey" PRIMARY KEY ("receiptId","chargeId")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "secret" TEXT,
    "state" "MessageState" NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "providerId" TEXT,
    "dedupeKey" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxSms" (
    "id" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "phone" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "OutboxSms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "record" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "payloadHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditPayload" (
    "eventId" UUID NOT NULL,
    "data" JSONB,
    "redactedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AuditPayload_pkey" PRIMARY KEY ("eventId")
);

-- CreateTable
CREATE TABLE "Idempotency" (
    "actorId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Idempotency_pkey" PRIMARY KEY ("actorId","action","key")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "DictionaryEntry" (
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "grade" TEXT,
    "order" INTEGER NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "DictionaryEntry_pkey" PRIMARY KEY ("kind","code")
);

-- CreateTable
CREATE TABLE "Region" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parentCode" TEXT,
    "order" INTEGER NOT NULL,

    CONSTRAINT "Region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "date" DATE NOT NULL,
    "workday" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "DocumentVersion" (
    "id" UUID NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "DocumentVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_phone_key" ON "Account"("phone");

-- CreateIndex
CREATE UNIQUE INDEX "Session_idHash_key" ON "Session"("idHash");

-- CreateIndex
CREATE INDEX "Session_accountId_createdAt_idx" ON "Session"("accountId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_accountId_codeHash_key" ON "RecoveryCode"("accountId", "codeHash");

-- CreateIndex
CREATE UNIQUE INDEX "SmsChallenge_flow_key" ON "SmsChallenge"("flow");

-- CreateIndex
CREATE INDEX "SmsChallenge_expiresAt_idx" ON "SmsChallenge"("expiresAt");

-- CreateIndex
CREATE INDEX "Limit_endsAt_idx" ON "Limit"("endsAt");

-- CreateIndex
CREATE INDEX "Consent_accountId_idx" ON "Consent"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Application_currentSnapshotId_key" ON "Application"("currentSnapshotId");

-- CreateIndex
CREATE UNIQUE INDEX "Application_memberId_key" ON "Application"("memberId");

-- CreateIndex
CREATE INDEX "Application_registrantId_idx" ON "Application"("registrantId");

-- CreateIndex
CREATE INDEX "Application_state_submittedAt_id_idx" ON "Application"("state", "submittedAt", "id");

-- CreateIndex
CREATE INDEX "ApplicationSnapshot_uscc_idx" ON "ApplicationSnapshot"("uscc");

-- CreateIndex
CREATE INDEX "ApplicationSnapshot_mobile_idx" ON "ApplicationSnapshot"("mobile");

-- CreateIndex
CREATE INDEX "ApplicationSnapshot_nameBigrams_idx" ON "ApplicationSnapshot" USING GIN ("nameBigrams");

-- CreateIndex
CREATE UNIQUE INDEX "ApplicationSnapshot_applicationId_round_key" ON "ApplicationSnapshot"("applicationId", "round");

-- CreateIndex
CREATE INDEX "ApplicationEvent_applicationId_createdAt_idx" ON "ApplicationEvent"("applicationId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewMark_snapshotId_target_key" ON "ReviewMark"("snapshotId", "target");

-- CreateIndex
CREATE UNIQUE INDEX "File_key_key" ON "File"("key");

-- CreateIndex
CREATE INDEX "File_applicationId_kind_state_position_idx" ON "File"("applicationId", "kind", "state", "position");

-- CreateIndex
CREATE INDEX "File_companyId_idx" ON "File"("companyId");

-- CreateIndex
CREATE INDEX "File_state_createdAt_idx" ON "File"("state", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "FilePage_key_key" ON "FilePage"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Company_uscc_key" ON "Company"("uscc");

-- CreateIndex
CREATE INDEX "Company_namePinyin_id_idx" ON "Company"("namePinyin", "id");

-- CreateIndex
CREATE INDEX "Company_nameBigrams_idx" ON "Company" USING GIN ("nameBigrams");

-- CreateIndex
CREATE INDEX "CompanyName_companyId_idx" ON "CompanyName"("companyId");

-- CreateIndex
CREATE INDEX "Liaison_companyId_idx" ON "Liaison"("companyId");

-- CreateIndex
CREATE INDEX "Liaison_accountId_idx" ON "Liaison"("accountId");

-- CreateIndex
CREATE INDEX "Liaison_mobile_idx" ON "Liaison"("mobile");

-- CreateIndex
CREATE UNIQUE INDEX "Member_companyId_key" ON "Member"("companyId");

-- CreateIndex
CREATE UNIQUE INDEX "Member_number_key" ON "Member"("number");

-- CreateIndex
CREATE INDEX "MemberLevel_memberId_idx" ON "MemberLevel"("memberId");

-- CreateIndex
CREATE INDEX "CouncilSeat_memberId_idx" ON "CouncilSeat"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_number_key" ON "Certificate"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_token_key" ON "Certificate"("token");

-- CreateIndex
CREATE INDEX "Certificate_memberId_idx" ON "Certificate"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "DuesStandard_level_fromYear_key" ON "DuesStandard"("level", "fromYear");

-- CreateIndex
CREATE INDEX "Charge_companyId_year_idx" ON "Charge"("companyId", "year");

-- CreateIndex
CREATE INDEX "Charge_applicationId_idx" ON "Charge"("applicationId");

-- CreateIndex
CREATE INDEX "Filing_state_filedAt_id_idx" ON "Filing"("state", "filedAt", "id");

-- CreateIndex
CREATE INDEX "Filing_applicationId_idx" ON "Filing"("applicationId");

-- CreateIndex
CREATE INDEX "Filing_companyId_idx" ON "Filing"("companyId");

-- CreateIndex
CREATE INDEX "Filing_serial_idx" ON "Filing"("serial");

-- CreateIndex
CREATE INDEX "FilingCharge_chargeId_idx" ON "FilingCharge"("chargeId");

-- CreateIndex
CREATE INDEX "FilingEvent_filingId_createdAt_idx" ON "FilingEvent"("filingId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_providerNumber_key" ON "Payment"("providerNumber");

-- CreateIndex
CREATE INDEX "Payment_filingId_idx" ON "Payment"("filingId");

-- CreateIndex
CREATE INDEX "Allocation_chargeId_idx" ON "Allocation"("chargeId");

-- CreateIndex
CREATE UNIQUE INDEX "Allocation_paymentId_chargeId_key" ON "Allocation"("paymentId", "chargeId");

-- CreateIndex
CREATE UNIQUE INDEX "Receipt_code_number_key" ON "Receipt"("code", "number");

-- CreateIndex
CREATE INDEX "ReceiptCharge_chargeId_idx" ON "ReceiptCharge"("chargeId");

-- CreateIndex
CREATE UNIQUE INDEX "Message_dedupeKey_key" ON "Message"("dedupeKey");

-- CreateIndex
CREATE INDEX "Message_state_createdAt_idx" ON "Message"("state", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxSms_messageId_key" ON "OutboxSms"("messageId");

-- CreateIndex
CREATE INDEX "OutboxSms_createdAt_idx" ON "OutboxSms"("createdAt");

-- CreateIndex
CREATE INDEX "AuditEvent_createdAt_idx" ON "AuditEvent"("createdAt");

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_createdAt_idx" ON "AuditEvent"("actorId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_record_recordId_seq_key" ON "AuditEvent"("record", "recordId", "seq");

-- CreateIndex
CREATE INDEX "Idempotency_createdAt_idx" ON "Idempotency"("createdAt");

-- CreateIndex
CREATE INDEX "Region_parentCode_idx" ON "Region"("parentCode");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentVersion_kind_number_key" ON "DocumentVersion"("kind", "number");

-- AddForeignKey
ALTER TABLE "AccountRole" ADD CONSTRAINT "AccountRole_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Totp" ADD CONSTRAINT "Totp_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_documentVersionId_fkey" FOREIGN KEY ("documentVersionId") REFERENCES "DocumentVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_registrantId_fkey" FOREIGN KEY ("registrantId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_charterConsentId_fkey" FOREIGN KEY ("charterConsentId") REFERENCES "Consent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_currentSnapshotId_fkey" FOREIGN KEY ("currentSnapshotId") REFERENCES "ApplicationSnapshot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationAnswers" ADD CONSTRAINT "ApplicationAnswers_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationSnapshot" ADD CONSTRAINT "ApplicationSnapshot_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationEvent" ADD CONSTRAINT "ApplicationEvent_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationEvent" ADD CONSTRAINT "ApplicationEvent_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "ApplicationSnapshot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewMark" ADD CONSTRAINT "ReviewMark_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "ApplicationSnapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_uploaderId_fkey" FOREIGN KEY ("uploaderId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FilePage" ADD CONSTRAINT "FilePage_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "File"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompanyName" ADD CONSTRAINT "CompanyName_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Liaison" ADD CONSTRAINT "Liaison_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Liaison" ADD CONSTRAINT "Liaison_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberLevel" ADD CONSTRAINT "MemberLevel_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouncilSeat" ADD CONSTRAINT "CouncilSeat_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Charge" ADD CONSTRAINT "Charge_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Charge" ADD CONSTRAINT "Charge_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Filing" ADD CONSTRAINT "Filing_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Filing" ADD CONSTRAINT "Filing_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FilingCharge" ADD CONSTRAINT "FilingCharge_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FilingCharge" ADD CONSTRAINT "FilingCharge_chargeId_fkey" FOREIGN KEY ("chargeId") REFERENCES "Charge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FilingEvent" ADD CONSTRAINT "FilingEvent_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Allocation" ADD CONSTRAINT "Allocation_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Allocation" ADD CONSTRAINT "Allocation_chargeId_fkey" FOREIGN KEY ("chargeId") REFERENCES "Charge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReceiptCharge" ADD CONSTRAINT "ReceiptCharge_receiptId_fkey" FOREIGN KEY ("receiptId") REFERENCES "Receipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReceiptCharge" ADD CONSTRAINT "ReceiptCharge_chargeId_fkey" FOREIGN KEY ("chargeId") REFERENCES "Charge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditPayload" ADD CONSTRAINT "AuditPayload_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "AuditEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
