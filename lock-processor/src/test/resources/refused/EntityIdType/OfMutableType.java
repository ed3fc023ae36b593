package bank;

import dev.lockproof.annotations.AttributeConverter;
import dev.lockproof.annotations.Convert;
import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import java.util.Date;

@Entity
record Reading(@Id @Convert(DateConverter.class) Date at) {} // refused: [EntityIdType] The id 'at' of Reading is of type Date: it can be changed in place.

class DateConverter implements AttributeConverter<Date, Long> {
    @Override
    public Long toColumn(Date date) {
        return date.getTime();
    }

    @Override
    public Date toProperty(Long millis) {
        return new Date(millis);
    }
}
