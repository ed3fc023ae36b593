package dev.lockproof.benchmarks.compile;

import dev.lockproof.benchmarks.Comparison;
import dev.lockproof.benchmarks.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Measures what the processor, the rules and the checker add to the time of a javac process. */
public final class CompileTime {

    private static final String ALONE = "javac alone, on the generated sources too";

    private static final String IDLE = "with a processor that does nothing";

    private CompileTime() {}

    /**
     * Measures and prints.
     *
     * @param settings {@code rounds}, the {@code sizes} of the programs to compile, {@code sources} of other people's, in
     *     folders or jars, and the Java {@code release} to compile for, unless it is the newest
     * @throws Exception if a source could not be written or compiled
     */
    public static void run(Settings settings) throws Exception {
        int rounds = settings.number("rounds", 3);
        Path directory = Files.createTempDirectory("lockproof-compile");
        try {
            Tools tools = Tools.besideThisProgram(directory);
            List<Case> cases = new ArrayList<>();
            for (int size : settings.numbers("sizes", "10,100,1000")) {
                cases.addAll(cases(size, Program.write(directory.resolve("size-" + size), size), tools));
            }
            for (String sources : settings.texts("sources")) {
                cases.addAll(foreign(Path.of(sources), directory, tools));
            }
            List<String> release = settings.texts("release").stream()
                    .flatMap(number -> Stream.of("--release", number))
                    .toList();
            Javac javac = new Javac(tools.classPath(), directory, release);
            for (int round = 1; round <= rounds; round++) {
                for (Case each : cases) {
                    System.err.printf("round %d of %d: %s, %s%n", round, rounds, each.on.what(), each.subject);
                    each.measure(javac);
                }
            }
            cases.stream().map(Case::on).distinct().forEach(Workload::print);
        } finally {
            Directories.delete(directory);
        }
    }

    private static List<Case> cases(int size, Program program, Tools tools) throws IOException, InterruptedException {
        program.generate(new Javac(tools.classPath(), program.directory(), List.of()), tools.processor());

        Workload entities = new Workload(size + " entities");
        Workload lock = new Workload("%d entities and %d classes that lock them".formatted(size, size));
        Workload never = new Workload(size + " classes that never lock");
        List<Path> generated = List.of(program.entities(), program.generated());
        List<Path> generatedAndUsers = List.of(program.entities(), program.generated(), program.users());
        List<Path> entitiesAndUsers = List.of(program.entities(), program.users());
        List<Path> plain = List.of(program.plain());
        return List.of(
                new Case(entities, ALONE, generated, Extensions.NONE),
                new Case(entities, "with the processor", List.of(program.entities()), tools.processor()),
                new Case(lock, ALONE, generatedAndUsers, Extensions.NONE),
                new Case(lock, "with the processor", entitiesAndUsers, tools.processor()),
                new Case(lock, "with processor and rules", entitiesAndUsers, tools.processorAndRules()),
                new Case(lock, "with processor, rules and checker", entitiesAndUsers, tools.all()),
                new Case(never, "javac alone", plain, Extensions.NONE),
                new Case(never, IDLE, plain, tools.idle()),
                new Case(never, "with processor and rules", plain, tools.processorAndRules()),
                new Case(never, "with processor, rules and checker", plain, tools.all()));
    }

    private static List<Case> foreign(Path sources, Path directory, Tools tools) throws IOException {
        String name = String.valueOf(sources.getFileName());
        List<Path> folder = List.of(
                Files.isDirectory(sources) ? sources : Directories.unpack(sources, directory.resolve(name + ".d")));
        Workload foreign = new Workload(name);
        return List.of(
                new Case(foreign, "javac alone", folder, Extensions.NONE),
                new Case(foreign, IDLE, folder, tools.idle()),
                new Case(foreign, "with processor and rules", folder, tools.processorAndRules()),
                new Case(foreign, "with processor, rules and checker", folder, tools.all()));
    }

    /** What is compiled, and what that took. */
    private record Workload(String what, Comparison wall, Comparison cpu) {

        Workload(String what) {
            this(
                    what,
                    new Comparison(what + ", wall time", "seconds"),
                    new Comparison(what + ", CPU time of all threads", "seconds"));
        }

        void print() {
            wall.printWithRatios();
            cpu.printWithRatios();
        }
    }

    /** One row of a comparison. */
    private record Case(Workload on, String subject, List<Path> sources, Extensions extensions) {

        void measure(Javac javac) throws IOException, InterruptedException {
            Cost cost = javac.compile(sources, extensions);
            on.wall.add(subject, cost.wallSeconds());
            on.cpu.add(subject, cost.cpuSeconds());
        }
    }
}
