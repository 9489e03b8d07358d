package yunhe.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import yunhe.bench.scale.ModelStore.Outcome;
import yunhe.bench.scale.Places.Guest;
import yunhe.bench.scale.Places.Mark;
import yunhe.bench.scale.Places.Seen;
import yunhe.bench.scale.Places.Shard;

/** A claim that leaves a mark, and a record. */
final class LedgerSignUp extends SignUp {

    private static final long OLD_MICROS = 10_000_000;
    private static final int MARKS_MAX = 16;
    private static final int RECOVERED_BY_A_CLAIM_MAX = 2;

    private boolean released;

    /** The shard as a claim left it. */
    private record Claimed(int marks, List<Mark> old, boolean filled) {}

    LedgerSignUp(Service service, Instance instance, Guest guest, Consumer<Answer> answer) {
        super(service, instance, guest, answer);
    }

    @Override
    void claim(Shard shard) {
        var cleared = instance.cleared(shard);
        var mark = new Mark(guest, shard, service.timeline().now());
        var claimed = new ArrayList<Claimed>();
        service.store()
                .writeOnce(
                        writing(shard),
                        () -> {
                            boolean done = shard.claim(mark, cleared);
                            claimed.add(new Claimed(shard.marks(), old(shard), shard.isFull()));
                            return done;
                        },
                        outcome -> {
                            if (outcome != Outcome.DONE) {
                                instance.clearLater(cleared);
                            }
                            switch (outcome) {
                                case DONE -> record(mark, claimed.getLast());
                                case REFUSED -> look();
                                case FAILED -> answer.accept(Answer.FAILED);
                            }
                        });
    }

    private void record(Mark mark, Claimed claimed) {
        service.store()
                .write(
                        person(service.steps().record().writeUnits()),
                        () -> service.places().record(guest, mark),
                        outcome -> {
                            switch (outcome) {
                                case DONE -> recorded(mark, claimed);
                                case REFUSED -> release(mark, this::afterRefusal);
                                case FAILED -> answer.accept(Answer.FAILED);
                            }
                        });
    }

    /** They are there already; or somebody took the process for dead, and another claim is needed. */
    private void afterRefusal() {
        if (guest.isRegistered()) {
            answer.accept(Answer.CONFIRMED);
        } else {
            claim(instance.shard().orElseThrow());
        }
    }

    private void recorded(Mark mark, Claimed claimed) {
        recover(claimed.old(), () -> {
            if (claimed.marks() > MARKS_MAX || claimed.filled()) {
                clearInPassing(List.of(mark), () -> answer.accept(Answer.CONFIRMED));
            } else {
                instance.clearLater(List.of(mark));
                answer.accept(Answer.CONFIRMED);
            }
        });
    }

    /** The oldest come first. */
    private List<Mark> old(Shard shard) {
        return shard.all().limit(RECOVERED_BY_A_CLAIM_MAX).filter(this::isOld).toList();
    }

    private boolean isOld(Mark mark) {
        return service.timeline().now() - mark.since > OLD_MICROS;
    }

    @Override
    void nothingIsFree(Seen seen) {
        released = false;
        var doubtful = seen.marks()
                .filter(mark -> isOld(mark) || mark.person.equals(guest))
                .toList();
        recover(doubtful, () -> {
            if (released) {
                look();
            } else {
                tellFull();
            }
        });
    }

    private void recover(List<Mark> marks, Runnable then) {
        if (marks.isEmpty()) {
            then.run();
            return;
        }
        var mark = marks.getFirst();
        Runnable next = () -> recover(marks.subList(1, marks.size()), then);
        service.store()
                .write(
                        person(mark.person, service.steps().fence().writeUnits()),
                        () -> mark.person.fence(mark),
                        outcome -> {
                            switch (outcome) {
                                case DONE -> {
                                    released = true;
                                    release(mark, next);
                                }
                                case REFUSED -> clear(mark, next);
                                case FAILED -> answer.accept(Answer.FAILED);
                            }
                        });
    }

    private void release(Mark mark, Runnable then) {
        service.store().write(writing(mark.shard), () -> mark.shard.release(mark), unlessFailed(then));
    }

    private void clear(Mark mark, Runnable then) {
        service.store().write(writing(mark.shard), () -> mark.shard.clear(List.of(mark)), unlessFailed(then));
    }

    /** What is not cleared now goes with the next claim. */
    private void clearInPassing(List<Mark> marks, Runnable then) {
        var shard = marks.getFirst().shard;
        service.store().writeInPassing(writing(shard), () -> shard.clear(marks), outcome -> {
            if (outcome != Outcome.DONE) {
                instance.clearLater(marks);
            }
            then.run();
        });
    }

    @Override
    void leave(Shard before, Runnable then) {
        var marks = instance.cleared(before);
        if (marks.isEmpty()) {
            then.run();
        } else {
            clearInPassing(marks, then);
        }
    }
}
