package yunhe.core.activity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By which claim of its group's places a registration holds its own. It is made for one attempt to take a place and
 * never used again, not even by the same person.
 *
 * @param shard the part of the group's places that it was claimed from
 */
public record PlaceMark(int shard, String id) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.([-_A-Za-z0-9]{1,32})");

    public static Optional<PlaceMark> parse(String text) {
        return Optional.of(FORM.matcher(text))
                .filter(it -> it.matches())
                .map(it -> new PlaceMark(Integer.parseInt(it.group(1)), it.group(2)));
    }

    public String value() {
        return shard + "." + id;
    }
}
