create table "orders" (
  "shop" uuid not null,
  "number" integer not null,
  "customer_name" text not null,
  "status" text,
  "shipped_at" timestamp with time zone,
  "tags" text not null,
  "lock_fence" bigint default 0 not null,
  "version" bigint default 0 not null,
  primary key ("shop", "number")
);
