package yunhe.notifications.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import yunhe.core.lodging.EndStay;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stay;
import yunhe.core.shared.Language;

/** A stay's days and hours as people read them, on the station's calendar. */
record StayTimes(Language language, Station station, Stay stay) {

    /** {@code 12月1日–4日}; what is the same for both days is said once. */
    String dates() {
        var moments = moments();
        var first = arriving();
        var last = leaving();
        if (first.getYear() != last.getYear()) {
            var year = new String[] {"yyyy年M月d日", "d MMMM yyyy"};
            return range(moments.format(first, year[0], year[1]), moments.format(last, year[0], year[1]));
        }
        if (first.getMonth() != last.getMonth()) {
            return range(moments.shortDay(first), moments.shortDay(last));
        }
        return switch (language) {
            case ZH -> moments.shortDay(first) + "–" + last.getDayOfMonth() + "日";
            case EN -> first.getDayOfMonth() + "–" + moments.shortDay(last);
        };
    }

    /** {@code 3晚}. */
    String nights() {
        int count = stay.nights().count();
        return switch (language) {
            case ZH -> count + "晚";
            case EN -> count == 1 ? "1 night" : count + " nights";
        };
    }

    /** {@code 2026年12月1日 星期二}. */
    String arrive() {
        return moments().day(arriving());
    }

    /** {@code 2026年12月4日 星期五}. */
    String depart() {
        return moments().day(leaving());
    }

    /** {@code 12月1日}. */
    String firstDay() {
        return moments().shortDay(arriving());
    }

    /** {@code 14:00}. */
    String checkInFrom() {
        return moments().hour(station.checkInFrom(arriving()));
    }

    /** {@code 12:00}. */
    String checkOutUntil() {
        return moments().hour(station.at(leaving(), station.details().checkOutUntil()));
    }

    /** {@code 12月1日 星期二 22:00}: otherwise the room goes to somebody else. */
    String arriveBy() {
        return moments().moment(EndStay.noShowAt(stay));
    }

    /** {@code 22:00}, with its day unless it is the day of arrival. */
    String shortArriveBy() {
        var by = EndStay.noShowAt(stay);
        return moments().local(by).toLocalDate().equals(arriving())
                ? moments().hour(by)
                : moments().shortMoment(by);
    }

    String moment(Instant at) {
        return moments().moment(at);
    }

    List<String> momentLines(Instant at) {
        return moments().momentLines(at);
    }

    private String range(String first, String last) {
        return language == Language.ZH ? first + "–" + last : first + " – " + last;
    }

    private LocalDate arriving() {
        return stay.nights().arrive();
    }

    private LocalDate leaving() {
        return stay.nights().depart();
    }

    private Moments moments() {
        return new Moments(language, station.details().zone());
    }
}
