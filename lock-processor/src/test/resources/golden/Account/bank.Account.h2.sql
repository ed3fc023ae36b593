create table "account" (
  "id" varchar not null,
  "owner" character large object not null,
  "balance" bigint not null,
  "note" character large object,
  "frozen" boolean not null,
  "lock_fence" bigint default 0 not null,
  "version" bigint default 0 not null,
  primary key ("id")
);
