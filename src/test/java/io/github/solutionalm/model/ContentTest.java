package io.github.solutionalm.model;

import static io.github.solutionalm.model.Content.Sameness.OTHER;
import static io.github.solutionalm.model.Content.Sameness.SAME;
import static io.github.solutionalm.model.Content.Sameness.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.Content.Sameness;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a layer says is known, or not known, or nothing. */
class ContentTest {

    private static final ContentHash HASH = ContentHash.ofContent("a".getBytes(StandardCharsets.UTF_8));
    private static final Content KNOWN = Content.of(HASH);
    private static final Content ANOTHER = Content.of(ContentHash.ofContent("b".getBytes(StandardCharsets.UTF_8)));

    @Test
    void whatIsKnownIsTheSameOrAnother() {
        assertThat(KNOWN.sameAs(Content.of(HASH))).isEqualTo(SAME);
        assertThat(KNOWN.sameAs(ANOTHER)).isEqualTo(OTHER);
        assertThat(KNOWN.isSurely(Content.of(HASH))).isTrue();
        assertThat(KNOWN.hash()).contains(HASH);
    }

    @Test
    void whatIsNotKnownMayBeAnything() {
        assertThat(Content.UNKNOWN.sameAs(KNOWN)).isEqualTo(UNKNOWN);
        assertThat(KNOWN.sameAs(Content.UNKNOWN)).isEqualTo(UNKNOWN);
        assertThat(Content.UNKNOWN.sameAs(Content.UNKNOWN)).isEqualTo(UNKNOWN);
        assertThat(Content.UNKNOWN.isSurely(Content.UNKNOWN)).isFalse();
        assertThat(Content.UNKNOWN.hash()).isEmpty();
    }

    @Test
    void nothingIsTheSameAsNothing() {
        assertThat(Content.NONE.sameAs(Content.NONE)).isEqualTo(SAME);
        assertThat(Content.NONE.sameAs(KNOWN)).isEqualTo(OTHER);
        assertThat(Content.NONE.hash()).isEmpty();
        assertThat(Content.NONE.isUnknown()).isFalse();
    }

    @Test
    void ofSeveralOneThatDiffersDecidesThenOneThatIsNotKnown() {
        assertThat(Sameness.ofAll(Stream.of(SAME, UNKNOWN, OTHER))).isEqualTo(OTHER);
        assertThat(Sameness.ofAll(Stream.of(OTHER, UNKNOWN))).isEqualTo(OTHER);
        assertThat(Sameness.ofAll(Stream.of(SAME, UNKNOWN, SAME))).isEqualTo(UNKNOWN);
        assertThat(Sameness.ofAll(Stream.of(SAME, SAME))).isEqualTo(SAME);
        assertThat(Sameness.ofAll(Stream.of())).isEqualTo(SAME);
    }

    /** What lies over the platform's layer is compared and merged as if it were the lowest. */
    @Test
    void thePlatformsLayerCountsAsSayingNothing() {
        Layer system = new Layer(Layer.SYSTEM, "", Content.UNKNOWN);
        Layer unseen = new Layer("Orders", "contoso", Content.UNKNOWN);

        assertThat(system.isUnseen()).isFalse();
        assertThat(system.isDefined()).isFalse();
        assertThat(unseen.isUnseen()).isTrue();
        assertThat(unseen.isDefined()).isTrue();
        assertThat(new Layer("Orders", "contoso", KNOWN).isDefined()).isTrue();
        assertThat(new Layer("Orders", "contoso", Content.NONE).isDefined()).isFalse();
    }

    @Test
    void whatALayerKeepsBesidesWhatThePackageBroughtDoesNotCountAsThePackages() {
        Layer.Origin kept = new Layer.Origin(Optional.of(HASH), Optional.empty(), false);

        assertThat(new Layer("Orders", "contoso", ANOTHER, Layer.Label.NONE, kept).packaged())
                .isEqualTo(KNOWN);
        assertThat(new Layer("Orders", "contoso", Content.UNKNOWN).packaged()).isEqualTo(Content.UNKNOWN);
    }
}
