package yunhe.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import yunhe.core.activity.Status;
import yunhe.core.shared.Secrets;
import yunhe.core.ticket.Tickets;

class QrCodeTest {
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"");

    /** Modules of version 10 (ISO/IEC 18004, table 1). */
    private static final int VERSION_10_MODULES = 57;

    private final String ticketUrl = "https://abcdefghij.execute-api.cn-northwest-1.amazonaws.com.cn/t/"
            + new Tickets(Secrets.signing(Samples.environment()))
                    .ticketFor(Samples.registration(Samples.mixer(), Status.CONFIRMED)
                            .id());

    @Test
    void the_png_of_a_ticket_is_read_by_a_scanner() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(QrCode.png(ticketUrl)));
        assertEquals(ticketUrl, read(image));
    }

    @Test
    void the_svg_of_a_ticket_is_read_by_a_scanner() throws Exception {
        assertEquals(ticketUrl, read(draw(QrCode.svg(ticketUrl))));
    }

    @Test
    void a_ticket_with_the_longest_address_stays_at_version_10_or_below() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(QrCode.png(ticketUrl)));
        int modules = image.getWidth() / QrCode.PNG_PIXELS_PER_MODULE - 2 * QrCode.QUIET_MODULES;
        assertTrue(modules <= VERSION_10_MODULES, "has " + modules + " modules");
    }

    @Test
    void what_is_too_long_for_a_code_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> QrCode.svg("x".repeat(5000)));
    }

    private static String read(BufferedImage image) throws ReaderException {
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        var source = new RGBLuminanceSource(width, image.getHeight(), pixels);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText();
        } catch (ReaderException misled) {
            // Its finder can be misled by the picture's own pattern; then the bare code that the picture is.
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(source)),
                            Map.of(DecodeHintType.PURE_BARCODE, Boolean.TRUE))
                    .getText();
        }
    }

    private static BufferedImage draw(String svg) {
        var size = SIZE.matcher(svg);
        assertTrue(size.find());
        int scale = 6;
        int pixels = Integer.parseInt(size.group(1)) * scale;
        var image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
        var white = new int[pixels * pixels];
        Arrays.fill(white, 0xFFFFFF);
        image.setRGB(0, 0, pixels, pixels, white, 0, pixels);
        RUN.matcher(svg).results().forEach(run -> {
            int x = Integer.parseInt(run.group(1)) * scale;
            int y = Integer.parseInt(run.group(2)) * scale;
            int width = Integer.parseInt(run.group(3)) * scale;
            image.setRGB(x, y, width, scale, new int[width * scale], 0, width);
        });
        return image;
    }
}
