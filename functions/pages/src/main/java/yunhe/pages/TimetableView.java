package yunhe.pages;

import java.time.Instant;
import java.util.List;
import yunhe.core.shared.Language;

/**
 * What an organiser sees of a roadshow's meetings. People are named by the id of their registration; slots and tables
 * count from 0, as in the contract, and are shown from 1.
 *
 * @param projects all that are confirmed, as the page lists them
 * @param investors likewise
 * @param form what was typed and refused; {@link SignUpForm#EMPTY} when nothing was
 */
public record TimetableView(
        Language language, ConsoleShow show, List<Party> projects, List<Party> investors, Plan plan, SignUpForm form) {

    /** Somebody who may meet somebody. */
    public record Party(String id, String organisation) {}

    /** How far the planning is. */
    public sealed interface Plan {}

    /** Nothing was solved yet. */
    public record Unplanned() implements Plan {}

    /** Solved, and seen by organisers only. */
    public record Proposal(String id, Rules rules, Solution solution, Pairs pairs) implements Plan {}

    /**
     * Everybody was told.
     *
     * @param meetings as they are now
     * @param changes since then, the last one first
     */
    public record Published(Instant at, Rules rules, List<Meeting> meetings, List<Change> changes) implements Plan {}

    /** What was asked for. */
    public record Rules(List<Slot> slots, int tables, int maxMeetingsPerProject, int minMeetingsPerProject) {}

    public record Slot(Instant startsAt, Instant endsAt) {}

    /**
     * What was found.
     *
     * @param upperBound no timetable scores more; equal to the score, this one is proved to be the best
     */
    public record Solution(int score, int upperBound, List<Meeting> meetings, List<Unmet> unmet) {}

    public record Meeting(int slot, int table, String project, String investor, int score) {}

    /** A project that is left short. */
    public record Unmet(String project, int meetings, int minimum) {}

    /** What the organiser decided before anything is solved. */
    public record Pairs(List<Pair> pinned, List<Pair> forbidden) {}

    public record Pair(String project, String investor) {}

    /** What became of a meeting after everybody was told. */
    public record Change(What what, Meeting meeting) {

        public enum What {
            ADDED,
            DROPPED
        }
    }
}
