package dev.lockproof.fuzz;

import dev.lockproof.fuzz.Compiler.Compiled;
import java.util.Arrays;
import java.util.Map;

/** How an attack is compiled. */
enum Way {

    /** What the rules and the checker accept. */
    CHECKER("the checker") {
        @Override
        Compiled compile(Compiler compiler, Map<String, String> programs) {
            return compiler.check(programs);
        }
    },
    PLUGIN("the plugin alone") {
        @Override
        Compiled compile(Compiler compiler, Map<String, String> programs) {
            return compiler.checkRules(programs);
        }
    },
    RULES_OFF("-Alockproof.rules=off") {
        @Override
        Compiled compile(Compiler compiler, Map<String, String> programs) {
            return compiler.compileWithRulesOff(programs);
        }
    },
    JAVAC("javac alone") {
        @Override
        Compiled compile(Compiler compiler, Map<String, String> programs) {
            return compiler.compile(programs);
        }
    },
    ECLIPSE("Eclipse's compiler") {
        @Override
        Compiled compile(Compiler compiler, Map<String, String> programs) {
            return compiler.compileByEclipse(programs);
        }
    };

    private final String text;

    Way(String text) {
        this.text = text;
    }

    abstract Compiled compile(Compiler compiler, Map<String, String> programs);

    static Way of(String text) {
        return Arrays.stream(values())
                .filter(way -> way.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No way to compile: " + text));
    }

    @Override
    public String toString() {
        return text;
    }
}
