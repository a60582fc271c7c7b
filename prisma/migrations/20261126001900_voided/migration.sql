-- 撤销到账: the payment stays, and stands for nothing any more.
ALTER TABLE "Payment" ADD COLUMN "voidedAt" TIMESTAMPTZ(3);
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_voided" CHECK (
  "voidedAt" IS NULL OR ("leftFen" = 0 AND NOT "awaitsFiling" AND num_nonnulls("filingId", "bankRowId", "refundOfId") = 0));
