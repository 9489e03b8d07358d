package yunhe.bench.scale;

import java.util.function.Consumer;
import yunhe.bench.scale.ModelStore.Access;
import yunhe.bench.scale.ModelStore.Outcome;
import yunhe.bench.scale.Places.Guest;
import yunhe.bench.scale.Places.Seen;
import yunhe.bench.scale.Places.Shard;

/** What both ways of taking a place have in common: which shard an instance keeps to, and looking at all of them. */
abstract class SignUp {

    static final int TRIES_MAX = 24;

    private static final String HEAD = "head";

    final Service service;
    final Instance instance;
    final Guest guest;
    final Consumer<Answer> answer;
    private int tries;

    enum Answer {
        CONFIRMED,
        FULL,
        FAILED
    }

    /** Where sign-ups happen. */
    record Service(Timeline timeline, ModelStore store, Steps steps, Places places) {}

    SignUp(Service service, Instance instance, Guest guest, Consumer<Answer> answer) {
        this.service = service;
        this.instance = instance;
        this.guest = guest;
        this.answer = answer;
    }

    final void run() {
        if (instance.shard().isPresent()) {
            claimOrLook();
            return;
        }
        readHead(() -> {
            var shards = service.places().shards();
            instance.keepTo(shards.get(service.timeline().random().nextInt(shards.size())));
            claimOrLook();
        });
    }

    private void claimOrLook() {
        if (instance.sawFull()) {
            look();
        } else {
            claim(instance.shard().orElseThrow());
        }
    }

    abstract void claim(Shard shard);

    /** Nothing is free. Whether something came back, and another look is worth it. */
    abstract void nothingIsFree(Seen seen);

    /** The instance leaves a shard for another one. */
    abstract void leave(Shard before, Runnable then);

    final void look() {
        if (++tries > TRIES_MAX) {
            answer.accept(Answer.FAILED);
            return;
        }
        readHead(() -> {
            var all = service.places().shards().stream().map(this::reading).toList();
            service.store()
                    .readAll(all, unlessFailed(() -> looked(service.places().look())));
        });
    }

    private void looked(Seen seen) {
        instance.noteFull(false);
        var free = service.places().chosen(seen, service.timeline().random());
        if (free.isEmpty()) {
            nothingIsFree(seen);
            return;
        }
        var before = instance.shard().orElseThrow();
        instance.keepTo(free.get());
        if (before.equals(free.get())) {
            claim(before);
        } else {
            leave(before, () -> claim(free.get()));
        }
    }

    /** Full, unless the person is there already. */
    final void tellFull() {
        instance.noteFull(true);
        service.store()
                .read(
                        person(service.steps().known().readUnits()),
                        unlessFailed(() -> answer.accept(guest.isRegistered() ? Answer.CONFIRMED : Answer.FULL)));
    }

    private void readHead(Runnable then) {
        var access = new Access(HEAD, HEAD, service.steps().head()::readUnits);
        service.store().read(access, unlessFailed(then));
    }

    final Consumer<Outcome> unlessFailed(Runnable then) {
        return outcome -> {
            if (outcome == Outcome.FAILED) {
                answer.accept(Answer.FAILED);
            } else {
                then.run();
            }
        };
    }

    final Access person(int units) {
        return person(guest, units);
    }

    static Access person(Guest guest, int units) {
        return new Access(guest.key, guest, () -> units);
    }

    final Access writing(Shard shard) {
        return new Access(shard.key(), shard, () -> service.steps().shardUnits(shard.marks()));
    }

    private Access reading(Shard shard) {
        return new Access(shard.key(), shard, () -> service.steps().shardReadUnits(shard.marks()));
    }
}
