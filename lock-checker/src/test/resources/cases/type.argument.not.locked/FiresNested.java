import dev.lockproof.annotations.Fresh;
import java.util.List;
import shop.Account;

/** What is wrong inside of many functions is not looked at in every way of all of them. */
class FiresNested {
    void seed(List<@Fresh Account> list) {}

    void nested(List<String> ids, Account stored) {
        seed(List.of(new Account("1", "Ada", 0)));
        ids.forEach(id0 -> {
            ids.forEach(id1 -> {
                ids.forEach(id2 -> {
                    ids.forEach(id3 -> {
                        ids.forEach(id4 -> {
                            ids.forEach(id5 -> {
                                ids.forEach(id6 -> {
                                    ids.forEach(id7 -> {
                                        ids.forEach(id8 -> {
                                            ids.forEach(id9 -> {
                                                ids.forEach(id10 -> {
                                                    ids.forEach(id11 -> {
                                                        ids.forEach(id12 -> {
                                                            ids.forEach(id13 -> {
                                                                var list = List.of(stored);
                                                                seed(list); // error: [type.argument.not.locked]
                                                            });
                                                        });
                                                    });
                                                });
                                            });
                                        });
                                    });
                                });
                            });
                        });
                    });
                });
            });
        });
    }
}
