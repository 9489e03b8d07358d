package yunhe.roadshow.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import org.openpdf.text.pdf.BaseFont;

/** Reads a font from the file beside this class, to be embedded as far as it is used. */
final class FontFile {

    private static final int LETTERS = 26;

    private FontFile() {}

    /** @param number tells the fonts of one document apart */
    static BaseFont read(String name, int number) {
        try (var file = FontFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no font " + name);
            }
            var font = BaseFont.createFont(
                    name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, file.readAllBytes(), null);
            font.setSecureRandom(new SameTag((number + 0.5) / LETTERS));
            return font;
        } catch (IOException cause) {
            throw new UncheckedIOException("read font " + name, cause);
        }
    }

    /** The library draws the six letters before an embedded font's name. Here they stay the same. */
    private static final class SameTag extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final double value;

        SameTag(double value) {
            this.value = value;
        }

        @Override
        public double nextDouble() {
            return value;
        }
    }
}
