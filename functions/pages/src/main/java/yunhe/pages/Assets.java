package yunhe.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Style sheets, scripts and pictures. Each has a name that changes with its content, so that it may be kept for ever;
 * one that mentions another as {@code ./name} is given that one's full name.
 */
final class Assets {
    private static final String PREFIX = "/assets/";

    /** Whoever mentions another stands after it. */
    private static final List<String> NAMES = List.of(
            "logo.svg",
            "wave.svg",
            "qr-scanner-worker.min.js",
            "qr-scanner.min.js",
            "door.js",
            "pitches.js",
            "yunhe.css");

    private static final Map<String, Asset> BY_NAME = load();
    private static final Map<String, Asset> BY_PATH =
            BY_NAME.values().stream().collect(Collectors.toUnmodifiableMap(Asset::path, Function.identity()));

    private Assets() {}

    /** Where an asset is served, as in {@code /assets/yunhe.1a2b3c4d5e6f.css}. */
    static String path(String name) {
        var asset = BY_NAME.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return asset.path();
    }

    static Optional<Asset> at(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    private static Map<String, Asset> load() {
        var assets = new LinkedHashMap<String, Asset>();
        for (var name : NAMES) {
            var content = read(name);
            for (var earlier : assets.entrySet()) {
                var fileName = earlier.getValue().path().substring(PREFIX.length());
                content = content.replace("./" + earlier.getKey(), "./" + fileName);
            }
            int dot = name.lastIndexOf('.');
            var path = PREFIX + name.substring(0, dot) + "." + hash(content) + name.substring(dot);
            assets.put(name, new Asset(path, contentType(name.substring(dot + 1)), content));
        }
        return assets;
    }

    private static String contentType(String extension) {
        return switch (extension) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("no content type for " + extension);
        };
    }

    private static String read(String name) {
        try (var file = Assets.class.getResourceAsStream("assets/" + name)) {
            if (file == null) {
                throw new IllegalStateException("asset " + name + " is not in the archive");
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException("read asset " + name, cause);
        }
    }

    private static String hash(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 6));
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("SHA-256 is part of every Java", cause);
        }
    }

    record Asset(String path, String contentType, String content) {}
}
