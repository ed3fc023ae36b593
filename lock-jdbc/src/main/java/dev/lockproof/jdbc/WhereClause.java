package dev.lockproof.jdbc;

import dev.lockproof.Condition;
import dev.lockproof.Query;
import dev.lockproof.SortOrder;
import dev.lockproof.spi.Column;
import dev.lockproof.spi.EntityMapping;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A condition, and what else a query asks for, as SQL whose values are to be bound. */
final class WhereClause {

    private record Operand(Column<?> column, Object stored) {}

    private final EntityMapping<?, ?, ?, ?> mapping;
    private final SqlRules rules;
    private final StringBuilder sql = new StringBuilder();
    private final List<Operand> operands = new ArrayList<>();

    private WhereClause(EntityMapping<?, ?, ?, ?> mapping, SqlRules rules) {
        this.mapping = mapping;
        this.rules = rules;
    }

    static WhereClause of(EntityMapping<?, ?, ?, ?> mapping, Condition<?> condition, SqlRules rules) {
        WhereClause clause = new WhereClause(mapping, rules);
        if (!(condition instanceof Condition.And<?> and) || !and.parts().isEmpty()) {
            clause.sql.append(" where ");
            clause.append(condition);
        }
        return clause;
    }

    static WhereClause of(EntityMapping<?, ?, ?, ?> mapping, Query<?> query, SqlRules rules) {
        WhereClause clause = of(mapping, query.condition(), rules);
        List<SortOrder<?>> order = mapping.totalOrder(query);
        query.position().ifPresent(row -> {
            clause.sql.append(clause.sql.isEmpty() ? " where " : " and ");
            clause.append(new Position(mapping, order, row));
        });
        if (!order.isEmpty()) {
            clause.sql.append(order.stream().map(clause::order).collect(Collectors.joining(", ", " order by ", "")));
        }
        clause.sql.append(rules.page(query.maximum().orElse(-1), query.skipped()));
        return clause;
    }

    String sql() {
        return sql.toString();
    }

    void bind(Parameters parameters) throws SQLException {
        for (Operand operand : operands) {
            parameters.add(operand.column(), operand.stored());
        }
    }

    private void append(Position position) {
        position.check(rules);
        List<Condition.Comparison<?>> parts = rules.findsRowValues() ? position.asRowValue() : List.of();
        if (parts.isEmpty()) {
            append(position.isBefore());
            return;
        }
        sql.append(parts.stream().map(part -> name(part.column())).collect(Collectors.joining(", ", "(", ")")))
                .append(symbol(parts.get(0).operator()))
                .append(marks(parts.size()));
        parts.forEach(part -> operands.add(new Operand(part.column(), part.stored())));
    }

    private void append(Condition<?> condition) {
        if (condition instanceof Condition.Comparison<?> comparison) {
            sql.append(name(comparison.column()))
                    .append(symbol(comparison.operator()))
                    .append('?');
            operands.add(new Operand(comparison.column(), comparison.stored()));
        } else if (condition instanceof Condition.In<?> in) {
            appendIn(in);
        } else if (condition instanceof Condition.Like<?> like) {
            sql.append(rules.like(name(like.column()), like.pattern()));
            operands.add(new Operand(like.column(), rules.pattern(like.pattern())));
        } else if (condition instanceof Condition.IsNull<?> isNull) {
            sql.append(name(isNull.column())).append(" is null");
        } else if (condition instanceof Condition.Not<?> not) {
            sql.append("not (");
            append(not.part());
            sql.append(')');
        } else if (condition instanceof Condition.And<?> and) {
            appendJoined(and.parts(), " and ", "1 = 1");
        } else if (condition instanceof Condition.Or<?> or) {
            appendJoined(or.parts(), " or ", "1 = 0");
        }
    }

    private void appendIn(Condition.In<?> in) {
        String name = name(in.column());
        if (in.stored().isEmpty()) {
            sql.append("1 = 0");
            return;
        }
        sql.append(name).append(" in ").append(marks(in.stored().size()));
        in.stored().forEach(stored -> operands.add(new Operand(in.column(), stored)));
    }

    private void appendJoined(List<? extends Condition<?>> parts, String operator, String ofNone) {
        if (parts.isEmpty()) {
            sql.append(ofNone);
            return;
        }
        sql.append('(');
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                sql.append(operator);
            }
            append(parts.get(i));
        }
        sql.append(')');
    }

    /** Where there is no null, the order can be that of an index. */
    private String order(SortOrder<?> order) {
        String name = name(order.column());
        return order.column().isNullable()
                ? rules.nullsLast(name, order.isDescending())
                : name + (order.isDescending() ? " desc" : "");
    }

    private static String marks(int size) {
        return Collections.nCopies(size, "?").stream().collect(Collectors.joining(", ", "(", ")"));
    }

    private String name(Column<?> column) {
        if (!mapping.columns().contains(column)) {
            throw new IllegalArgumentException(
                    mapping.name() + " has no column " + column.name() + ": the condition is another entity's");
        }
        return rules.quote(column.name());
    }

    private static String symbol(Condition.Operator operator) {
        return switch (operator) {
            case EQUAL -> " = ";
            case LESS -> " < ";
            case LESS_OR_EQUAL -> " <= ";
            case GREATER -> " > ";
            case GREATER_OR_EQUAL -> " >= ";
        };
    }
}
