package dev.lockproof.rules;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rules, each with the id that stands in its messages, in {@code @SuppressWarnings} and in the name of its page. */
public enum Rule {
    /** A second lock is taken while one is held. */
    NESTED_ACQUIRE("nested.acquire", "A second lock is taken while one is held"),

    /** A method that takes a lock is called while one is held. */
    NESTED_ACQUIRE_CALL("nested.acquire.call", "A method that takes a lock is called while one is held"),

    /** A method takes a lock and doesn't say so. */
    EFFECT_UNDECLARED("effect.undeclared", "A method takes a lock and doesn't say so"),

    /** A lambda takes a lock where its interface says nothing of it. */
    EFFECT_LAMBDA("effect.lambda", "A lambda takes a lock where its interface says nothing of it"),

    /** A method reference takes a lock where its interface says nothing of it. */
    EFFECT_METHODREF("effect.methodref", "A method reference takes a lock where its interface says nothing of it"),

    /** An initialiser takes a lock. */
    EFFECT_INITIALIZER("effect.initializer", "An initialiser takes a lock"),

    /** An override takes a lock where the overridden method doesn't. */
    EFFECT_OVERRIDE("effect.override", "An override takes a lock where the overridden method doesn't"),

    /** An inherited method takes a lock where the interface's method doesn't. */
    EFFECT_INHERITED("effect.inherited", "An inherited method takes a lock where the interface's method doesn't"),

    /** A method needs a lock and takes one. */
    EFFECT_CONTRADICTION("effect.contradiction", "A method needs a lock and takes one"),

    /** A record's accessor takes a lock. */
    EFFECT_RECORD_ACCESSOR("effect.record.accessor", "A record's accessor takes a lock"),

    /** A {@literal @}RunsInline parameter outlives the call. */
    INLINE_PARAM_ESCAPES("inline.param.escapes", "A @RunsInline parameter outlives the call"),

    /** An override drops {@literal @}RunsInline. */
    INLINE_OVERRIDE("inline.override", "An override drops @RunsInline"),

    /** A lock is taken outside a try-with-resources. */
    ACQUIRE_NOT_RESOURCE("acquire.not.resource", "A lock is taken outside a try-with-resources"),

    /** A field of a proof type. */
    PROOF_FIELD("proof.field", "A field of a proof type"),

    /** An array of proofs. */
    PROOF_ARRAY("proof.array", "An array of proofs"),

    /** A proof as a type argument. */
    PROOF_TYPE_ARGUMENT("proof.type.argument", "A proof as a type argument"),

    /** A proof is stored in a field. */
    PROOF_ESCAPES_FIELD("proof.escapes.field", "A proof is stored in a field"),

    /** A proof is returned out of the scope of its lock. */
    PROOF_ESCAPES_RETURN("proof.escapes.return", "A proof is returned out of the scope of its lock"),

    /** A proof is handed to what keeps it. */
    PROOF_ESCAPES_ARGUMENT("proof.escapes.argument", "A proof is handed to what keeps it"),

    /** A proof is stored in an array. */
    PROOF_ESCAPES_ARRAY("proof.escapes.array", "A proof is stored in an array"),

    /** A proof is used in code that may run later. */
    PROOF_CAPTURED("proof.captured", "A proof is used in code that may run later"),

    /** A lock is released by hand. */
    PROOF_EXPLICIT_CLOSE("proof.explicit.close", "A lock is released by hand"),

    /** A proof is assigned to a variable that outlives its lock. */
    PROOF_REASSIGNED("proof.reassigned", "A proof is assigned to a variable that outlives its lock"),

    /** A lock that is already held is made the resource of a try. */
    PROOF_RESOURCE_ALIAS("proof.resource.alias", "A lock that is already held is made the resource of a try"),

    /** A proof is made from something less by a cast. */
    PROOF_DOWNCAST("proof.downcast", "A proof is made from something less by a cast"),

    /** A proof is made by hand. */
    PROOF_FORGED("proof.forged", "A proof is made by hand"),

    /** A type that extends a proof type. */
    PROOF_SUBCLASS("proof.subclass", "A type that extends a proof type"),

    /** {@literal @}Locked where no lock can be known to be held. */
    LOCKED_LOCATION("locked.location", "@Locked where no lock can be known to be held"),

    /** A cast that adds {@literal @}Locked. */
    LOCKED_CAST("locked.cast", "A cast that adds @Locked"),

    /** A thread waits for others while it holds a lock: a lint, so a warning, and off unless asked for. */
    LINT_WAIT("lint.wait", "A thread waits for others while it holds a lock");

    private static final String LINT = "lint.";

    private final String id;
    private final String title;

    Rule(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /**
     * Names the rule in messages and documentation.
     *
     * @return the id, such as {@code nested.acquire}
     */
    public String id() {
        return id;
    }

    /**
     * Says in one line what the rule refuses.
     *
     * @return the title of the rule's page
     */
    public String title() {
        return title;
    }

    /** Tells whether it is a matter of taste: reported as a warning, and only if it was asked for. */
    boolean isLint() {
        return id.startsWith(LINT);
    }

    /** Lists the names of the lints. */
    static Set<String> lints() {
        return Arrays.stream(values())
                .filter(Rule::isLint)
                .map(rule -> rule.id.substring(LINT.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Finds the lint of a name, such as {@code wait}. */
    static Optional<Rule> lint(String name) {
        return Arrays.stream(values())
                .filter(rule -> rule.isLint() && rule.id.equals(LINT + name))
                .findFirst();
    }

    /**
     * Names the key that suppresses the rule: {@code @SuppressWarnings("lockproof:nested.acquire")}.
     *
     * @return the key
     */
    public String suppressionKey() {
        return "lockproof:" + id;
    }

    /**
     * Says where the rule is explained.
     *
     * @return the path of the page, relative to the project's root
     */
    public String page() {
        return "docs/errors/" + id + ".md";
    }

    @Override
    public String toString() {
        return id;
    }
}
