package yunhe.pages;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes black and white PNG files (RFC 2083). The JDK's own writer would load half of AWT, which a function that
 * starts for one visitor cannot afford.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private Png() {}

    static byte[] blackOnWhite(int width, int height, Picture picture) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        // One bit a pixel, greyscale, no filter, not interlaced.
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {1, 0, 0, 0, 0});
        chunk(file, "IHDR", header.array());
        chunk(file, "IDAT", deflate(rows(width, height, picture)));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static byte[] rows(int width, int height, Picture picture) {
        int rowBytes = 1 + (width + 7) / 8;
        var rows = new byte[rowBytes * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (!picture.isBlack(x, y)) {
                    rows[y * rowBytes + 1 + x / 8] |= (byte) (0x80 >> (x % 8));
                }
            }
        }
        return rows;
    }

    private static byte[] deflate(byte[] bytes) {
        try (var deflater = new Deflater()) {
            deflater.setInput(bytes);
            deflater.finish();
            var compressed = new ByteArrayOutputStream();
            var buffer = new byte[4096];
            while (!deflater.finished()) {
                compressed.write(buffer, 0, deflater.deflate(buffer));
            }
            return compressed.toByteArray();
        }
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        var typed = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(US_ASCII))
                .put(data)
                .array();
        var checksum = new CRC32();
        checksum.update(typed);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(typed);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    /** What the picture shows. */
    @FunctionalInterface
    interface Picture {
        boolean isBlack(int x, int y);
    }
}
