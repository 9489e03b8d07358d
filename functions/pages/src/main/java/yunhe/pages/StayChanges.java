package yunhe.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yunhe.core.lodging.Availability;
import yunhe.core.lodging.EndStay;
import yunhe.core.lodging.Nights;
import yunhe.core.lodging.RoomType;
import yunhe.core.lodging.Station;
import yunhe.core.lodging.Stay;
import yunhe.core.lodging.StayStatus;

/** What a stay could be changed to now: another day of departure, another room type. */
record StayChanges(
        Station station,
        Stay stay,
        Availability availability,
        Instant now,
        PageTexts texts,
        When when,
        SignUpForm form) {

    /** @param text the day, and where that matters why it cannot be had, or that it is as it is now */
    record Departure(String value, String text, boolean chosen, boolean available) {}

    /** The last day on which its guest could leave, by the station's policy or by what was booked. */
    static LocalDate lastDeparture(Station station, Stay stay) {
        int longest = Math.min(station.details().policy().maxNightsPerStay(), Nights.COUNT_MAX);
        var byPolicy = stay.nights().arrive().plusDays(longest);
        var booked = stay.nights().depart();
        return byPolicy.isAfter(booked) ? byPolicy : booked;
    }

    private LocalDate today() {
        return station.today(now);
    }

    private StayStatus status() {
        var status = stay.statusAt(now);
        // Whoever did not come in time has what they booked, whether a schedule has noticed or not.
        boolean missing = status == StayStatus.CONFIRMED && !now.isBefore(EndStay.noShowAt(stay));
        return missing ? StayStatus.NO_SHOW : status;
    }

    /** Empty when there is nothing to choose between. */
    List<Departure> departures() {
        if (!mayChangeDeparture()) {
            return List.of();
        }
        var tomorrow = stay.nights().arrive().plusDays(1);
        var from = tomorrow.isBefore(today()) ? today() : tomorrow;
        var until = lastDeparture(station, stay);
        if (until.isBefore(from)) {
            return List.of();
        }
        var days = from.datesUntil(until.plusDays(1)).map(this::departure).toList();
        return days.stream().filter(Departure::available).count() > 1 ? days : List.of();
    }

    private boolean mayChangeDeparture() {
        return switch (status()) {
            case CONFIRMED, PENDING -> true;
            case CHECKED_IN -> !stay.nights().depart().isBefore(today());
            case WAITLISTED, OFFERED, REJECTED, CANCELLED, EXPIRED, CHECKED_OUT, NO_SHOW -> false;
        };
    }

    private Departure departure(LocalDate day) {
        var nights = new Nights(stay.nights().arrive(), day);
        boolean now = day.equals(stay.nights().depart());
        boolean free = isFree(stay.roomType(), nights);
        var text = texts.get("depart.option", when.day(day), texts.count("length.nights", nights.count()));
        return new Departure(
                day.toString(),
                now ? texts.get("depart.now", text) : free ? text : texts.get("depart.full", text),
                form.typed().containsKey("depart") ? form.has("depart", day.toString()) : now,
                free);
    }

    /** Whether it could have these nights: those it holds already are its own. */
    private boolean isFree(String room, Nights nights) {
        return nights.stream().allMatch(night -> isOwn(room, night) || availability.free(room, night) > 0);
    }

    private boolean isOwn(String room, LocalDate night) {
        return room.equals(stay.roomType()) && stay.held().contains(night);
    }

    /** The room types to choose between; empty when there is no other. */
    Optional<Field> room() {
        var rooms = station.details().rooms();
        boolean may = switch (status()) {
            case CONFIRMED, PENDING -> true;
            case CHECKED_IN -> !stay.nights().arrive().isBefore(today());
            case WAITLISTED, OFFERED, REJECTED, CANCELLED, EXPIRED, CHECKED_OUT, NO_SHOW -> false;
        };
        var options = rooms.stream().map(this::option).toList();
        return may && options.stream().filter(Field.Option::available).count() > 1
                ? Optional.of(new Fields(texts, form)
                        .field("roomType", true, new Field.Choices(false, options))
                        .withValues(form.typed().getOrDefault("roomType", List.of(stay.roomType()))))
                : Optional.empty();
    }

    private Field.Option option(RoomType room) {
        var title = RoomWords.title(room, texts);
        if (room.code().equals(stay.roomType())) {
            return new Field.Option(room.code(), title, Optional.of(texts.get("room.now")), Tone.CALM, true);
        }
        boolean admitted = room.guests() == RoomType.For.ANY
                || stay.applicant().gender().filter(room.guests()::admits).isPresent();
        if (!admitted) {
            return new Field.Option(room.code(), title, Optional.of(texts.get("room.others")), Tone.CALM, false);
        }
        return isFree(room.code(), stay.nights())
                ? new Field.Option(room.code(), title, Optional.of(texts.get("room.has_room")), Tone.GOOD, true)
                : new Field.Option(room.code(), title, Optional.of(texts.get("room.taken")), Tone.CALM, false);
    }
}
