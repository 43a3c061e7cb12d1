package io.github.solutionalm.mojo.console;

import static io.github.solutionalm.mojo.Samples.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.Doubt;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan says what is not known, how often, and why. */
class DoubtFiguresTest {

    @Test
    void whereAllIsKnownThereIsNothingToSay() {
        assertThat(DoubtFigures.of(List.of(change(1, Change.CHANGE)))).isEmpty();
    }

    @Test
    void eachKindIsCounted() {
        assertThat(DoubtFigures.of(List.of(
                        change(1, Change.CHANGE, Doubt.MAY_BE_UNCHANGED),
                        change(2, Change.CHANGE, Doubt.MAY_BE_UNCHANGED, Doubt.MAY_SHOW),
                        change(3, Change.DELETE, Doubt.MAY_BE_BLOCKED),
                        change(4, Change.ADD, Doubt.MAY_EXIST),
                        change(5, Change.ADD))))
                .contains("1 addition may exist already (nobody looked), 2 changes may be none (content not known: give"
                        + " <installedPackages>), 1 hidden change may show (content of the layers above not known),"
                        + " 1 deletion may be blocked (not all is known that uses it)");
    }
}
