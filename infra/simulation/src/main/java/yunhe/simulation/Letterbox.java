package yunhe.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yunhe.notifications.channel.Channel;
import yunhe.notifications.channel.ChannelUnavailable;
import yunhe.notifications.channel.Delivery;
import yunhe.notifications.channel.Mail;
import yunhe.notifications.channel.TextMessage;
import yunhe.testkit.simulation.Fault;
import yunhe.testkit.simulation.Invocation;
import yunhe.testkit.simulation.Processes;
import yunhe.testkit.simulation.SimulatedClock;

/** Everybody's letters and text messages, and the providers that bring them or are away. */
final class Letterbox {

    private final Processes processes;
    private final SimulatedClock clock;
    private final Set<String> unreachable;
    private final List<Letter> letters = new ArrayList<>();

    /** @param unreachable addresses that are refused for good */
    Letterbox(Processes processes, SimulatedClock clock, Set<String> unreachable) {
        this.processes = processes;
        this.clock = clock;
        this.unreachable = unreachable;
    }

    /**
     * What a provider took over.
     *
     * @param isUnsure the provider's answer was lost, so that it may come again under the same id
     */
    record Letter(String id, String kind, String about, Instant at, Invocation by, boolean isUnsure) {}

    /** In the order in which they arrived. */
    List<Letter> letters() {
        return List.copyOf(letters);
    }

    Channel<Mail> mail() {
        return () -> line(mail -> new Address(
                mail.stamp().id(),
                mail.stamp().kind(),
                mail.stamp().about(),
                mail.to().address()));
    }

    Channel<TextMessage> textMessages() {
        return () -> line(text -> new Address(text.id(), text.kind(), text.about(), text.to()));
    }

    private <M> Channel.Line<M> line(Addressed<M> addressed) {
        return new Channel.Line<>() {
            @Override
            public Delivery send(M message) {
                return Letterbox.this.send(addressed.of(message));
            }

            @Override
            public void close() {}
        };
    }

    private Delivery send(Address address) {
        try {
            return processes.call(fault -> accept(address, fault));
        } catch (RuntimeException | Error expected) {
            throw expected;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Delivery accept(Address address, Optional<Fault.Kind> fault) {
        boolean away = fault.filter(it -> it == Fault.Kind.FAILS_BEFORE || it == Fault.Kind.THROTTLED)
                .isPresent();
        if (away) {
            throw new ChannelUnavailable("the provider is away");
        }
        if (unreachable.contains(address.to())) {
            return new Delivery.Refused("550");
        }
        boolean unsure = fault.equals(Optional.of(Fault.Kind.FAILS_AFTER));
        letters.add(new Letter(
                address.id(),
                address.kind(),
                address.about(),
                clock.instant(),
                processes.current().orElseThrow(),
                unsure));
        if (unsure) {
            throw new ChannelUnavailable("the provider's answer got lost");
        }
        return new Delivery.Sent();
    }

    private record Address(String id, String kind, String about, String to) {}

    /** How a message is addressed. */
    @FunctionalInterface
    private interface Addressed<M> {
        Address of(M message);
    }
}
