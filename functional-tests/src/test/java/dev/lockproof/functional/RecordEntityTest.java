package dev.lockproof.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockproof.Query;
import dev.lockproof.annotations.AcquiresLock;
import dev.lockproof.functional.Shop.Line;
import dev.lockproof.functional.Shop.LineId;
import dev.lockproof.functional.Shop.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AcquiresLock
class RecordEntityTest {

    private static final LineId ID = new LineId("a,b", 3, LocalDate.of(2024, 2, 29));

    private final LineRepository lines = LineRepository.inMemory();

    @BeforeEach
    void saveALine() {
        lines.save(new Line(ID, "ink", new Money(250), List.of("blue", "cheap")));
    }

    @Test
    void aCompositeIdFindsAndLocks() {
        assertThat(lines.require(ID).id()).isEqualTo(ID);
        assertThat(lines.findById(new LineId("a,b", 4, ID.day()))).isEmpty();
        assertThat(lines.require(ID).lockKey()).hasToString("ShopLine:a\\,b,3,2024-02-29");
    }

    @Test
    void pagesGoOnAfterAView() {
        LineId next = new LineId("a,b", 4, ID.day());
        lines.save(new Line(next, "ink", new Money(250), List.of()));

        Query<Line> query =
                Query.<Line>all().orderBy(LineFields.ARTICLE.ascending()).limit(1);
        PersistentLine first = lines.find(query).get(0);

        assertThat(first.id()).isEqualTo(ID);
        assertThat(lines.find(query.after(first)))
                .extracting(PersistentLine::id)
                .containsExactly(next);
    }

    @Test
    void aConverterWorksBothWays() {
        assertThat(lines.require(ID).price()).isEqualTo(new Money(250));
        assertThat(lines.require(ID).tags()).containsExactly("blue", "cheap");
        assertThat(lines.count(LineFields.PRICE.equalTo(new Money(250)))).isEqualTo(1);
    }

    @Test
    void aChangePutsAnotherValueInItsPlace() {
        try (LockedLine line = lines.lock(ID)) {
            assertThat(line.withArticle("pen").withTags(null).article()).isEqualTo("pen");
            lines.save(line.change(l -> new Line(l.id(), l.article(), new Money(300), l.tags())));
        }

        Line stored = lines.require(ID).entity();
        assertThat(stored).isEqualTo(new Line(ID, "pen", new Money(300), null));
    }

    @Test
    void aChangeKeepsTheId() {
        try (LockedLine line = lines.lock(ID)) {
            LineId other = new LineId("c", 1, ID.day());
            assertThatThrownBy(() -> line.change(l -> new Line(other, l.article(), l.price(), l.tags())))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(line.entity().id()).isEqualTo(ID);
        }
    }

    @Test
    void namesAreTheOnesThatWereAskedFor() {
        assertThat(LineMapping.INSTANCE.table()).isEqualTo("order_lines");
        assertThat(LineMapping.INSTANCE.columns())
                .extracting(column -> column.name())
                .containsExactly("order", "line_number", "day", "article_name", "price", "tags");
    }

    @Test
    void aGenericEntityIsStoredWithoutItsTypeArgument() {
        TaggedRepository tagged = TaggedRepository.inMemory();
        tagged.save(new Shop.Tagged<>(Shop.Size.LARGE, "x", 42));

        try (LockedTagged locked = tagged.lock(Shop.Size.LARGE)) {
            tagged.save(locked.withLabel("y"));
        }

        assertThat(tagged.find(Query.where(TaggedFields.LABEL.equalTo("y"))))
                .singleElement()
                .satisfies(stored -> assertThat(stored.content()).isEqualTo("42"));
    }
}
