package dev.lockproof.rules;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/**
 * The text of a report: what happened and to which names, then why it matters and the ways out, then the rule's page.
 *
 * <p>Only the lines are given here. javac indents all but the first.
 */
final class Message {

    private final Rule rule;
    private final List<String> lines = new ArrayList<>();

    private Message(Rule rule) {
        this.rule = rule;
    }

    /** Begins with what happened: one sentence that names the user's own names. */
    static Message of(Rule rule, String happened) {
        Message message = new Message(rule);
        message.lines.add("[" + rule.id() + "] " + happened);
        return message;
    }

    /** Adds a line of the explanation. */
    Message line(String line) {
        lines.add(line);
        return this;
    }

    /**
     * Adds a question where an annotation of others stands in the place of ours.
     *
     * @param ours the qualified name of ours
     * @param element what should have it
     * @param name of the element
     */
    Message askAbout(String ours, Element element, String name) {
        Foreign.like(ours, element).ifPresent(other -> line(Foreign.question(name, other, ours)));
        return this;
    }

    Rule rule() {
        return rule;
    }

    String text() {
        return String.join("\n", lines) + "\nSee " + rule.page();
    }
}
