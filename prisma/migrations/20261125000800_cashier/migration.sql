-- The books of the demo's cashier.
CREATE TYPE "CashierState" AS ENUM ('waiting', 'paid', 'closed');

CREATE TABLE "CashierTrade" (
    "orderNumber" TEXT NOT NULL,
    "tradeNumber" TEXT NOT NULL,
    "state" "CashierState" NOT NULL DEFAULT 'waiting',
    "amountFen" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "returnUrl" TEXT NOT NULL,
    "notifyUrl" TEXT NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "paidAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "CashierTrade_pkey" PRIMARY KEY ("orderNumber")
);

CREATE TABLE "CashierRefund" (
    "refundNumber" TEXT NOT NULL,
    "orderNumber" TEXT NOT NULL,
    "amountFen" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "CashierRefund_pkey" PRIMARY KEY ("refundNumber")
);

CREATE UNIQUE INDEX "CashierTrade_tradeNumber_key" ON "CashierTrade"("tradeNumber");
CREATE INDEX "CashierRefund_orderNumber_idx" ON "CashierRefund"("orderNumber");
ALTER TABLE "CashierRefund" ADD CONSTRAINT "CashierRefund_orderNumber_fkey" FOREIGN KEY ("orderNumber") REFERENCES "CashierTrade"("orderNumber") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "CashierTrade"
  ADD CONSTRAINT "CashierTrade_amount" CHECK ("amountFen" > 0),
  ADD CONSTRAINT "CashierTrade_paid" CHECK ("state" <> 'paid' OR "paidAt" IS NOT NULL);
ALTER TABLE "CashierRefund" ADD CONSTRAINT "CashierRefund_amount" CHECK ("amountFen" > 0);
