-- A company is found by the letters of its name: the pinyin without spaces, as people type it. Prefixes of letters and of
-- the credit code need an operator class of their own, because the database's collation is not C.
ALTER TABLE "Company" ADD COLUMN "nameLetters" TEXT;
UPDATE "Company" SET "nameLetters" = regexp_replace("namePinyin", '[^a-z0-9]', '', 'g');
ALTER TABLE "Company" ALTER COLUMN "nameLetters" SET NOT NULL;
CREATE INDEX "Company_nameLetters_idx" ON "Company" ("nameLetters" text_pattern_ops);
CREATE INDEX "Company_nameInitials_idx" ON "Company" ("nameInitials" text_pattern_ops);
CREATE INDEX "Company_uscc_idx" ON "Company" ("uscc" text_pattern_ops);
