package dev.lockproof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockproof.rules.testing.CheckerHarness;
import dev.lockproof.rules.testing.Report;
import dev.lockproof.rules.testing.Source;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Artifacts of ours in several versions don't fit together, and that is said. */
class VersionsTest {

    private static final Source RELEVANT =
            Source.of("Relevant.java", "class Relevant { @dev.lockproof.annotations.AcquiresLock void take() {} }");

    @TempDir
    Path folder;

    @Test
    void acceptsOneVersion() throws IOException {
        assertThat(versions(artifact("lock-processor", "1.0"), artifact("lock-checker", "1.0"))
                        .problem())
                .isEmpty();
    }

    @Test
    void namesAllVersionsAndTheWayOut() throws IOException {
        assertThat(versions(artifact("lock-processor", "1.0"), artifact("lock-checker", "1.1"))
                        .problem())
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("[versions.differ] ")
                        .contains(
                                "lock-checker 1.1, lock-processor 1.0.", "lock-bom", "docs/errors/versions.differ.md"));
    }

    @Test
    void noticesOneArtifactInTwoVersions() throws IOException {
        assertThat(versions(artifact("lock-rules", "1.0"), artifact("lock-rules", "1.1"))
                        .problem())
                .hasValueSatisfying(text -> assertThat(text).contains("lock-rules 1.0 and 1.1."));
    }

    /** The rules that run are of this build, so any other version on the class path differs. */
    @Test
    void refusesAnotherVersionOnTheClassPath() throws IOException {
        CheckerHarness rules = Fixtures.rules().withProcessor(RulesOptions::new);
        assertThat(rules.compile(RELEVANT)).isEmpty();
        List<Report> reports =
                rules.withClassPath(artifact("lock-runtime", "0.0.1")).compile(RELEVANT);
        assertThat(reports).extracting(Report::id).containsExactly("versions.differ");
        assertThat(reports.get(0).message()).contains("lock-runtime ", "0.0.1");
    }

    @Test
    void hasAPage() {
        assertThat(Path.of("../docs/errors/versions.differ.md"))
                .content()
                .startsWith("# versions.differ")
                .contains("## Wrong", "## Right", "## Why");
    }

    private Path artifact(String name, String version) throws IOException {
        Path root = Files.createTempDirectory(folder, name);
        Path file = root.resolve(Versions.resource(name));
        Files.createDirectories(file.getParent());
        Files.writeString(file, version + "\n");
        return root;
    }

    private static Versions versions(Path... artifacts) throws IOException {
        URL[] urls = new URL[artifacts.length];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = artifacts[i].toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            return Versions.of(loader);
        }
    }
}
