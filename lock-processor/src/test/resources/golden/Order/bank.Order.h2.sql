create table "orders" (
  "shop" uuid not null,
  "number" integer not null,
  "customer_name" character large object not null,
  "status" character large object,
  "shipped_at" timestamp(6) with time zone,
  "tags" character large object not null,
  "lock_fence" bigint default 0 not null,
  "version" bigint default 0 not null,
  primary key ("shop", "number")
);
