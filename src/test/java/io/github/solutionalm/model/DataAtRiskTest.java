package io.github.solutionalm.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.DataAtRisk.Exactness;
import io.github.solutionalm.model.DataAtRisk.What;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How much a deletion would lose, in words, and of two places together. */
class DataAtRiskTest {

    private static final DataAtRisk UNKNOWN = DataAtRisk.unknown(What.ASSIGNMENTS);

    @Test
    void saysHowFarACountCanBeReliedOn() {
        assertThat(DataAtRisk.counted(What.VALUES, 12_480)).hasToString("12,480 rows have a value");
        assertThat(DataAtRisk.counted(What.VALUES, 1)).hasToString("1 row has a value");
        assertThat(data(What.ROWS, 3_100, Exactness.ESTIMATED)).hasToString("about 3,100 rows");
        assertThat(data(What.LINKS, 5_000, Exactness.AT_LEAST)).hasToString("5,000 or more links");
        assertThat(DataAtRisk.unknown(What.ROWS)).hasToString("rows not counted");
    }

    @Test
    void aSumIsAsCertainAsItsLessCertainPart() {
        DataAtRisk three = DataAtRisk.counted(What.ASSIGNMENTS, 3);

        assertThat(three.plus(DataAtRisk.counted(What.ASSIGNMENTS, 4)))
                .isEqualTo(DataAtRisk.counted(What.ASSIGNMENTS, 7));
        assertThat(three.plus(data(What.ASSIGNMENTS, 5_000, Exactness.AT_LEAST)))
                .isEqualTo(data(What.ASSIGNMENTS, 5_003, Exactness.AT_LEAST));
        assertThat(three.plus(UNKNOWN)).isEqualTo(data(What.ASSIGNMENTS, 3, Exactness.AT_LEAST));
    }

    @Test
    void nothingAndSomethingUnknownIsUnknown() {
        DataAtRisk none = DataAtRisk.counted(What.ASSIGNMENTS, 0);

        assertThat(none.plus(UNKNOWN)).isEqualTo(UNKNOWN);
        assertThat(UNKNOWN.plus(none)).isEqualTo(UNKNOWN);
        assertThat(none.isLoss()).isFalse();
        assertThat(UNKNOWN.isLoss()).isTrue();
    }

    private static DataAtRisk data(What what, long count, Exactness exactness) {
        return new DataAtRisk(what, OptionalLong.of(count), exactness);
    }
}
