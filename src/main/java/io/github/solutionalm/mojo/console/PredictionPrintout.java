package io.github.solutionalm.mojo.console;

import io.github.solutionalm.Prediction;
import io.github.solutionalm.Prediction.Difference;
import io.github.solutionalm.model.Change;
import java.util.Optional;

/** Prints what a plan had foretold of an operation, against what happened. */
final class PredictionPrintout {

    private static final int LISTED = 10;

    private final Printout out;
    private final String file;

    /**
     * Prints nothing yet.
     *
     * @param file the file that has all of it
     */
    PredictionPrintout(Printout out, String file) {
        this.out = out;
        this.file = file;
    }

    void print(Prediction prediction) {
        String figures = prediction.agreed() + " of " + Wording.count(prediction.planned(), "component")
                + (prediction.agreed() == 1 ? " is" : " are") + " as planned";
        int differences = prediction.differences().size();
        if (differences == 0) {
            out.line("Planned", figures);
            return;
        }
        out.warning("Planned", figures + "; " + Wording.count(differences, "difference") + ":");
        prediction.differences().stream().limit(LISTED).forEach(this::print);
        if (differences > LISTED) {
            out.warning("", "  … and " + (differences - LISTED) + " more, all listed in " + file);
        }
    }

    private void print(Difference difference) {
        out.warning(
                "",
                "  " + difference.key() + ": planned as " + word(difference.foretold()) + ", and is "
                        + word(difference.happened()));
    }

    private static String word(Optional<Change> change) {
        return change.map(Change::word).orElse("not mentioned");
    }
}
