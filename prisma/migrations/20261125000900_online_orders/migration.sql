-- Paying online: an order is one visit to the provider's page.
CREATE TYPE "OnlineOrderState" AS ENUM ('open', 'paid', 'closed');
CREATE TYPE "DifferenceKind" AS ENUM ('unknownOrder', 'amount', 'secondTrade', 'notOnBill', 'unknownRefund');

CREATE TABLE "OnlineOrder" (
    "id" UUID NOT NULL,
    "orderNumber" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "companyId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "state" "OnlineOrderState" NOT NULL DEFAULT 'open',
    "amountFen" INTEGER NOT NULL,
    "titleName" TEXT NOT NULL,
    "titleUscc" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "mobile" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "tradeNumber" TEXT,
    "paymentId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "OnlineOrder_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "OnlineOrderCharge" (
    "orderId" UUID NOT NULL,
    "chargeId" UUID NOT NULL,

    CONSTRAINT "OnlineOrderCharge_pkey" PRIMARY KEY ("orderId","chargeId")
);

CREATE TABLE "OnlineOrderEvent" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "from" "OnlineOrderState",
    "event" TEXT NOT NULL,
    "to" "OnlineOrderState" NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "OnlineOrderEvent_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PaymentDifference" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "kind" "DifferenceKind" NOT NULL,
    "orderNumber" TEXT NOT NULL,
    "tradeNumber" TEXT NOT NULL,
    "expectedFen" INTEGER NOT NULL,
    "actualFen" INTEGER NOT NULL,
    "resolution" TEXT,
    "resolvedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "PaymentDifference_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "BilledDay" (
    "provider" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "BilledDay_pkey" PRIMARY KEY ("provider","day")
);

CREATE UNIQUE INDEX "OnlineOrder_orderNumber_key" ON "OnlineOrder"("orderNumber");
CREATE UNIQUE INDEX "OnlineOrder_paymentId_key" ON "OnlineOrder"("paymentId");
CREATE INDEX "OnlineOrder_companyId_createdAt_idx" ON "OnlineOrder"("companyId", "createdAt");
CREATE INDEX "OnlineOrder_accountId_idx" ON "OnlineOrder"("accountId");
CREATE INDEX "OnlineOrder_state_createdAt_idx" ON "OnlineOrder"("state", "createdAt");
CREATE INDEX "OnlineOrderCharge_chargeId_idx" ON "OnlineOrderCharge"("chargeId");
CREATE INDEX "OnlineOrderEvent_orderId_createdAt_idx" ON "OnlineOrderEvent"("orderId", "createdAt");
CREATE INDEX "PaymentDifference_resolvedAt_createdAt_idx" ON "PaymentDifference"("resolvedAt", "createdAt");
CREATE UNIQUE INDEX "PaymentDifference_provider_kind_orderNumber_tradeNumber_key" ON "PaymentDifference"("provider", "kind", "orderNumber", "tradeNumber");

ALTER TABLE "OnlineOrder" ADD CONSTRAINT "OnlineOrder_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OnlineOrder" ADD CONSTRAINT "OnlineOrder_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OnlineOrder" ADD CONSTRAINT "OnlineOrder_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "OnlineOrderCharge" ADD CONSTRAINT "OnlineOrderCharge_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "OnlineOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OnlineOrderCharge" ADD CONSTRAINT "OnlineOrderCharge_chargeId_fkey" FOREIGN KEY ("chargeId") REFERENCES "Charge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OnlineOrderEvent" ADD CONSTRAINT "OnlineOrderEvent_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "OnlineOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "OnlineOrder"
  ADD CONSTRAINT "OnlineOrder_amount" CHECK ("amountFen" > 0),
  ADD CONSTRAINT "OnlineOrder_number_shape" CHECK ("orderNumber" ~ '^[A-Z0-9]{8,64}$'),
  -- Paid means: this trade, and this payment of ours.
  ADD CONSTRAINT "OnlineOrder_paid" CHECK (("state" = 'paid') = ("tradeNumber" IS NOT NULL AND "paymentId" IS NOT NULL));
ALTER TABLE "PaymentDifference" ADD CONSTRAINT "PaymentDifference_resolved" CHECK (("resolvedAt" IS NULL) = (coalesce("resolution", '') = ''));
