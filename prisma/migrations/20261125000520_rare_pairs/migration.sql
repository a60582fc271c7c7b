-- Rare pairs of characters have to look rare to the planner: among a hundred thousand names it otherwise walks them all.
ALTER TABLE "Company" ALTER COLUMN "nameBigrams" SET STATISTICS 1000;
