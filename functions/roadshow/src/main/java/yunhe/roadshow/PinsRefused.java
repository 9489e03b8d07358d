package yunhe.roadshow;

import java.util.List;
import yunhe.core.roadshow.PinProblem;

/** Leaves the organiser's form with the pins that cannot be held. */
final class PinsRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<PinProblem> problems;

    PinsRefused(List<PinProblem> problems) {
        this.problems = problems;
    }

    List<PinProblem> problems() {
        return problems;
    }
}
