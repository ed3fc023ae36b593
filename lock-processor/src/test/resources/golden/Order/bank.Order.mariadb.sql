create table `orders` (
  `shop` char(36) character set ascii collate ascii_bin not null,
  `number` integer not null,
  `customer_name` longtext character set utf8mb4 collate utf8mb4_nopad_bin not null,
  `status` longtext character set utf8mb4 collate utf8mb4_nopad_bin,
  `shipped_at` datetime(6),
  `tags` longtext character set utf8mb4 collate utf8mb4_nopad_bin not null,
  `lock_fence` bigint default 0 not null,
  `version` bigint default 0 not null,
  primary key (`shop`, `number`)
);
