package yunhe.roadshow.programme;

/** The pages' colours, as they look on white paper. */
enum Tint {
    INK(0x1b2a29),
    SOFT(0x50605d),
    LINE(0xdcd8ca),
    WATER(0x0f5c55),
    RIPPLE(0xb5dbd0),
    SEAL(0xb93a26);

    private final int rgb;

    Tint(int rgb) {
        this.rgb = rgb;
    }

    int red() {
        return rgb >> 16;
    }

    int green() {
        return rgb >> 8 & 0xFF;
    }

    int blue() {
        return rgb & 0xFF;
    }
}
