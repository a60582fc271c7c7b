-- The list of charges, newest year first.
CREATE INDEX "Charge_year_id_idx" ON "Charge"("year" DESC, "id");

-- Every statement that changes charges moves it on, so that what a list adds up is added up again only then.
CREATE SEQUENCE "charge_changes";

CREATE FUNCTION count_charge_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM nextval('charge_changes');
  RETURN NULL;
END $$;

CREATE TRIGGER "Charge_changes" AFTER INSERT OR UPDATE OR DELETE ON "Charge" FOR EACH STATEMENT EXECUTE FUNCTION count_charge_change();
