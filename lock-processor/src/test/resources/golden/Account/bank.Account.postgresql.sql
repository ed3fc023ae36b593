create table "account" (
  "id" text not null,
  "owner" text not null,
  "balance" bigint not null,
  "note" text,
  "frozen" boolean not null,
  "lock_fence" bigint default 0 not null,
  "version" bigint default 0 not null,
  primary key ("id")
);
