package yunhe.pages;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** QR codes (ISO/IEC 18004) as pictures, with level M and the quiet zone that scanners need. */
public final class QrCode {
    /** Modules of white on every side (ISO/IEC 18004, section 9.1). */
    static final int QUIET_MODULES = 4;

    static final int PNG_PIXELS_PER_MODULE = 8;

    private QrCode() {}

    /** A document of its own; its size follows whoever shows it. */
    public static String svg(String text) {
        var code = encode(text);
        int size = code.getWidth() + 2 * QUIET_MODULES;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + size + "v" + size + "H0z\"/>"
                + "<path d=\"" + outline(code) + "\"/></svg>";
    }

    public static byte[] png(String text) {
        var code = encode(text);
        int size = (code.getWidth() + 2 * QUIET_MODULES) * PNG_PIXELS_PER_MODULE;
        return Png.blackOnWhite(size, size, (x, y) -> {
            int column = x / PNG_PIXELS_PER_MODULE - QUIET_MODULES;
            int row = y / PNG_PIXELS_PER_MODULE - QUIET_MODULES;
            return isDark(code, column, row);
        });
    }

    private static ByteMatrix encode(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no QR code for " + text.length() + " characters", tooLong);
        }
    }

    /** Each run of dark modules of a row is one rectangle. */
    private static String outline(ByteMatrix code) {
        var path = new StringBuilder();
        for (int row = 0; row < code.getHeight(); row++) {
            for (int column = 0; column < code.getWidth(); column++) {
                int start = column;
                while (isDark(code, column, row)) {
                    column++;
                }
                int run = column - start;
                if (run > 0) {
                    path.append('M').append(start + QUIET_MODULES).append(' ').append(row + QUIET_MODULES);
                    path.append('h').append(run).append("v1h-").append(run).append('z');
                }
            }
        }
        return path.toString();
    }

    private static boolean isDark(ByteMatrix code, int column, int row) {
        return column >= 0
                && row >= 0
                && column < code.getWidth()
                && row < code.getHeight()
                && code.get(column, row) == 1;
    }
}
