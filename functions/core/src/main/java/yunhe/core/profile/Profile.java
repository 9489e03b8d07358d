package yunhe.core.profile;

import java.util.List;
import java.util.Optional;
import yunhe.core.shared.Bilingual;

/** What a project or an investor says about itself. Sectors and stages are codes of the {@link Catalogue}. */
public sealed interface Profile {

    int PITCH_LENGTH_MAX = 500;
    int DECK_URL_LENGTH_MAX = 500;

    /** Money in whole yuan: a trillion, far above any round. */
    long YUAN_MAX = 1_000_000_000_000L;

    /** How many meetings an investor takes who names no number, and the most one may name. */
    int MEETINGS_DEFAULT = 20;

    int MEETINGS_MAX = 200;

    List<String> sectors();

    /** Each group's profile stands on its own side of the table. */
    Side side();

    /**
     * A start-up that looks for investors.
     *
     * @param seeking how much money, in whole yuan
     * @param deckUrl where its slides are
     */
    record Project(
            List<String> sectors,
            Optional<String> stage,
            Optional<Long> seeking,
            Optional<Bilingual> pitch,
            Optional<String> deckUrl)
            implements Profile {

        @Override
        public Side side() {
            return Side.PROJECT;
        }
    }

    /**
     * Someone who looks for start-ups.
     *
     * @param ticketMin the least put into one project, in whole yuan
     * @param ticketMax the most
     */
    record Investor(
            List<String> sectors,
            List<String> stages,
            Optional<Long> ticketMin,
            Optional<Long> ticketMax,
            int maxMeetings)
            implements Profile {

        @Override
        public Side side() {
            return Side.INVESTOR;
        }
    }

    /** The two sides of a meeting. Their codes are the ids of their groups. */
    enum Side {
        PROJECT("project"),
        INVESTOR("investor");

        private final String group;

        Side(String group) {
            this.group = group;
        }

        public String group() {
            return group;
        }

        public Side other() {
            return this == PROJECT ? INVESTOR : PROJECT;
        }

        public static Optional<Side> ofGroup(String group) {
            return List.of(values()).stream()
                    .filter(side -> side.group.equals(group))
                    .findFirst();
        }
    }
}
