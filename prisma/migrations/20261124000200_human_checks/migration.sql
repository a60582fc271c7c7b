-- CreateTable
CREATE TABLE "UsedChallenge" (
    "nonce" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "UsedChallenge_pkey" PRIMARY KEY ("nonce")
);

-- CreateTable
CREATE TABLE "PictureCode" (
    "id" UUID NOT NULL,
    "purpose" "SmsPurpose" NOT NULL,
    "answerHash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "PictureCode_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "UsedChallenge_expiresAt_idx" ON "UsedChallenge"("expiresAt");

-- CreateIndex
CREATE INDEX "PictureCode_expiresAt_idx" ON "PictureCode"("expiresAt");

ALTER TABLE "UsedChallenge" ADD CONSTRAINT "UsedChallenge_nonce_shape" CHECK ("nonce" ~ '^[0-9a-f]{32}$');
ALTER TABLE "PictureCode"
  ADD CONSTRAINT "PictureCode_answer_is_hashed" CHECK ("answerHash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "PictureCode_tries" CHECK ("tries" BETWEEN 0 AND 3);
