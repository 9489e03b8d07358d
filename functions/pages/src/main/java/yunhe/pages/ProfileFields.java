package yunhe.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yunhe.core.profile.Catalogue;
import yunhe.core.profile.Profile;
import yunhe.core.profile.Profile.Side;

/** Makes the fields in which a project or an investor says what it is, and what it looks for. */
record ProfileFields(Fields fields) {

    private static final String WAN_MAX =
            BigDecimal.valueOf(Profile.YUAN_MAX).movePointLeft(4).toBigInteger().toString();

    List<Field> of(Side side) {
        return switch (side) {
            case PROJECT ->
                List.of(
                        fields.organisation(side),
                        sectors(side),
                        stage(),
                        money("profile.seekingWan"),
                        pitch(),
                        deckUrl());
            case INVESTOR ->
                List.of(
                        fields.organisation(side),
                        sectors(side),
                        stages(),
                        money("profile.ticketMinWan"),
                        money("profile.ticketMaxWan"),
                        maxMeetings());
        };
    }

    private PageTexts texts() {
        return fields.texts();
    }

    private Field sectors(Side side) {
        var label = texts().get("profile.sectors." + side.group());
        return fields.field("profile.sectors", label, true, new Field.Choices(true, options(Catalogue.SECTORS)))
                .withHint(texts().get("profile.sectors.hint"));
    }

    /** Whoever has chosen a stage may take that back. */
    private Field stage() {
        var options = new ArrayList<>(options(Catalogue.STAGES));
        options.add(Field.Option.of("", texts().get("profile.stage.none")));
        return fields.field("profile.stage", false, new Field.Choices(false, options));
    }

    private Field stages() {
        return fields.field("profile.stages", false, new Field.Choices(true, options(Catalogue.STAGES)))
                .withHint(texts().get("answer.choices.hint"));
    }

    private List<Field.Option> options(Catalogue catalogue) {
        return catalogue.terms().stream()
                .map(term -> Field.Option.of(term.code(), term.label().in(texts().language())))
                .toList();
    }

    private Field money(String name) {
        var line = Field.Line.of("number").inputMode("decimal").between(Optional.of("0"), Optional.of(WAN_MAX));
        return fields.field(name, false, line).withHint(texts().get("profile.wan.hint"));
    }

    /** In the language of the page. */
    private Field pitch() {
        var name = "profile.pitch." + texts().language().code();
        return fields.field(name, texts().get("profile.pitch"), false, new Field.Lines(Profile.PITCH_LENGTH_MAX))
                .withHint(texts().get("profile.pitch.hint", Profile.PITCH_LENGTH_MAX));
    }

    private Field deckUrl() {
        var line = Field.Line.of("url").inputMode("url").maxLength(Profile.DECK_URL_LENGTH_MAX);
        return fields.field("profile.deckUrl", false, line).withHint(texts().get("profile.deckUrl.hint"));
    }

    private Field maxMeetings() {
        var line = Field.Line.of("number")
                .inputMode("numeric")
                .between(Optional.of("1"), Optional.of(Integer.toString(Profile.MEETINGS_MAX)));
        return fields.field("profile.maxMeetings", false, line)
                .withHint(texts().get("profile.maxMeetings.hint", Profile.MEETINGS_DEFAULT));
    }
}
