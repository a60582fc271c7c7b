-- A staff session counts from the moment its holder has proven the second factor. Sessions open now have not.
ALTER TABLE "Session" ADD COLUMN "secondFactorAt" TIMESTAMPTZ(3);

-- A row stands for a confirmed authenticator only, so the moment of confirming is the moment of the row.
ALTER TABLE "Totp"
  DROP COLUMN "confirmedAt",
  ADD COLUMN "unkeptCodesSealed" TEXT,
  ADD CONSTRAINT "Totp_lastStep" CHECK ("lastStep" >= 0);
