package io.parley.validation.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.Update;
import org.jspecify.annotations.Nullable;

/** What statements do, wherever a database lets one stand: also in a WITH. */
final class Kinds {

    private final List<String> kinds = new ArrayList<>();

    private Kinds() {}

    static List<String> of(List<Statement> statements) {
        Kinds all = new Kinds();
        statements.forEach(all::add);
        return List.copyOf(all.kinds);
    }

    private void add(Statement statement) {
        switch (statement) {
            case Select select -> select(select);
            case Insert insert -> with(insert.getWithItemsList(), "insert");
            case Update update -> with(update.getWithItemsList(), "update");
            case Delete delete -> with(delete.getWithItemsList(), "delete");
            case Merge merge -> with(merge.getWithItemsList(), "merge");
            default -> kinds.add(words(statement.getClass().getSimpleName()));
        }
    }

    private void select(Select select) {
        with(select.getWithItemsList());
        switch (select) {
            case ParenthesedSelect inner -> add(inner.getSelect());
            case SetOperationList list -> list.getSelects().forEach(this::add);
            case PlainSelect plain when plain.getIntoTables() != null -> kinds.add("select into");
            default -> kinds.add("select");
        }
    }

    private void with(@Nullable List<WithItem<?>> items, String kind) {
        with(items);
        kinds.add(kind);
    }

    private void with(@Nullable List<WithItem<?>> items) {
        if (items != null) {
            items.forEach(item -> add(item.getParenthesedStatement()));
        }
    }

    /** CreateTable and ExplainStatement as create table and explain. */
    private static String words(String name) {
        return name.replaceFirst("Statement$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
