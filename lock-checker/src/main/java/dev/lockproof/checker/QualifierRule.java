package dev.lockproof.checker;

/** The rules of this layer, each with the id of its page in {@code docs/errors}. */
enum QualifierRule {
    SAVE_NOT_WRITABLE("save.not.writable"),
    ARGUMENT_NOT_LOCKED("argument.not.locked"),
    ASSIGNMENT_NOT_LOCKED("assignment.not.locked"),
    RETURN_NOT_LOCKED("return.not.locked"),
    TYPE_ARGUMENT_NOT_LOCKED("type.argument.not.locked"),
    METHODREF_NOT_LOCKED("methodref.not.locked"),
    OVERRIDE_LOCKED_PARAMETER("override.locked.parameter"),
    OVERRIDE_LOCKED_RETURN("override.locked.return"),
    LOCKED_CAST("locked.cast"),
    LOCKED_LOCATION("locked.location");

    private final String id;

    QualifierRule(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    String page() {
        return "docs/errors/" + id + ".md";
    }
}
