package dev.lockproof.functional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.LockBackendException;
import dev.lockproof.LockService;
import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.jdbc.JdbcStore;
import dev.lockproof.memory.InMemoryLockProvider;
import dev.lockproof.spi.EntityStore;
import dev.lockproof.testservers.MariaDbServer;
import dev.lockproof.testservers.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables that the processor describes are those that the store expects, and keep what is stored. */
@AcquiresLock
class TablesTest {

    private static final Map<String, BiFunction<EntityStore, LockService, Object>> REPOSITORIES = Map.of(
            "Account", AccountRepository::new,
            "Everything", EverythingRepository::new,
            "Shop$Line", LineRepository::new,
            "Shop$Customer", CustomerRepository::new);

    private final LockService locks = LockService.of(InMemoryLockProvider.create());

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void theStoreAsksForTheTablesThatTheProcessorWrote(String dialect) {
        REPOSITORIES.forEach((entity, repository) -> {
            JdbcStore store = JdbcStore.of(database(dialect));
            assertThat(repository.apply(store, locks)).isNotNull();
            assertThatThrownBy(store::checkTables)
                    .isInstanceOf(LockBackendException.class)
                    .hasMessageContaining(table(entity, dialect));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql", "mariadb"})
    void entitiesAreKeptInTheTablesThatTheProcessorWrote(String dialect) {
        DataSource database = database(dialect);
        REPOSITORIES.keySet().forEach(entity -> execute(database, table(entity, dialect)));
        JdbcStore store = JdbcStore.of(database);
        EverythingRepository everything = new EverythingRepository(store, locks);
        Everything full = PropertyTypesTest.everything(true, "text with 'quotes' and \n");
        everything.save(full);
        assertThat(everything.require(full.id()).entity())
                .usingRecursiveComparison()
                .isEqualTo(full);
        try (LockedEverything locked = everything.lock(full.id())) {
            everything.save(locked.withNote(Optional.empty()).withMaybeBytes(null));
        }
        assertThat(everything.require(full.id()).note()).isEmpty();

        LineRepository lines = new LineRepository(store, locks);
        Shop.LineId id = new Shop.LineId("o'1", 7, LocalDate.of(2026, 2, 28));
        lines.saveAll(List.of(
                new Shop.Line(id, "\"pen\"", new Shop.Money(250), List.of("blue", "🖊")),
                new Shop.Line(new Shop.LineId("o2", 7, id.day()), "ink", new Shop.Money(0), null)));
        try (LockedLine line = lines.lock(id)) {
            assertThat(line.tags()).containsExactly("blue", "🖊");
        }
        assertThat(lines.count(LineFields.PRICE.equalTo(new Shop.Money(250)))).isEqualTo(1);
    }

    private static DataSource database(String dialect) {
        return switch (dialect) {
            case "h2" -> {
                JdbcDataSource dataSource = new JdbcDataSource();
                dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
                yield dataSource;
            }
            case "postgresql" -> PostgresServer.shared().createDataSource();
            default -> MariaDbServer.shared().createDataSource();
        };
    }

    private static String table(String entity, String dialect) {
        String name = "/META-INF/lockproof/ddl/dev.lockproof.functional." + entity + "." + dialect + ".sql";
        try (InputStream file = TablesTest.class.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            return new String(file.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql.replace(";", ""));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
