package yunhe.pages;

import java.time.Instant;
import java.util.List;
import yunhe.core.lodging.Availability;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.Station;
import yunhe.core.shared.Language;

/** The pages of those who keep a station: all stations, and one of them on one day. */
public final class KeeperPage {

    static final String PATH = "/door/stations";

    private KeeperPage() {}

    public static String render(KeeperView view) {
        var model = KeeperModel.of(view);
        return Templates.render((output, interceptor) -> JtekeeperGenerated.render(output, interceptor, model));
    }

    /** @param tonight of each station */
    public static String renderList(List<Tonight> tonight, Language language, Instant now) {
        var texts = PageTexts.in(language);
        var frame = Frame.of(language, texts.get("keeper.title"), PATH);
        var cards =
                tonight.stream().map(station -> Card.of(station, texts, now)).toList();
        return Templates.render((output, interceptor) -> JtekeepersGenerated.render(output, interceptor, frame, cards));
    }

    /** A station, and what is taken in the night that begins today. */
    public record Tonight(Station station, Availability availability) {}

    /** A station in the list. */
    record Card(String path, String name, String address, List<Free> rooms) {

        static Card of(Tonight tonight, PageTexts texts, Instant now) {
            var station = tonight.station();
            var details = station.details();
            var today = station.today(now);
            return new Card(
                    PATH + "/" + station.id(),
                    details.name().in(texts.language()),
                    details.address(),
                    details.rooms().stream()
                            .map(room -> Free.of(room, tonight.availability().free(room.code(), today), texts))
                            .toList());
        }
    }

    /** How many of a room type can be had tonight. */
    record Free(String title, String text, Tone tone) {

        static Free of(RoomType room, int free, PageTexts texts) {
            return new Free(
                    room.title().in(texts.language()),
                    free == 0 ? texts.get("keeper.full") : texts.get("keeper.free", free),
                    free == 0 ? Tone.CALM : Tone.GOOD);
        }
    }
}
