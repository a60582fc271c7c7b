-- Money that an import brought is its company's, as all other money is: what is over of it is seen, and stays when a record is merged.
UPDATE "Payment" p SET "companyId" = c."companyId"
FROM "Allocation" a JOIN "Charge" c ON c."id" = a."chargeId"
WHERE a."paymentId" = p."id" AND p."companyId" IS NULL AND c."companyId" IS NOT NULL;

-- Initials find a name from anywhere in it: cjlq finds 江苏长江路桥.
UPDATE "Company" SET "nameBigrams" = ARRAY(
  SELECT DISTINCT piece FROM unnest("nameBigrams" || ARRAY(
    SELECT substr(initials, at, 2) FROM regexp_replace("nameInitials", '[（）()·&\s-]', '', 'g') initials,
      generate_series(1, length(initials) - 1) at)) piece);

-- A number that was corrected is not given again.
CREATE INDEX "Member_with_former_numbers" ON "Member" ("id") WHERE "formerNumbers" <> '{}';

-- A bank's number is asked for in whatever letters it was typed.
DROP INDEX "Filing_serial_idx";
CREATE INDEX "Filing_serial" ON "Filing" (upper("serial")) WHERE "serial" IS NOT NULL;
CREATE INDEX "Payment_serial" ON "Payment" (upper("serial")) WHERE "serial" IS NOT NULL;
