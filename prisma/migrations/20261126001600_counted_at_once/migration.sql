-- What is left of a payment stands in its row from the first, instead of the row being written again at once.
DROP TRIGGER "Payment_counted" ON "Payment";
DROP FUNCTION count_payment();

CREATE FUNCTION count_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."leftFen" := NEW."amountFen";
  RETURN NEW;
END $$;
CREATE TRIGGER "Payment_counted" BEFORE INSERT ON "Payment"
  FOR EACH ROW WHEN (NEW."refundOfId" IS NULL) EXECUTE FUNCTION count_payment();

-- A refund takes from the payment that it gives back.
CREATE FUNCTION count_refund() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Payment" SET "leftFen" = "leftFen" + NEW."amountFen" WHERE "id" = NEW."refundOfId";
  RETURN NULL;
END $$;
CREATE TRIGGER "Refund_counted" AFTER INSERT ON "Payment"
  FOR EACH ROW WHEN (NEW."refundOfId" IS NOT NULL) EXECUTE FUNCTION count_refund();

-- Asked for money of a bank's row only.
DROP TRIGGER "Payment_of_row_counted" ON "Payment";
CREATE TRIGGER "Payment_of_row_counted" AFTER INSERT OR UPDATE OF "bankRowId", "amountFen" ON "Payment"
  FOR EACH ROW WHEN (NEW."bankRowId" IS NOT NULL) EXECUTE FUNCTION count_bank_row();

-- What charges hold and payments have left follows a statement's allocations together, not one after the other.
DROP TRIGGER "Allocation_counted" ON "Allocation";
DROP FUNCTION count_allocation();

CREATE FUNCTION count_allocations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE "Charge" c SET "heldFen" = c."heldFen" - a."fen"
      FROM (SELECT "chargeId", sum("amountFen")::integer AS "fen" FROM gone GROUP BY 1) a WHERE c."id" = a."chargeId";
    UPDATE "Payment" p SET "leftFen" = p."leftFen" + a."fen"
      FROM (SELECT coalesce(of."refundOfId", of."id") AS "paymentId", sum(gone."amountFen")::integer AS "fen"
        FROM gone JOIN "Payment" of ON of."id" = gone."paymentId" GROUP BY 1) a WHERE p."id" = a."paymentId";
  END IF;
  IF TG_OP <> 'DELETE' THEN
    UPDATE "Charge" c SET "heldFen" = c."heldFen" + a."fen"
      FROM (SELECT "chargeId", sum("amountFen")::integer AS "fen" FROM come GROUP BY 1) a WHERE c."id" = a."chargeId";
    UPDATE "Payment" p SET "leftFen" = p."leftFen" - a."fen"
      FROM (SELECT coalesce(of."refundOfId", of."id") AS "paymentId", sum(come."amountFen")::integer AS "fen"
        FROM come JOIN "Payment" of ON of."id" = come."paymentId" GROUP BY 1) a WHERE p."id" = a."paymentId";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Allocation_counted" AFTER INSERT ON "Allocation"
  REFERENCING NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION count_allocations();
CREATE TRIGGER "Allocation_counted_again" AFTER UPDATE ON "Allocation"
  REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION count_allocations();
CREATE TRIGGER "Allocation_no_longer_counted" AFTER DELETE ON "Allocation"
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION count_allocations();
