package dev.lockproof.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Entities of unusual shapes: each must compile under {@code -Xlint:all -Werror}, generated code included. */
class EntityShapesTest {

    private static final String IMPORTS = """
            import dev.lockproof.annotations.*;
            import java.util.*;
            """;

    @Test
    void anEntityMayNameItsOwnViewsAndProofInItsSignatures() {
        Map<String, String> files = Compilations.generate("package bank;" + IMPORTS + """
                @Entity
                record Account(@Id String id, long balance) {
                    long with(LockedAccount other) {
                        return balance + other.balance();
                    }

                    static List<PersistentAccount> richest(AccountRepository accounts) {
                        return accounts.find(dev.lockproof.Query.where(AccountFields.BALANCE.greaterThan(1_000L)));
                    }
                }
                """);

        assertThat(files).hasSize(5);
    }

    @Test
    void aGenericEntityIsStoredWithoutItsTypeArgument() {
        Map<String, String> files = Compilations.generate("package bank;" + IMPORTS + """
                @Entity
                class Box<T, N extends Number> {
                    @Id private final String id;
                    @Convert(TextConverter.class)
                    private T content;

                    Box(String id, T content) {
                        this.id = id;
                        this.content = content;
                    }

                    String id() {
                        return id;
                    }

                    T content() {
                        return content;
                    }

                    static class TextConverter implements AttributeConverter<Object, String> {
                        @Override
                        public String toColumn(Object content) {
                            return content.toString();
                        }

                        @Override
                        public Object toProperty(String text) {
                            return text;
                        }
                    }
                }
                """);

        assertThat(files.get("PersistentBox.java")).contains("extends Persistent<Box<?, ?>, LockedBox>");
        assertThat(files.get("LockedBox.java")).contains("extends Box<Object, Number> implements PersistentBox");
        assertThat(files.get("BoxFields.java")).contains("TextField<Box<?, ?>> ID", "Field<Box<?, ?>, Object> CONTENT");
    }

    @Test
    void aGenericRecordHasWithers() {
        Map<String, String> files = Compilations.generate("package bank;" + IMPORTS + """
                @Entity
                record Box<T>(@Id String id, String label, long weight) {}
                """);

        assertThat(files.get("LockedBox.java")).contains("new Box<Object>(box.id(), label, box.weight())");
    }

    @Test
    void aGenericSuperclassGivesTheTypesOfItsArguments() {
        Map<String, String> files =
                Compilations.generate("package bank;" + IMPORTS + """
                @Entity
                class Account extends Identified<UUID> {
                    Account(UUID id) {
                        super(id);
                    }
                }
                """, "package bank;" + IMPORTS + """
                abstract class Identified<I> {
                    @Id private final I id;

                    Identified(I id) {
                        this.id = id;
                    }

                    public final I getId() {
                        return id;
                    }
                }
                """);

        assertThat(files.get("AccountMapping.java")).contains("EntityMapping<Account, UUID, PersistentAccount");
    }

    @Test
    void visibilityFollowsTheEntityAndWhatIsAroundIt() {
        Map<String, String> files =
                Compilations.generate("package bank;" + IMPORTS + """
                class Shop {
                    @Entity
                    public record Order(@Id String id) {}
                }
                """, "package bank;" + IMPORTS + """
                public interface Bank {
                    @Entity
                    record Account(@Id String id) {}
                }
                """);

        assertThat(files.get("LockedOrder.java")).contains("\nfinal class LockedOrder");
        assertThat(files.get("PersistentOrder.java")).contains("\ninterface PersistentOrder");
        assertThat(files.get("LockedAccount.java")).contains("\npublic final class LockedAccount");
        assertThat(files.get("AccountMapping.java")).contains("\nfinal class AccountMapping");
    }

    @Test
    void anEntityMayBeInTheDefaultPackage() {
        assertThat(Compilations.generate(IMPORTS + "@Entity\nrecord Account(@Id String id) {}"))
                .hasSize(5);
    }

    @Test
    void aSerializableEntityHasASerializableProofWithoutTheLock() {
        Map<String, String> files = Compilations.generate("package bank;" + IMPORTS + """
                @Entity
                class Account implements java.io.Serializable {
                    private static final long serialVersionUID = 1L;
                    @Id final String id;

                    Account(String id) {
                        this.id = id;
                    }
                }
                """);

        assertThat(files.get("LockedAccount.java"))
                .contains("@Serial", "serialVersionUID = 1L", "private final transient LockGrant lock");
    }

    @Test
    void deprecatedMembersCauseNoWarningInGeneratedCode() {
        assertThat(Compilations.generate("package bank;" + IMPORTS + """
                @Entity
                class Account {
                    @Id private final String id;

                    @Deprecated
                    Account(String id) {
                        this.id = id;
                    }

                    @Deprecated(forRemoval = true)
                    public String getId() {
                        return id;
                    }
                }
                """)).hasSize(5);
    }

    @Test
    void typesInsideTheEntityDoNotHideTheLibrarysTypes() {
        assertThat(Compilations.generate("package bank;" + IMPORTS + """
                @Entity
                public class Account {
                    @Id final Row id;

                    public Account(Row id) {
                        this.id = id;
                    }

                    public enum Row { FIRST }
                    public interface LockGrant {}
                    public interface LockKey {}
                    public interface Locked {}
                    public interface Override {}
                }
                """)).hasSize(5);
    }

    @Test
    void namesThatAreAlsoNamesOfTheLibraryAreTheUsers() {
        assertThat(Compilations.generate("package bank;" + IMPORTS + """
                @Entity
                public record Row(@Id String id, Column column, String text, String lock2, long theRow) {
                    public enum Column { LEFT, RIGHT }
                }
                """)).hasSize(5);
        assertThat(Compilations.generate("package bank;" + IMPORTS + """
                @Entity
                public record Default(@Id String id, String entity2) {}
                """)).hasSize(5);
    }

    @Test
    void transientAndStaticFieldsAreNotStored() {
        Map<String, String> files = Compilations.generate("package bank;" + IMPORTS + """
                @Entity
                class Account {
                    static int count;
                    @Id private final String id;
                    private transient Object cache = new Object();

                    Account(String id) {
                        this.id = id;
                    }

                    String getId() {
                        return id;
                    }

                    Object getCache() {
                        return cache;
                    }
                }
                """);

        assertThat(files.get("AccountFields.java")).doesNotContain("CACHE", "COUNT");
    }

    @Test
    void thePropertyIsWhatTheAccessorAndTheConstructorAgreeOn() {
        Map<String, String> files = Compilations.generate("package bank;" + IMPORTS + """
                @Entity
                class Reading {
                    @Id private final String id;
                    private final long epoch;

                    Reading(String id) {
                        this(id, 0);
                    }

                    Reading(String id, long epoch, Object... more) {
                        this(id, epoch);
                    }

                    Reading(String id, long epoch) {
                        this.id = id;
                        this.epoch = epoch;
                    }

                    private static <T> T id(T t) {
                        return t;
                    }

                    <T> T getId(T t) {
                        return t;
                    }

                    String getId() {
                        return id;
                    }

                    long isEpoch() {
                        return 0;
                    }

                    String getEpoch() {
                        return "x";
                    }

                    long epoch() {
                        return epoch;
                    }
                }
                """);

        assertThat(files.get("ReadingMapping.java"))
                .contains(
                        "reading.epoch()",
                        "new Reading(row.require(ReadingFields.ID), row.require(ReadingFields.EPOCH))");
    }

    @Test
    void anAccessorWithoutFieldIsAPropertyIfTheConstructorTakesIt() {
        Map<String, String> files = Compilations.generate("package bank;" + IMPORTS + """
                @Entity
                class Account {
                    private final transient String[] parts;

                    Account(String bank, String number) {
                        this.parts = new String[] {bank, number};
                    }

                    @Id
                    String getNumber() {
                        return parts[1];
                    }

                    String bank() {
                        return parts[0];
                    }
                }
                """);

        assertThat(files.get("AccountMapping.java")).contains("AccountFields.BANK, account.bank()");
    }

    @Test
    void withoutEntitiesNothingIsGenerated() {
        Compilation compilation = Compilations.compile(
                Compilations.processors(), List.of("-Xlint:all", "-Werror"), "package bank; class Nothing {}");

        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
        assertThat(compilation.generatedSourceFiles()).isEmpty();
    }
}
