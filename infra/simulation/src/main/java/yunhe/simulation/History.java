package yunhe.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import yunhe.testkit.simulation.Change;
import yunhe.testkit.simulation.Image;

/** What the store has been through, sorted by what it is about. */
final class History {

    private static final Set<String> LIVE = Set.of("confirmed", "waitlisted", "pending", "offered");
    private static final Set<String> HOLDING = Set.of("confirmed", "pending", "offered");

    private final Map<String, List<Change>> registrations = new LinkedHashMap<>();
    private final Map<String, List<Change>> seats = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Change>>> shards = new LinkedHashMap<>();
    private final List<Change> activity = new ArrayList<>();

    History(List<Change> changes) {
        for (var change : changes) {
            change.after().ifPresent(image -> {
                switch (image.text("type")) {
                    case "registration" ->
                        registrations
                                .computeIfAbsent(image.text("id"), id -> new ArrayList<>())
                                .add(change);
                    case "seats" ->
                        seats.computeIfAbsent(image.text("group"), group -> new ArrayList<>())
                                .add(change);
                    case "seats.shard" ->
                        shards.computeIfAbsent(image.text("group"), group -> new LinkedHashMap<>())
                                .computeIfAbsent(change.key().pk(), shard -> new ArrayList<>())
                                .add(change);
                    case "activity" -> activity.add(change);
                    default -> {}
                }
            });
        }
    }

    static boolean isLive(Image registration) {
        return LIVE.contains(registration.text("status"));
    }

    static boolean holdsPlace(Image registration) {
        return HOLDING.contains(registration.text("status"));
    }

    static Image after(Change change) {
        return change.after().orElseThrow();
    }

    /** The registration before a change of it; empty when the change made it. */
    static Optional<Image> before(Change change) {
        return change.before().filter(it -> it.text("id").equals(after(change).text("id")));
    }

    static List<String> contacts(Image registration) {
        var contacts = new ArrayList<String>();
        var email = registration.text("email").strip().toLowerCase(java.util.Locale.ROOT);
        if (!email.isEmpty()) {
            contacts.add(email);
        }
        if (registration.has("phone")) {
            contacts.add(registration.text("phone"));
        }
        return contacts;
    }

    /** By id, each with everything that happened to it. */
    Map<String, List<Change>> registrations() {
        return registrations;
    }

    List<Change> registration(String id) {
        return registrations.getOrDefault(id, List.of());
    }

    Map<String, List<Change>> seats() {
        return seats;
    }

    /** What happened to each shard of a group's places. */
    Collection<List<Change>> shards(String group) {
        return shards.getOrDefault(group, Map.of()).values();
    }

    /** Ids of claims that are not known to be recorded. */
    static Set<String> marks(Image shard) {
        return Optional.ofNullable(shard.attributes().get("marks"))
                .map(marks -> marks.m().keySet())
                .orElse(Set.of());
    }

    /** The change by which a place was claimed, by what the registration that holds it says. */
    Optional<Change> claim(Image registration) {
        var place = registration.text("place").split("\\.", 2);
        return shards(registration.text("group")).stream()
                .filter(life -> life.getFirst().key().pk().endsWith("#" + place[0]))
                .flatMap(List::stream)
                .filter(change -> marks(after(change)).contains(place[1])
                        && change.before().map(History::marks).orElse(Set.of()).stream()
                                .noneMatch(place[1]::equals))
                .findFirst();
    }

    /** Whether no shard had a place to give at some moment of the span. */
    boolean wasFull(String group, long first, long last) {
        return Stream.concat(
                        Stream.of(first),
                        shards(group).stream().flatMap(List::stream).map(Change::number))
                .filter(number -> number >= first && number <= last)
                .anyMatch(number -> shards(group).stream()
                        .allMatch(life -> at(life, number)
                                .filter(it -> it.number("taken") >= it.number("capacity"))
                                .isPresent()));
    }

    List<Change> activity() {
        return activity;
    }

    /** The number of the change that cancelled the activity, or one that never comes. */
    long cancelled() {
        return activity.stream()
                .filter(change -> after(change).text("phase").equals("cancelled"))
                .mapToLong(Change::number)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /** How it stood after that change of the store; empty when it did not exist. */
    static Optional<Image> at(List<Change> life, long number) {
        Optional<Image> image = Optional.empty();
        for (var change : life) {
            if (change.number() > number) {
                break;
            }
            image = change.after();
        }
        return image;
    }

    /** Every way in which it stood at some moment of the span. */
    static List<Image> during(List<Change> life, long first, long last) {
        var images = new ArrayList<Image>();
        at(life, first).ifPresent(images::add);
        life.stream()
                .filter(change -> change.number() > first && change.number() <= last)
                .forEach(change -> images.add(after(change)));
        return images;
    }

    static Image now(List<Change> life) {
        return after(life.getLast());
    }

    /** Live registrations by id, as they stood after that change. */
    Map<String, Image> live(long number) {
        var live = new HashMap<String, Image>();
        registrations.forEach(
                (id, life) -> at(life, number).filter(History::isLive).ifPresent(image -> live.put(id, image)));
        return live;
    }

    static Instant instant(Image image, String name) {
        return Instant.parse(image.text(name));
    }
}
