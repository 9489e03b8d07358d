package yunhe.core.lodging;

import yunhe.core.shared.Bilingual;

/**
 * Rooms, or beds, that are as good as one another.
 *
 * @param code as in {@code single} and {@code bed-women}
 * @param count how many there are, when nothing else is said of a night
 */
public record RoomType(String code, Bilingual title, int count, For guests) {

    public static final int COUNT_MAX = 10_000;

    /** Whom they are for. */
    public enum For {
        ANY,
        WOMEN,
        MEN;

        public boolean admits(Gender gender) {
            return switch (this) {
                case ANY -> true;
                case WOMEN -> gender == Gender.FEMALE;
                case MEN -> gender == Gender.MALE;
            };
        }
    }

    /** A guest's, asked only where there are beds for women or for men. */
    public enum Gender {
        FEMALE,
        MALE
    }
}
