package yunhe.activities;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yunhe.core.activity.FieldError.Code;
import yunhe.core.profile.Catalogue;
import yunhe.core.profile.Profile;
import yunhe.core.profile.Profile.Side;
import yunhe.web.Fields;

/**
 * What a project or an investor says about itself. Money is in whole yuan; a page, where people think in 万元, may send
 * the same field with {@code Wan} behind its name instead.
 */
final class ProfileForm {

    private static final int CODE_LENGTH_MAX = 40;
    private static final String WAN = "Wan";
    private static final BigDecimal YUAN_OF_WAN = BigDecimal.valueOf(10_000);

    private final Fields profile;

    private ProfileForm(Fields profile) {
        this.profile = profile;
    }

    /** Notes what is wrong, and is empty then. */
    static Optional<Profile> parse(Fields fields, Side side) {
        if (!fields.has("profile")) {
            return fields.required("profile", Optional.empty());
        }
        int errorsBefore = fields.errors().size();
        var form = new ProfileForm(fields.object("profile"));
        var profile = switch (side) {
            case PROJECT -> form.project();
            case INVESTOR -> form.investor();
        };
        return Optional.of(profile).filter(inOrder -> fields.errors().size() == errorsBefore);
    }

    private Profile project() {
        return new Profile.Project(
                sectors(),
                codes("stage", Catalogue.STAGES, 1).stream().findFirst(),
                yuan("seeking"),
                profile.bilingual("pitch", Profile.PITCH_LENGTH_MAX, true),
                deckUrl());
    }

    private Profile investor() {
        var least = yuan("ticketMin");
        var most = yuan("ticketMax");
        if (least.isPresent() && most.filter(it -> it < least.get()).isPresent()) {
            refuseTicketMax(BigDecimal.valueOf(least.get()));
        }
        return new Profile.Investor(
                sectors(),
                codes("stages", Catalogue.STAGES, Catalogue.STAGES.codes().size()),
                least,
                most,
                profile.integer("maxMeetings", 1, Profile.MEETINGS_MAX).orElse(Profile.MEETINGS_DEFAULT));
    }

    /** In the unit in which it was given. */
    private void refuseTicketMax(BigDecimal least) {
        if (profile.has("ticketMax")) {
            profile.refuse("ticketMax", Code.OUT_OF_RANGE, least);
        } else {
            profile.refuse("ticketMax" + WAN, Code.OUT_OF_RANGE, least.divide(YUAN_OF_WAN));
        }
    }

    private List<String> sectors() {
        var sectors =
                codes("sectors", Catalogue.SECTORS, Catalogue.SECTORS.codes().size());
        profile.required("sectors", sectors.stream().findFirst());
        return sectors;
    }

    /** Codes of a list, each once, in the list's order. */
    private List<String> codes(String name, Catalogue catalogue, int countMax) {
        var given = countMax == 1
                ? profile.line(name, CODE_LENGTH_MAX).map(List::of)
                : profile.texts(name, countMax, CODE_LENGTH_MAX);
        var codes = given.orElse(List.of());
        if (!catalogue.codes().containsAll(codes)) {
            profile.refuse(name, Code.UNKNOWN_OPTION, catalogue.codes());
        }
        return catalogue.codes().stream().filter(codes::contains).toList();
    }

    private Optional<Long> yuan(String name) {
        if (profile.has(name) || !profile.has(name + WAN)) {
            return profile.whole(name, 0, Profile.YUAN_MAX);
        }
        var max = BigDecimal.valueOf(Profile.YUAN_MAX).divide(YUAN_OF_WAN);
        var yuan = profile.decimal(name + WAN, Optional.of(BigDecimal.ZERO), Optional.of(max))
                .map(wan -> wan.multiply(YUAN_OF_WAN).stripTrailingZeros());
        if (yuan.filter(it -> it.scale() > 0).isPresent()) {
            profile.refuse(name + WAN, Code.FORMAT);
            return Optional.empty();
        }
        return yuan.map(BigDecimal::longValueExact);
    }

    private Optional<String> deckUrl() {
        var url = profile.line("deckUrl", Profile.DECK_URL_LENGTH_MAX);
        if (url.filter(it -> !isWebAddress(it)).isPresent()) {
            profile.refuse("deckUrl", Code.FORMAT);
        }
        return url;
    }

    /** What may stand in a link: anything else, such as {@code javascript:}, is no address of slides. */
    private static boolean isWebAddress(String text) {
        try {
            var url = URI.create(text);
            return List.of("http", "https")
                            .contains(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT))
                    && url.getHost() != null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
