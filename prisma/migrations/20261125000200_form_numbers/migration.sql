-- What the answers' number was when a stamped scan was uploaded: whether it still belongs to them.
ALTER TABLE "File" ADD COLUMN "formNumber" TEXT;

-- Only what is printed and stamped has a number.
ALTER TABLE "File" ADD CONSTRAINT "File_formNumber_stamped" CHECK ("formNumber" IS NULL OR "kind" IN ('applicationForm', 'creditPledge'));
