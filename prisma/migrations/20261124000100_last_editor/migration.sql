-- Which open form saved a step last, and its how-manieth save that was: one that was overtaken on the way writes nothing.
ALTER TABLE "ApplicationAnswers" ADD COLUMN "editor" TEXT NOT NULL DEFAULT '', ADD COLUMN "sequence" INTEGER NOT NULL DEFAULT 0;
