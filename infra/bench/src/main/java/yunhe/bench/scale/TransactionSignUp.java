package yunhe.bench.scale;

import java.util.List;
import java.util.function.Consumer;
import yunhe.bench.scale.ModelStore.Access;
import yunhe.bench.scale.Places.Guest;
import yunhe.bench.scale.Places.Seen;
import yunhe.bench.scale.Places.Shard;

/** A registration and a counter, and nothing else. */
final class TransactionSignUp extends SignUp {

    TransactionSignUp(Service service, Instance instance, Guest guest, Consumer<Answer> answer) {
        super(service, instance, guest, answer);
    }

    @Override
    void claim(Shard shard) {
        int units = service.steps().transactionUnits();
        var both = List.of(person(units), new Access(shard.key(), shard, () -> units));
        service.store()
                .transact(
                        both,
                        () -> {
                            if (guest.isRegistered() || !shard.take()) {
                                return false;
                            }
                            service.places().register(guest);
                            return true;
                        },
                        unlessFailed(() -> {
                            if (guest.isRegistered()) {
                                answer.accept(Answer.CONFIRMED);
                            } else {
                                look();
                            }
                        }));
    }

    @Override
    void nothingIsFree(Seen seen) {
        tellFull();
    }

    @Override
    void leave(Shard before, Runnable then) {
        then.run();
    }
}
