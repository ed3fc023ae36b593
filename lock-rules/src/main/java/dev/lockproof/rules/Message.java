package dev.lockproof.rules;

import java.util.ArrayList;
import java.util.List;

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

    Rule rule() {
        return rule;
    }

    String text() {
        return String.join("\n", lines) + "\nSee " + rule.page();
    }
}
