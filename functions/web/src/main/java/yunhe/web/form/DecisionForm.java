package yunhe.web.form;

import java.util.Optional;
import yunhe.core.activity.History.Verdict;
import yunhe.core.activity.Review.Judgement;
import yunhe.core.shared.Bilingual;
import yunhe.web.Fields;

/** What a reviewer says about one registration. Leaves with 400 when something is wrong. */
public record DecisionForm(Verdict verdict, Optional<Bilingual> reason, Optional<Long> version) {

    public static DecisionForm parse(Fields fields) {
        var verdict = fields.required("decision", fields.choice("decision", Codes.VERDICTS));
        var reason = fields.bilingual("reason", ReasonForm.LENGTH_MAX, true);
        var version = fields.integer("version", 0, Integer.MAX_VALUE).map(Integer::longValue);
        fields.orRefuse();
        return new DecisionForm(verdict.orElseThrow(), reason, version);
    }

    /** @param other a version that was said elsewhere, for one that does not say it itself */
    public Judgement by(String reviewer, Optional<Long> other) {
        return new Judgement(verdict, reviewer, reason, version.or(() -> other));
    }
}
