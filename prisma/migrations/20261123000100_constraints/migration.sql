-- What Prisma's schema cannot say: facts tied to states, partial uniqueness, rows that never change.

-- People and access
ALTER TABLE "Account" ADD CONSTRAINT "Account_phone_is_mobile" CHECK ("phone" ~ '^1[3-9][0-9]{9}$');
ALTER TABLE "SmsChallenge" ADD CONSTRAINT "SmsChallenge_tries" CHECK ("tries" BETWEEN 0 AND 5);

-- Joining
ALTER TABLE "Application"
  ADD CONSTRAINT "Application_submitted_has_snapshot" CHECK (
    "state" IN ('draft', 'withdrawn') OR ("submittedAt" IS NOT NULL AND "currentSnapshotId" IS NOT NULL AND "charterConsentId" IS NOT NULL)),
  ADD CONSTRAINT "Application_decided_has_moment" CHECK (("state" IN ('approved', 'rejected', 'withdrawn')) = ("decidedAt" IS NOT NULL)),
  ADD CONSTRAINT "Application_approved_has_member" CHECK (("state" = 'approved') = ("memberId" IS NOT NULL));
ALTER TABLE "ApplicationEvent" ADD CONSTRAINT "ApplicationEvent_reasoned" CHECK ("event" NOT IN ('return', 'reject') OR "reason" <> '');
ALTER TABLE "File"
  ADD CONSTRAINT "File_one_owner" CHECK (num_nonnulls("applicationId", "companyId") = 1),
  ADD CONSTRAINT "File_checked" CHECK ("state" IN ('quarantined', 'retired') OR ("sha256" ~ '^[0-9a-f]{64}$' AND "pageCount" > 0)),
  ADD CONSTRAINT "File_retired_has_moment" CHECK (("state" = 'retired') = ("retiredAt" IS NOT NULL)),
  ADD CONSTRAINT "File_size" CHECK ("bytes" BETWEEN 1 AND 10485760);

-- Members
ALTER TABLE "Company" ADD CONSTRAINT "Company_uscc_shape" CHECK ("uscc" ~ '^[1-9ANY][0-9A-HJ-NP-RTUW-Y]{17}$');
CREATE UNIQUE INDEX "Liaison_one_open_each_order" ON "Liaison" ("companyId", "order") WHERE "to" IS NULL;
CREATE UNIQUE INDEX "Liaison_one_open_each_mobile" ON "Liaison" ("companyId", "mobile") WHERE "to" IS NULL;
ALTER TABLE "Liaison" ADD CONSTRAINT "Liaison_dates_in_order" CHECK ("to" IS NULL OR "to" >= "from");
CREATE UNIQUE INDEX "CompanyName_one_open" ON "CompanyName" ("companyId") WHERE "to" IS NULL;
CREATE UNIQUE INDEX "MemberLevel_one_open" ON "MemberLevel" ("memberId") WHERE "to" IS NULL;
ALTER TABLE "MemberLevel" ADD CONSTRAINT "MemberLevel_dates_in_order" CHECK ("to" IS NULL OR "to" >= "from");
CREATE UNIQUE INDEX "Certificate_one_valid" ON "Certificate" ("memberId") WHERE "revokedAt" IS NULL;
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_token_length" CHECK (length("token") >= 26);

-- Dues
ALTER TABLE "DuesStandard" ADD CONSTRAINT "DuesStandard_amount" CHECK ("amountFen" > 0);
ALTER TABLE "Charge"
  ADD CONSTRAINT "Charge_owner" CHECK (num_nonnulls("applicationId", "companyId") >= 1),
  ADD CONSTRAINT "Charge_amount" CHECK ("amountFen" > 0),
  ADD CONSTRAINT "Charge_reasoned" CHECK ("state" = 'open' OR "reason" <> '');
CREATE UNIQUE INDEX "Charge_one_standard_a_company_year" ON "Charge" ("companyId", "year") WHERE "kind" = 'standard' AND "companyId" IS NOT NULL;
CREATE UNIQUE INDEX "Charge_one_standard_an_application_year" ON "Charge" ("applicationId", "year") WHERE "kind" = 'standard' AND "applicationId" IS NOT NULL;
ALTER TABLE "Filing"
  ADD CONSTRAINT "Filing_owner" CHECK (num_nonnulls("applicationId", "companyId") >= 1),
  ADD CONSTRAINT "Filing_amount" CHECK ("amountFen" > 0),
  ADD CONSTRAINT "Filing_decided_has_moment" CHECK (("state" = 'pending') = ("decidedAt" IS NULL)),
  ADD CONSTRAINT "Filing_returned_has_reason" CHECK ("state" <> 'returned' OR "reason" <> '');
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_amount" CHECK ("amountFen" <> 0);
ALTER TABLE "Allocation" ADD CONSTRAINT "Allocation_amount" CHECK ("amountFen" <> 0);
ALTER TABLE "Receipt" ADD CONSTRAINT "Receipt_amount" CHECK ("amountFen" > 0);

-- The rest
ALTER TABLE "Message"
  ADD CONSTRAINT "Message_sent_has_moment" CHECK (("state" = 'sent') = ("sentAt" IS NOT NULL)),
  ADD CONSTRAINT "Message_secret_is_gone" CHECK ("state" = 'waiting' OR "secret" IS NULL);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ApplicationSnapshot_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ApplicationSnapshot" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ApplicationEvent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ApplicationEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "FilingEvent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "FilingEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Consent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Consent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "DocumentVersion_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "DocumentVersion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- An audit payload may be emptied (a deletion request), never rewritten.
CREATE FUNCTION refuse_unless_redaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW."eventId" = OLD."eventId" AND NEW."data" IS NULL AND NEW."redactedAt" IS NOT NULL THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% can only be redacted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "AuditPayload_redact_only" BEFORE UPDATE OR DELETE ON "AuditPayload" FOR EACH ROW EXECUTE FUNCTION refuse_unless_redaction();
CREATE TRIGGER "AuditPayload_no_truncate" BEFORE TRUNCATE ON "AuditPayload" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
