package yunhe.pages;

import yunhe.core.lodging.RoomType;

/** Room types as they read. */
final class RoomWords {
    private RoomWords() {}

    /** With whom it is for, where it is not for everybody. */
    static String title(RoomType room, PageTexts texts) {
        var title = room.title().in(texts.language());
        return room.guests() == RoomType.For.ANY ? title : texts.get(forWhom(room), title);
    }

    static String forWhom(RoomType room) {
        return switch (room.guests()) {
            case WOMEN -> "room.for.women";
            case MEN -> "room.for.men";
            case ANY -> throw new IllegalArgumentException("for everybody");
        };
    }
}
