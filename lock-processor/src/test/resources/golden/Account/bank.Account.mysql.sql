create table `account` (
  `id` varchar(768) character set utf8mb4 collate utf8mb4_0900_bin not null,
  `owner` longtext character set utf8mb4 collate utf8mb4_0900_bin not null,
  `balance` bigint not null,
  `note` longtext character set utf8mb4 collate utf8mb4_0900_bin,
  `frozen` boolean not null,
  `lock_fence` bigint default 0 not null,
  `version` bigint default 0 not null,
  primary key (`id`)
);
