package shop;

import org.mapstruct.Mapper;
import org.mapstruct.factory.Mappers;

@Mapper
public interface AccountMapper {

    AccountMapper INSTANCE = Mappers.getMapper(AccountMapper.class);

    Statement ofEntity(Account account);

    Statement ofStored(PersistentAccount account);

    Statement ofLocked(LockedAccount account);

    record Statement(String id, long balance) {}
}
