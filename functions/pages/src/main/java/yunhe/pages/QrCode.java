package yunhe.pages;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode.Ecc;

/** QR codes (ISO/IEC 18004) as pictures, with level M at least and the quiet zone that scanners need. */
public final class QrCode {
    /** Modules of white on every side (ISO/IEC 18004, section 9.1). */
    static final int QUIET_MODULES = 4;

    static final int PNG_PIXELS_PER_MODULE = 8;

    private QrCode() {}

    /** A document of its own; its size follows whoever shows it. */
    public static String svg(String text) {
        var code = encode(text);
        int size = code.size + 2 * QUIET_MODULES;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + size + "v" + size + "H0z\"/>"
                + "<path d=\"" + outline(code) + "\"/></svg>";
    }

    public static byte[] png(String text) {
        var code = encode(text);
        int size = (code.size + 2 * QUIET_MODULES) * PNG_PIXELS_PER_MODULE;
        return Png.blackOnWhite(size, size, (x, y) -> {
            int column = x / PNG_PIXELS_PER_MODULE - QUIET_MODULES;
            int row = y / PNG_PIXELS_PER_MODULE - QUIET_MODULES;
            return code.getModule(column, row);
        });
    }

    private static io.nayuki.qrcodegen.QrCode encode(String text) {
        try {
            return io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        } catch (DataTooLongException tooLong) {
            throw new IllegalArgumentException("no QR code for " + text.length() + " characters", tooLong);
        }
    }

    /** Each run of dark modules of a row is one rectangle. */
    private static String outline(io.nayuki.qrcodegen.QrCode code) {
        var path = new StringBuilder();
        for (int row = 0; row < code.size; row++) {
            for (int column = 0; column < code.size; column++) {
                int start = column;
                while (code.getModule(column, row)) {
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
}
