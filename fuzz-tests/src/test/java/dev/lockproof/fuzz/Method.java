package dev.lockproof.fuzz;

import java.util.List;
import java.util.Optional;

/**
 * A method or constructor of a program.
 *
 * @param number tells it from others; it calls only those with higher numbers
 * @param effect what it may do
 * @param home what declares it
 * @param parameter the lock that it asks for, if any
 * @param annotated whether it says that it takes locks
 * @param qualified whether its parameter asks for the lock
 * @param marked whether the reports about a mutant are due in it
 * @param body its code
 */
record Method(
        int number,
        Effect effect,
        Home home,
        Optional<Var> parameter,
        boolean annotated,
        boolean qualified,
        boolean marked,
        Block body) {

    enum Effect {
        /** Takes locks and says so. */
        ACQUIRING,
        /** Takes none. */
        FREE,
        /** Gets a lock. */
        BORROWING,
        /** Private: takes locks, and need not say so. */
        INFERRED
    }

    enum Home {
        INSTANCE,
        STATIC,
        INNER,
        INTERFACE,
        DEFAULT_METHOD,
        GENERIC_INTERFACE,
        OVERRIDE,
        COVARIANT,
        CONSTRUCTOR,
        RECORD,
        ENUM_BODY,
        ANONYMOUS,
        GENERIC_METHOD
    }

    /** Gives the same method, which doesn't say that it takes locks. */
    Method unmarkedEffect() {
        return new Method(number, effect, home, parameter, false, qualified, true, body);
    }

    /** Gives the same method, whose parameter doesn't ask for the lock. */
    Method withoutQualifier() {
        return new Method(number, effect, home, parameter, annotated, false, true, body);
    }

    boolean acquires() {
        return effect == Effect.ACQUIRING || effect == Effect.INFERRED;
    }

    /** Tells whether callers can know that it takes locks. */
    boolean saysThatItAcquires() {
        return annotated || effect == Effect.INFERRED;
    }

    /** Gives a reference to it, if no object of its own is needed for that. */
    Optional<String> reference() {
        return switch (home) {
            case INSTANCE, GENERIC_METHOD -> Optional.of("self::m" + number);
            case STATIC -> Optional.of("P::m" + number);
            case CONSTRUCTOR -> Optional.of("C" + number + "::new");
            default -> Optional.empty();
        };
    }

    /** Gives the statements that call it. */
    List<String> call(String argument, String unique) {
        String m = "m" + number;
        String c = "C" + number;
        String args = "(" + argument + ");";
        return switch (home) {
            case INSTANCE, GENERIC_METHOD -> List.of("self." + m + args);
            case STATIC -> List.of(m + args);
            case INNER -> List.of("self.new " + c + "()." + m + args);
            case RECORD -> List.of("new " + c + "()." + m + args);
            case CONSTRUCTOR -> List.of("new " + c + args);
            case ENUM_BODY -> List.of(c + ".ONE." + m + args);
            case ANONYMOUS -> List.of("self.make" + c + "()." + m + args);
            case INTERFACE ->
                List.of("I" + number + " " + unique + " = self.new " + c + "();", unique + "." + m + args);
            case DEFAULT_METHOD ->
                List.of("I" + number + " " + unique + " = new " + c + "();", unique + "." + m + args);
            case GENERIC_INTERFACE ->
                List.of(
                        "I" + number + "<String> " + unique + " = self.new " + c + "();",
                        unique + "." + m + "(\"x\"" + (argument.isEmpty() ? "" : ", " + argument) + ");");
            case OVERRIDE -> List.of("B" + number + " " + unique + " = new " + c + "();", unique + "." + m + args);
            case COVARIANT -> List.of("Object " + unique + " = new " + c + "()." + m + args);
        };
    }

    void print(Printer out) {
        if (marked) {
            out.marked(() -> printUnmarked(out));
        } else {
            printUnmarked(out);
        }
    }

    private void printUnmarked(Printer out) {
        String m = "m" + number;
        String c = "C" + number;
        String note = annotated ? "@AcquiresLock " : "";
        String params = parameter
                .map(v -> (qualified ? v.kind().type() : "Account") + " " + v.name())
                .orElse("");
        String empty = "(" + params + ") {}";
        String signature = "void " + m + "(" + params + ")";
        switch (home) {
            case INSTANCE -> body(out, note + visibility() + signature + " {");
            case STATIC -> body(out, note + visibility() + "static " + signature + " {");
            case GENERIC_METHOD -> body(out, note + visibility() + "<T> " + signature + " {");
            case INNER -> nested(out, "class " + c + " {", note + signature + " {");
            case RECORD -> nested(out, "record " + c + "() {", note + signature + " {");
            case CONSTRUCTOR -> nested(out, "static class " + c + " {", note + c + "(" + params + ") {");
            case ENUM_BODY -> {
                out.open("enum " + c + " {").open("ONE {");
                body(out, "@Override " + note + signature + " {");
                out.close("};").line(note + "abstract " + signature + ";").close("}");
            }
            case ANONYMOUS -> {
                out.line("interface I" + number + " { " + note + signature + "; }");
                out.open("I" + number + " make" + c + "() {").open("return new I" + number + "() {");
                body(out, "@Override " + note + "public " + signature + " {");
                out.close("};").close("}");
            }
            case INTERFACE -> {
                out.line("interface I" + number + " { " + note + signature + "; }");
                nested(
                        out,
                        "class " + c + " implements I" + number + " {",
                        "@Override " + note + "public " + signature + " {");
            }
            case DEFAULT_METHOD -> {
                nested(out, "interface I" + number + " {", note + "default " + signature + " {");
                out.line("record " + c + "() implements I" + number + " {}");
            }
            case GENERIC_INTERFACE -> {
                String more = params.isEmpty() ? "" : ", " + params;
                out.line("interface I" + number + "<T> { " + note + "void " + m + "(T t" + more + "); }");
                nested(
                        out,
                        "class " + c + " implements I" + number + "<String> {",
                        "@Override " + note + "public void " + m + "(String t" + more + ") {");
            }
            case OVERRIDE -> {
                out.line("static class B" + number + " { " + note + "void " + m + empty + " }");
                nested(out, "static class " + c + " extends B" + number + " {", "@Override " + note + signature + " {");
            }
            case COVARIANT -> {
                out.line("static class B" + number + " { " + note + "Object " + m + "(" + params + ") { return 1; } }");
                out.open("static class " + c + " extends B" + number + " {");
                out.open("@Override " + note + "String " + m + "(" + params + ") {");
                out.line("Probe.step();");
                body.print(out);
                out.line("return \"done\";").close("}").close("}");
            }
        }
    }

    private String visibility() {
        return effect == Effect.INFERRED ? "private " : "";
    }

    private void nested(Printer out, String type, String head) {
        out.open(type);
        body(out, head);
        out.close("}");
    }

    private void body(Printer out, String head) {
        out.open(head).line("Probe.step();");
        body.print(out);
        out.close("}");
    }
}
