-- 电子票据: recorded with their PDF, reversed and replaced, asked about by members, imported many at once.
ALTER TYPE "FileKind" ADD VALUE 'receipt';
CREATE TYPE "ReceiptRequestKind" AS ENUM ('notReceived', 'reissue');
CREATE TYPE "ReceiptRequestState" AS ENUM ('open', 'answered', 'declined', 'fulfilled');
CREATE TYPE "ReceiptImportState" AS ENUM ('reading', 'ready', 'failed', 'committed', 'discarded');

ALTER TABLE "Receipt"
  ADD COLUMN "email" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "fileId" UUID,
  ADD COLUMN "replacesId" UUID,
  ADD COLUMN "redCode" TEXT,
  ADD COLUMN "redNumber" TEXT,
  ADD COLUMN "reversedOn" DATE,
  ADD COLUMN "reversedAt" TIMESTAMPTZ(3),
  ADD COLUMN "reason" TEXT;

CREATE TABLE "ReceiptEvent" (
    "id" UUID NOT NULL,
    "receiptId" UUID NOT NULL,
    "from" "ReceiptState",
    "event" TEXT NOT NULL,
    "to" "ReceiptState" NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "ReceiptEvent_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ReceiptRequest" (
    "id" UUID NOT NULL,
    "receiptId" UUID NOT NULL,
    "kind" "ReceiptRequestKind" NOT NULL,
    "state" "ReceiptRequestState" NOT NULL DEFAULT 'open',
    "reason" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "titleName" TEXT,
    "titleUscc" TEXT,
    "answer" TEXT,
    "requestedById" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "ReceiptRequest_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ReceiptImport" (
    "id" UUID NOT NULL,
    "state" "ReceiptImportState" NOT NULL DEFAULT 'reading',
    "uploaderId" UUID NOT NULL,
    "workbookName" TEXT NOT NULL,
    "workbookKey" TEXT NOT NULL,
    "pdfsKey" TEXT,
    "percent" INTEGER NOT NULL DEFAULT 0,
    "rows" JSONB NOT NULL DEFAULT '[]',
    "strays" JSONB NOT NULL DEFAULT '[]',
    "failure" TEXT,
    "committedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "ReceiptImport_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Receipt_fileId_key" ON "Receipt"("fileId");
CREATE UNIQUE INDEX "Receipt_replacesId_key" ON "Receipt"("replacesId");
CREATE UNIQUE INDEX "Receipt_redCode_redNumber_key" ON "Receipt"("redCode", "redNumber");
CREATE INDEX "Receipt_state_issuedOn_id_idx" ON "Receipt"("state", "issuedOn", "id");
CREATE INDEX "ReceiptEvent_receiptId_createdAt_idx" ON "ReceiptEvent"("receiptId", "createdAt");
CREATE INDEX "ReceiptRequest_receiptId_createdAt_idx" ON "ReceiptRequest"("receiptId", "createdAt");
CREATE INDEX "ReceiptRequest_state_createdAt_idx" ON "ReceiptRequest"("state", "createdAt");
CREATE INDEX "ReceiptRequest_requestedById_idx" ON "ReceiptRequest"("requestedById");
CREATE INDEX "ReceiptImport_createdAt_idx" ON "ReceiptImport"("createdAt");
CREATE INDEX "ReceiptImport_uploaderId_idx" ON "ReceiptImport"("uploaderId");

ALTER TABLE "Receipt" ADD CONSTRAINT "Receipt_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "File"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Receipt" ADD CONSTRAINT "Receipt_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Receipt"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "ReceiptEvent" ADD CONSTRAINT "ReceiptEvent_receiptId_fkey" FOREIGN KEY ("receiptId") REFERENCES "Receipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReceiptRequest" ADD CONSTRAINT "ReceiptRequest_receiptId_fkey" FOREIGN KEY ("receiptId") REFERENCES "Receipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReceiptRequest" ADD CONSTRAINT "ReceiptRequest_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReceiptImport" ADD CONSTRAINT "ReceiptImport_uploaderId_fkey" FOREIGN KEY ("uploaderId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Receipt"
  ADD CONSTRAINT "Receipt_reversed_is_told" CHECK (
    num_nonnulls("redCode", "redNumber", "reversedOn", "reversedAt", "reason") = CASE WHEN "state" = 'reversed' THEN 5 ELSE 0 END),
  ADD CONSTRAINT "Receipt_reasoned" CHECK ("reason" <> ''),
  ADD CONSTRAINT "Receipt_red_is_another" CHECK (("redCode", "redNumber") IS DISTINCT FROM ("code", "number")),
  ADD CONSTRAINT "Receipt_replaces_another" CHECK ("replacesId" <> "id");
ALTER TABLE "ReceiptEvent" ADD CONSTRAINT "ReceiptEvent_reasoned" CHECK ("event" <> 'reverse' OR coalesce("reason", '') <> '');
ALTER TABLE "ReceiptRequest"
  ADD CONSTRAINT "ReceiptRequest_decided_has_moment" CHECK (("state" = 'open') = ("decidedAt" IS NULL)),
  ADD CONSTRAINT "ReceiptRequest_answered" CHECK ("state" NOT IN ('answered', 'declined') OR coalesce("answer", '') <> ''),
  ADD CONSTRAINT "ReceiptRequest_reissue_has_title" CHECK (
    "kind" <> 'reissue' OR (coalesce("titleName", '') <> '' AND coalesce("titleUscc", '') <> '' AND "reason" <> ''));
CREATE UNIQUE INDEX "ReceiptRequest_one_open" ON "ReceiptRequest"("receiptId", "kind") WHERE "state" = 'open';
ALTER TABLE "ReceiptImport"
  ADD CONSTRAINT "ReceiptImport_percent" CHECK ("percent" BETWEEN 0 AND 100),
  ADD CONSTRAINT "ReceiptImport_committed_has_moment" CHECK (("state" = 'committed') = ("committedAt" IS NOT NULL));

-- A filing's files are its vouchers and, until it is recorded, the PDF of its receipt. (A new label cannot be used yet: as text.)
ALTER TABLE "File"
  DROP CONSTRAINT "File_of_filing_is_voucher",
  ADD CONSTRAINT "File_of_filing_is_its_kind" CHECK (
    ("filingId" IS NULL OR "kind"::text IN ('transferVoucher', 'receipt')) AND ("duesYear" IS NULL OR "kind"::text = 'transferVoucher'));
