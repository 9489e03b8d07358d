package yunhe.tests;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** Reads a QR code as a phone's camera would. */
final class Qr {

    private Qr() {}

    static String read(byte[] png) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            int width = image.getWidth();
            int height = image.getHeight();
            int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
            return read(new RGBLuminanceSource(width, height, pixels));
        } catch (IOException cause) {
            throw new UncheckedIOException("not a picture", cause);
        } catch (ReaderException cause) {
            throw new AssertionError("not a readable QR code", cause);
        }
    }

    /** As in a scene; where its finder is misled by the picture's own pattern, as the bare code that the picture is. */
    private static String read(RGBLuminanceSource source) throws ReaderException {
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText();
        } catch (ReaderException misled) {
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(source)),
                            Map.of(DecodeHintType.PURE_BARCODE, Boolean.TRUE))
                    .getText();
        }
    }
}
