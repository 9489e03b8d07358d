package yunhe.pages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yunhe.core.activity.Approval;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.StayPolicy;

/** What a station asks of its guests, in plain words. */
record PolicyWords(Station station, PageTexts texts) {
    private static final int LONG_HOURS = 48;

    /** One rule: what it is about, and what it says. */
    record Line(String label, String text) {}

    List<Line> lines() {
        var lines = new ArrayList<Line>();
        lines.add(line("policy.times", times()));
        lines.add(line("policy.who", who()));
        lines.add(line("policy.nights", nights()));
        lines.add(line("policy.proof", proof()));
        lines.add(line("policy.answer", answer()));
        lines.add(line("policy.cancel", cancel()));
        return List.copyOf(lines);
    }

    /** The two numbers that everybody asks for. */
    String inShort() {
        return texts.count("policy.short.nights", policy().maxNightsPerStay())
                + texts.get(policy().approval() == Approval.REVIEW ? "policy.short.review" : "policy.short.automatic");
    }

    private StayPolicy policy() {
        return station.details().policy();
    }

    private Line line(String key, String text) {
        return new Line(texts.get(key), text);
    }

    private String times() {
        var details = station.details();
        return texts.get("policy.times.text", details.checkInFrom(), details.checkOutUntil(), details.noShowAt());
    }

    private String who() {
        var sentences = new ArrayList<String>();
        policy().graduatedWithinYears().ifPresent(years -> sentences.add(graduated(years, texts)));
        policy().maxAge().ifPresent(age -> sentences.add(texts.get("policy.who.age", age)));
        return sentences.isEmpty() ? texts.get("policy.who.anyone") : joined(sentences);
    }

    /** When one has to have graduated, or to be going to. */
    static String graduated(int years, PageTexts texts) {
        return years == 0 ? texts.get("policy.who.student") : texts.count("policy.who.graduated", years);
    }

    private String nights() {
        var sentences = new ArrayList<String>();
        sentences.add(texts.count("policy.nights.stay", policy().maxNightsPerStay()));
        sentences.add(texts.count("policy.nights.year", policy().maxNightsPerYear()));
        if (policy().minDaysBetweenStays() > 0) {
            sentences.add(texts.count("policy.nights.between", policy().minDaysBetweenStays()));
        }
        sentences.add(texts.count("policy.nights.ahead", policy().bookAheadDays()));
        return joined(sentences);
    }

    private String proof() {
        var needed = new ArrayList<String>();
        if (policy().requireDocument()) {
            needed.add(texts.get("policy.proof.document"));
        }
        proofs(policy()).forEach(kind -> needed.add(proofName(kind, texts)));
        return needed.isEmpty()
                ? texts.get("policy.proof.none")
                : texts.get("policy.proof.text", String.join(texts.get("policy.proof.separator"), needed));
    }

    /** The kinds of proof that are asked for: whoever reviews has to have something to look at. */
    static List<String> proofs(StayPolicy policy) {
        if (!policy.proofs().isEmpty() || policy.approval() == Approval.AUTOMATIC) {
            return policy.proofs();
        }
        return List.of(policy.graduatedWithinYears().isPresent() ? "graduation" : "other");
    }

    /** A kind of proof as it reads; one that these pages do not know by its code. */
    static String proofName(String kind, PageTexts texts) {
        return texts.find("proof." + kind).orElse(kind);
    }

    private String answer() {
        return policy().approval() == Approval.REVIEW
                ? texts.get("policy.answer.review", length(policy().reviewFor()))
                : texts.get("policy.answer.automatic");
    }

    private String cancel() {
        var before = policy().cancelBefore();
        var from = station.details().checkInFrom();
        return before.isZero()
                ? texts.get("policy.cancel.arrival", from)
                : texts.get("policy.cancel.text", from, length(before));
    }

    private String length(Duration duration) {
        boolean inDays = duration.toHours() >= LONG_HOURS && duration.equals(Duration.ofDays(duration.toDays()));
        return inDays ? texts.count("length.days", duration.toDays()) : StatusWords.length(duration, texts);
    }

    private String joined(List<String> sentences) {
        return String.join(texts.get("sentence.separator"), sentences);
    }

    /** What a waiting list does for whoever joins it; empty when there is none. */
    Optional<String> waiting() {
        var waitlist = policy().waitlist();
        if (waitlist.capacityPerGroup() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                switch (waitlist.promotion()) {
                    case AUTOMATIC -> texts.get("waiting.automatic");
                    case OFFER -> texts.get("waiting.offer", StatusWords.length(waitlist.offerFor(), texts));
                });
    }
}
