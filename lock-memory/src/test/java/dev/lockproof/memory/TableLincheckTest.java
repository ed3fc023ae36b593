package dev.lockproof.memory;

import dev.lockproof.Condition;
import dev.lockproof.spi.Claim;
import dev.lockproof.spi.Row;
import dev.lockproof.spi.WriteResult;
import dev.lockproof.test.entities.Account;
import dev.lockproof.test.entities.AccountMapping;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/** Operations of three threads at once, each of which must look like one step. */
@Param(name = "id", gen = IntGen.class, conf = "1:2")
@Param(name = "token", gen = IntGen.class, conf = "1:3")
public class TableLincheckTest {

    private static final AccountMapping ACCOUNT = AccountMapping.INSTANCE;

    private static final List<Row> ROWS = IntStream.range(0, 60)
            .mapToObj(i -> ACCOUNT.row(new Account("id" + i / 20, null, i % 20)))
            .toList();

    private final Gate gate = new Gate();
    private final Transactions transactions = new Transactions(gate);
    private final Table table = new Table(ACCOUNT, gate);

    public TableLincheckTest() {
        table.insert("id1", row(1, 0), null);
        table.insert("id2", row(2, 0), null);
    }

    @Operation
    public String claim(@Param(name = "id") int id, @Param(name = "token") int token) {
        Claim<Row> claim = table.claim("id" + id, token, null);
        return claim instanceof Claim.Claimed<Row> claimed ? "read " + balance(claimed.value()) : claim.toString();
    }

    @Operation
    public WriteResult update(@Param(name = "id") int id, @Param(name = "token") int token) {
        return table.update("id" + id, row(id, token), token, null);
    }

    @Operation
    public WriteResult delete(@Param(name = "id") int id, @Param(name = "token") int token) {
        return table.delete("id" + id, token, null);
    }

    @Operation
    public boolean deleteById(@Param(name = "id") int id) {
        return table.delete("id" + id, null);
    }

    @Operation
    public boolean insert(@Param(name = "id") int id) {
        return table.insert("id" + id, row(id, 19), null);
    }

    @Operation
    public String find(@Param(name = "id") int id) {
        Row row = table.find("id" + id, null);
        return row == null ? "none" : "balance " + balance(row);
    }

    @Operation
    public long count() {
        return new Scan(ACCOUNT, table, null).count(Condition.all());
    }

    /** Takes the rows in one order, so it never closes a circle. Writes both or, if it gets only one, none. */
    @Operation
    public boolean transaction(@Param(name = "token") int token) {
        try {
            transactions.run(() -> {
                Transaction mine = transactions.active();
                for (int id = 1; id <= 2; id++) {
                    if (!(table.claim("id" + id, token, mine) instanceof Claim.Claimed<Row>)) {
                        throw new RollbackException();
                    }
                    table.update("id" + id, row(id, 10 + token), token, mine);
                }
                return true;
            });
            return true;
        } catch (RollbackException e) {
            return false;
        }
    }

    @Test
    void whatThreadsDoAtOnceCanBeExplainedAsOneAfterTheOther() {
        new StressOptions()
                .iterations(30)
                .invocationsPerIteration(1_000)
                .threads(3)
                .actorsPerThread(2)
                .check(TableLincheckTest.class);
    }

    private static Row row(int id, int balance) {
        return ROWS.get(id * 20 + balance);
    }

    private static Object balance(Row row) {
        return Objects.requireNonNull(row.stored(2));
    }

    private static final class RollbackException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
