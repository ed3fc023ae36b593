package dev.lockproof.functional;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What javac made of an entity and its users, with the processor, the plugin and the checker on its path.
 *
 * @param successful whether it found no error
 * @param ids the ids of our messages, and {@code javac} for each error of its own, in order of file and line
 * @param warnings everything that it said besides errors
 * @param printed what it printed past its listener, which is where stack traces go
 * @param classes the names of the class files that it wrote
 */
record ShopCompilation(
        boolean successful, List<String> ids, List<String> warnings, String printed, List<String> classes) {

    static final String CLASS_PATH = System.getProperty("java.class.path");

    private static final Pattern ID = Pattern.compile("^\\[([\\w.]+)]");

    static final Map<String, String> RIGHT = Map.of("shop.Account", """
            package shop;

            import dev.lockproof.annotations.Entity;
            import dev.lockproof.annotations.Id;

            @Entity
            class Account {
                @Id private final String id;
                private long balance;

                Account(String id, long balance) {
                    this.id = id;
                    this.balance = balance;
                }

                String getId() {
                    return id;
                }

                long getBalance() {
                    return balance;
                }

                void setBalance(long balance) {
                    this.balance = balance;
                }
            }
            """, "shop.Payments", """
            package shop;

            import dev.lockproof.annotations.AcquiresLock;
            import dev.lockproof.annotations.Locked;

            class Payments {
                private final AccountRepository accounts;

                Payments(AccountRepository accounts) {
                    this.accounts = accounts;
                }

                @AcquiresLock
                void pay(String id) {
                    try (LockedAccount account = accounts.lock(id)) {
                        save(account);
                    }
                }

                void save(@Locked Account account) {
                    account.setBalance(account.getBalance() + 1);
                    accounts.save(account);
                }
            }
            """);

    /** Has two faults for the plugin, then one for the checker. */
    static final String WRONG = """
            package shop;

            class Wrong {
                private final AccountRepository accounts;
                private LockedAccount kept;

                Wrong(AccountRepository accounts) {
                    this.accounts = accounts;
                }

                void undeclared(Payments payments) {
                    payments.pay("1");
                }

                void unlocked(Account account) {
                    accounts.save(account);
                }
            }
            """;

    static final List<String> FAULTS = List.of("proof.field", "effect.undeclared", "save.not.writable");

    static ShopCompilation right(Path output, List<String> options) {
        return run(output, options, RIGHT, Map.of());
    }

    static ShopCompilation wrong(Path output, List<String> options) {
        return run(output, options, RIGHT, Map.of("shop.Wrong", WRONG));
    }

    /** Compiles the programs, and a file of somebody else. */
    static ShopCompilation wrongWith(Path output, List<String> options, String name, String other) {
        return run(output, options, RIGHT, Map.of("shop.Wrong", WRONG, name, other));
    }

    private static ShopCompilation run(
            Path output, List<String> options, Map<String, String> sources, Map<String, String> more) {
        List<String> all = new ArrayList<>(List.of("-d", output.toString(), "-classpath", CLASS_PATH));
        all.addAll(options);
        List<JavaFileObject> files = Stream.of(sources, more)
                .flatMap(map -> map.entrySet().stream())
                .sorted(Map.Entry.comparingByKey())
                .<JavaFileObject>map(entry -> new Source(entry.getKey(), entry.getValue()))
                .toList();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        StringWriter printed = new StringWriter();
        try (StandardJavaFileManager manager =
                javac.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            boolean successful =
                    javac.getTask(printed, manager, messages, all, null, files).call();
            List<Diagnostic<? extends JavaFileObject>> errors = messages.getDiagnostics().stream()
                    .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
                    .sorted(Comparator.comparing(ShopCompilation::place))
                    .toList();
            return new ShopCompilation(
                    successful,
                    errors.stream().map(ShopCompilation::id).toList(),
                    messages.getDiagnostics().stream()
                            .filter(message -> !errors.contains(message))
                            .map(Object::toString)
                            .toList(),
                    printed.toString(),
                    classesIn(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(Diagnostic<? extends JavaFileObject> message) {
        return (message.getSource() == null ? "" : message.getSource().getName())
                + "%06d".formatted(message.getLineNumber());
    }

    private static String id(Diagnostic<?> message) {
        Matcher id = ID.matcher(message.getMessage(Locale.ROOT));
        return id.find() ? id.group(1) : "javac";
    }

    private static List<String> classesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .toList();
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("mem:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
