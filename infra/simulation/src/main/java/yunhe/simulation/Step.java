package yunhe.simulation;

import java.time.Duration;
import java.util.List;
import yunhe.testkit.simulation.Fault;

/**
 * One line of a plan. A step that makes no sense when its turn comes (nobody is there to cancel) does nothing, so that
 * any part of a plan is a plan.
 */
sealed interface Step {

    /** A person asks for something; the answer comes when the process has been given enough turns. */
    record Ask(int person, Wish wish, int choice, Trouble trouble) implements Step {}

    /** What people ask for. */
    enum Wish {
        SIGN_UP,
        SAME_KEY_OTHER_BODY,
        AGAIN,
        LOOK,
        CHANGE,
        CANCEL,
        SEND_LINK,
        ACCEPT,
        DECLINE,
        GUESS
    }

    record Organise(Chore chore, int choice, Trouble trouble) implements Step {}

    /** What organisers do. */
    enum Chore {
        LIST,
        LIST_AS_STAFF,
        LIST_AS_NOBODY,
        CANCEL_ONE,
        DECIDE,
        RESIZE,
        CANCEL_ALL
    }

    record AtTheDoor(int person, Act act, int choice, Trouble trouble) implements Step {}

    /** What door staff do with a person's ticket. */
    enum Act {
        SCAN,
        SCAN_AGAIN,
        UNDO
    }

    /** A reader of the stream gets a batch. */
    record Deliver(Reader reader, int shard, int size, Trouble trouble) implements Step {}

    /** The functions that read the stream. */
    enum Reader {
        OUTBOX,
        PROMOTER
    }

    /** What the promoter was not able to take goes to the queue of the undelivered, and nobody looks. */
    record LoseWakeUps(int shard, int size) implements Step {}

    /** The notifier gets messages. */
    record Notify(int size, int choice, Trouble trouble) implements Step {}

    /** The schedule's tick. */
    record Tick(int choice, Trouble trouble) implements Step {}

    /** One of the processes under way makes so many calls, each of which takes a while. */
    record Go(int choice, int calls, int millis) implements Step {}

    record Pass(Duration time) implements Step {}

    record Until(Moment moment, Duration offset) implements Step {}

    /** The moments at which something changes for everybody. */
    enum Moment {
        DOORS_OPEN,
        START,
        END,
        NO_SHOWS
    }

    /** Everything comes to rest, then the rules are checked. */
    record Settle() implements Step {}

    /**
     * What goes wrong.
     *
     * @param lost the answer gets lost on the way, or the delivery is made once more
     */
    record Trouble(List<Fault> faults, boolean lost) {

        static final Trouble NONE = new Trouble(List.of(), false);

        @Override
        public String toString() {
            return faults + (lost ? " lost" : "");
        }
    }
}
