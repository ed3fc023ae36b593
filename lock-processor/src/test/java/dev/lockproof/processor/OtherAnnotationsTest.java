package dev.lockproof.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Annotations of others with the names of ours are nobody's mistake as long as they are used for what they are. */
class OtherAnnotationsTest {

    private static final List<String> JPA = List.of(
            "package jakarta.persistence; public @interface Entity {}",
            "package jakarta.persistence; public @interface Id {}",
            "package jakarta.persistence; public @interface Column {}",
            "package jakarta.persistence; public @interface Table {}",
            "package jakarta.persistence; public @interface Transient {}",
            "package csv; public @interface Column {}",
            "package lombok; public @interface Locked {}");

    @Test
    void leavesAloneWhatHasNoneOfOurs() {
        assertSilent("""
                package bank;
                import jakarta.persistence.*;
                @Entity class Account {
                    @Id @Column private String id;
                    @lombok.Locked String getId() { return id; }
                    void pay(Account other) {}
                }
                """);
    }

    @Test
    void letsAnEntityHaveThemBesideOurs() {
        assertSilent("""
                package bank;
                import dev.lockproof.annotations.*;
                @Entity(table = "accounts") @jakarta.persistence.Table public class Account {
                    @Id @jakarta.persistence.Id private final String id;
                    @Column("n") @jakarta.persistence.Column private final String name;
                    @jakarta.persistence.Transient private transient int hash;
                    Account(String id, String name) { this.id = id; this.name = name; }
                    String getId() { return id; }
                    String getName() { return name; }
                    @jakarta.persistence.Transient int getHash() { return hash; }
                }
                """);
    }

    /** What it extends may be for entities of JPA, too. */
    @Test
    void letsASuperclassHaveThemForItsOtherSubclasses() {
        assertSilent("""
                package bank;
                import jakarta.persistence.*;
                public abstract class Named {
                    @Column private final String name;
                    Named(String name) { this.name = name; }
                    String getName() { return name; }
                }
                """, """
                package bank;
                import dev.lockproof.annotations.*;
                @Entity public class Account extends Named {
                    @Id private final String id;
                    Account(String id, String name) { super(name); this.id = id; }
                    String getId() { return id; }
                }
                """);
    }

    @Test
    void letsAnAccessorHaveThemWhereTheFieldThatItReadsHasOurs() {
        assertSilent("""
                package bank;
                import dev.lockproof.annotations.*;
                public abstract class Named {
                    @Column("n") final String name;
                    Named(String name) { this.name = name; }
                }
                """, """
                package bank;
                import dev.lockproof.annotations.*;
                @Entity public class Account extends Named {
                    @Id private final String id;
                    Account(String id, String name) { super(name); this.id = id; }
                    String getId() { return id; }
                    @jakarta.persistence.Column String getName() { return name; }
                }
                """);
    }

    /** They may say what goes into a file, or whatever else. */
    @Test
    void letsAnEntityHaveThoseOfOtherKindsOfLibraries() {
        assertSilent("""
                package bank;
                import dev.lockproof.annotations.*;
                @Entity public class Account {
                    @Id private final String id;
                    @csv.Column private final String name;
                    Account(String id, String name) { this.id = id; this.name = name; }
                    String getId() { return id; }
                    String getName() { return name; }
                }
                """);
    }

    /** What extends it may be in another module. */
    @Test
    void letsAnAbstractClassHaveOursForItsSubclasses() {
        assertSilent("""
                package bank;
                @jakarta.persistence.Entity
                public abstract class Named {
                    @dev.lockproof.annotations.Column("n") private final String name;
                    Named(String name) { this.name = name; }
                    String getName() { return name; }
                }
                """);
    }

    @Test
    void letsASuperclassHaveTheIdOfItsEntities() {
        assertSilent("""
                package bank;
                import dev.lockproof.annotations.*;
                public class Numbered {
                    @Id private final String number;
                    Numbered(String number) { this.number = number; }
                    String getNumber() { return number; }
                }
                """);
    }

    @Test
    void letsAnEntityExtendAnotherKindOfEntity() {
        assertSilent("""
                package bank;
                @jakarta.persistence.Entity
                public class Numbered {
                    @dev.lockproof.annotations.Id private final String number;
                    Numbered(String number) { this.number = number; }
                    String getNumber() { return number; }
                }
                """, """
                package bank;
                class Accounts {
                    @dev.lockproof.annotations.Entity
                    static class Account extends Numbered {
                        Account(String number) { super(number); }
                    }
                }
                """);
    }

    private static void assertSilent(String... sources) {
        String[] all = Stream.concat(Stream.of(sources), JPA.stream()).toArray(String[]::new);
        assertThat(Compilations.messages(Compilations.compile(
                        Compilations.processors(), List.of("-Xlint:all,-processing", "-Werror"), all)))
                .isEmpty();
    }
}
