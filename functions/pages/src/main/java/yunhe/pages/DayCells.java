package yunhe.pages;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Optional;
import yunhe.core.lodging.Availability;
import yunhe.core.shared.Bilingual;
import yunhe.pages.DayCell.Mark;
import yunhe.pages.DayCell.State;

/** Makes the days of a calendar of one room type. */
record DayCells(
        Choice choice, Availability availability, Bookable bookable, YearMonth month, PageTexts texts, When when) {

    DayCell of(LocalDate day) {
        boolean turn = day.getDayOfMonth() == 1 && !YearMonth.from(day).equals(month);
        var state = state(day);
        var mark = mark(day);
        var night = night(day, state);
        var link = link(day, state, mark);
        return new DayCell(
                turn ? when.dayOfOtherMonth(day) : Integer.toString(day.getDayOfMonth()),
                mark.isEnd() ? texts.of("calendar.mark.", mark) : night,
                state,
                mark,
                link.map(Choice::path),
                label(day, night, mark, link),
                turn);
    }

    boolean isClosed(LocalDate night) {
        return state(night) == State.CLOSED;
    }

    /** Why a night is closed: of several rules the last one that gives a reason. */
    Optional<Bilingual> reason(LocalDate night) {
        return availability.details().nightRules().stream()
                .filter(rule -> rule.concerns(choice.room().code(), night))
                .flatMap(rule -> rule.reason().stream())
                .reduce((first, second) -> second);
    }

    private State state(LocalDate night) {
        var window = bookable.window();
        var room = choice.room().code();
        if (night.isBefore(window.arrive()) || !night.isBefore(window.depart())) {
            return State.BEYOND;
        }
        if (availability.details().places(room, night) == 0) {
            return State.CLOSED;
        }
        return availability.free(room, night) == 0 ? State.FULL : State.FREE;
    }

    private String night(LocalDate night, State state) {
        return switch (state) {
            case FREE ->
                texts.get("calendar.free", availability.free(choice.room().code(), night));
            case FULL -> texts.get("calendar.full");
            case CLOSED -> texts.get("calendar.closed");
            case BEYOND -> "";
        };
    }

    private Mark mark(LocalDate day) {
        if (choice.arrive().filter(day::equals).isPresent()) {
            return Mark.ARRIVE;
        }
        if (choice.depart().filter(day::equals).isPresent()) {
            return Mark.DEPART;
        }
        boolean within = choice.nights()
                .filter(nights -> nights.stream().anyMatch(day::equals))
                .isPresent();
        return within ? Mark.WITHIN : mayLeave(day) ? Mark.NEXT : Mark.NONE;
    }

    private boolean mayLeave(LocalDate day) {
        return choice.isLeavingNext()
                && choice.arrive().filter(from -> bookable.mayLeave(from, day)).isPresent();
    }

    /** Whoever taps the day of arrival once more takes it back; any other begins anew. */
    private Optional<Choice> link(LocalDate day, State state, Mark mark) {
        if (mark == Mark.NEXT) {
            return Optional.of(choice.leaving(day, month));
        }
        if (mark == Mark.ARRIVE && choice.isLeavingNext()) {
            return Optional.of(choice.withoutDays().at(month));
        }
        return bookable.mayArrive(day) && state != State.CLOSED
                ? Optional.of(choice.arriving(day, month))
                : Optional.empty();
    }

    private String label(LocalDate day, String night, Mark mark, Optional<Choice> link) {
        var parts = new ArrayList<String>();
        parts.add(when.day(day));
        if (!night.isEmpty()) {
            parts.add(night);
        }
        if (mark.isEnd()) {
            parts.add(texts.of("calendar.chosen.", mark));
        }
        link.map(DayCells::next).ifPresent(key -> parts.add(texts.get(key)));
        return String.join(texts.get("list.separator"), parts);
    }

    /** What tapping does. */
    private static String next(Choice chosen) {
        if (chosen.depart().isPresent()) {
            return "calendar.choose.depart";
        }
        return chosen.arrive().isPresent() ? "calendar.choose.arrive" : "calendar.choose.none";
    }
}
