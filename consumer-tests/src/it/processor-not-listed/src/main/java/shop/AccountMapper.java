package shop;

import org.mapstruct.Mapper;

@Mapper
interface AccountMapper {

    Statement toStatement(Account account);

    record Statement(String id, long balance) {}
}
