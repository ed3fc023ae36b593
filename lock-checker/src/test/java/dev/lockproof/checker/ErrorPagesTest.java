package dev.lockproof.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule is explained, fires somewhere and is silent somewhere. */
class ErrorPagesTest {

    @ParameterizedTest
    @EnumSource(QualifierRule.class)
    void hasPageWithWrongAndRightCode(QualifierRule rule) {
        assertThat(Path.of("..").resolve(rule.page()))
                .content()
                .startsWith("# " + rule.id())
                .contains("## Wrong", "## Right", "## Why")
                .containsPattern("(?s)## Wrong.*```java.*## Right.*```java");
    }

    @ParameterizedTest
    @EnumSource(QualifierRule.class)
    void hasProgramThatFires(QualifierRule rule) {
        assertThat(Resources.cases())
                .filteredOn(file -> file.startsWith(rule.id()))
                .anySatisfy(file ->
                        assertThat(Resources.casePath(file)).content().contains("// error: [" + rule.id() + "]"));
    }

    @ParameterizedTest
    @EnumSource(QualifierRule.class)
    void hasProgramThatIsSilent(QualifierRule rule) {
        assertThat(Resources.cases())
                .filteredOn(file -> file.startsWith(rule.id()))
                .anySatisfy(
                        file -> assertThat(Resources.casePath(file)).content().doesNotContain("// error:"));
    }
}
