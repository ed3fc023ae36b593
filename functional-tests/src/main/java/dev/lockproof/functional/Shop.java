package dev.lockproof.functional;

import dev.lockproof.annotations.AttributeConverter;
import dev.lockproof.annotations.Column;
import dev.lockproof.annotations.Convert;
import dev.lockproof.annotations.Entity;
import dev.lockproof.annotations.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Nested entities, a composite id, converters and names. */
public final class Shop {

    private Shop() {}

    /**
     * A line of an order.
     *
     * @param id order and number
     * @param article what
     * @param price what it costs
     * @param tags words to find it by
     */
    @Entity(name = "ShopLine", table = "order_lines")
    public record Line(
            @Id LineId id,
            @Column("article_name") String article,
            @Convert(MoneyConverter.class) Money price,
            @Convert(TagsConverter.class) @Nullable List<String> tags) {}

    /**
     * The id of a line.
     *
     * @param order the order
     * @param number the line in it
     * @param day when it was ordered
     */
    public record LineId(
            String order, @Column("line_number") int number, LocalDate day) {}

    /**
     * Money.
     *
     * @param cents how much
     */
    public record Money(long cents) {}

    static final class MoneyConverter implements AttributeConverter<Money, Long> {

        @Override
        public Long toColumn(Money money) {
            return money.cents();
        }

        @Override
        public Money toProperty(Long cents) {
            return new Money(cents);
        }
    }

    static final class TagsConverter implements AttributeConverter<List<String>, String> {

        @Override
        public String toColumn(List<String> tags) {
            return String.join(" ", tags);
        }

        @Override
        public List<String> toProperty(String tags) {
            return List.of(tags.split(" "));
        }
    }

    /** A nested class whose accessors are Optional. */
    @Entity
    static class Customer {

        @Id
        private final int number;

        private final String name;
        private @Nullable String phone;

        Customer(int number, String name, Optional<String> phone) {
            this.number = number;
            this.name = name;
            this.phone = phone.orElse(null);
        }

        int getNumber() {
            return number;
        }

        String getName() {
            return name;
        }

        Optional<String> getPhone() {
            return Optional.ofNullable(phone);
        }

        void call(String newPhone) {
            phone = newPhone;
        }
    }

    /**
     * Something with a label, whose content a row does not know the type of.
     *
     * @param id its id
     * @param label its label
     * @param content what it is about
     * @param <T> the content's type
     */
    @Entity
    public record Tagged<T>(
            @Id Size id,
            String label,
            @Convert(TextConverter.class) T content) {}

    static final class TextConverter implements AttributeConverter<Object, String> {

        @Override
        public String toColumn(Object content) {
            return content.toString();
        }

        @Override
        public Object toProperty(String text) {
            return text;
        }
    }

    /** An enum as id. */
    public enum Size {
        /** Small. */
        SMALL,
        /** Large. */
        LARGE
    }
}
